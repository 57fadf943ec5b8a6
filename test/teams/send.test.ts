// Sending when Teams says no, and the order of what is sent.
import { expect, test } from 'vitest';
import type { Timers } from '../../src/lib/timers.ts';
import type { Reply } from '../../src/model/turn.ts';
import { message } from '../support/activities.ts';
import { startApp } from '../support/app.ts';

/** Waits for nothing and remembers for how long it was asked to. */
function impatient() {
  const waits: number[] = [];
  const timers: Timers = {
    after: (ms, run) => {
      // A second is what typing waits for.
      if (ms !== 1_000) {
        waits.push(ms);
        setImmediate(run);
      }
      return () => {};
    },
  };
  return { waits, timers };
}

const answering = async (): Promise<Reply[]> => [{ kind: 'text', text: 'svar' }];

test.each([412, 429, 502, 503, 504])('a reply that fails with %i is sent again', async status => {
  const { waits, timers } = impatient();
  const { send, connector } = await startApp({ handle: answering, timers });
  connector.failNext(status);
  expect(await send(message('?'))).toMatchObject({ status: 200 });
  expect(connector.messages()).toHaveLength(1);
  expect(waits).toEqual([500]);
});

test('Teams’ own Retry-After is kept to', async () => {
  const { waits, timers } = impatient();
  const { send, connector } = await startApp({ handle: answering, timers });
  connector.failNext(429, { 'Retry-After': '3' });
  await send(message('?'));
  expect(waits).toEqual([3_000]);
  expect(connector.messages()).toHaveLength(1);
});

test.each([400, 401, 403, 404, 413, 500])(
  'a reply that fails with %i is not, the SDK does not either, and the turn is over',
  async status => {
    const { waits, timers } = impatient();
    const { send, connector, log } = await startApp({ handle: answering, timers });
    connector.failNext(status);
    expect(await send(message('?'))).toMatchObject({ status: 200 });
    expect(connector.received).toEqual([]);
    expect(waits).toEqual([]);
    expect(log).toContainEqual(expect.objectContaining({ msg: 'a reply could not be sent' }));
  },
);

test('after three attempts the reply is given up, and the next one is sent', async () => {
  const { timers } = impatient();
  const { send, connector } = await startApp({
    timers,
    handle: async () => [
      { kind: 'text', text: 'et' },
      { kind: 'text', text: 'to' },
    ],
  });
  for (const status of [503, 503, 503]) connector.failNext(status);
  await send(message('?'));
  expect(connector.messages().map(({ activity }) => activity.text)).toEqual(['to']);
});

test('an answer that Teams is slow to take is not overtaken by the next one', async () => {
  const { send, connector } = await startApp({
    handle: async turn => [{ kind: 'text', text: turn.kind === 'message' ? turn.text : '' }],
  });
  const release = connector.hold();
  const turns = [send(message('først')), send(message('siden'))];
  await connector.waitFor(({ activity }) => activity.text === 'først');
  expect(connector.messages()).toHaveLength(1);
  release();
  await Promise.all(turns);
  expect(connector.messages().map(({ activity }) => activity.text)).toEqual(['først', 'siden']);
});
