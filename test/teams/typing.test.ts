// A slow answer shows that the assistant is writing.
import { expect, test } from 'vitest';
import { startTyping } from '../../src/teams/typing.ts';
import { message } from '../support/activities.ts';
import { startApp } from '../support/app.ts';
import { createTestTimers } from '../support/timers.ts';

function slow() {
  let finish = () => {};
  const work = new Promise<string>(resolve => {
    finish = () => resolve('svar');
  });
  return { work, finish };
}

test('typing is shown after one second and every three seconds until it is stopped', async () => {
  const timers = createTestTimers();
  let shown = 0;
  const stop = startTyping(async () => {
    shown += 1;
  }, timers);
  const seen: number[] = [];
  for (const ms of [999, 1, 2_999, 1, 3_000]) {
    await timers.advance(ms);
    seen.push(shown);
  }
  expect(seen).toEqual([0, 1, 1, 2, 3]);
  await stop();
  await timers.advance(60_000);
  expect(shown).toBe(3);
  expect(timers.waiting()).toBe(0);
});

test('a quick answer shows none', async () => {
  const timers = createTestTimers();
  await startTyping(() => Promise.reject(new Error('shown')), timers)();
  await timers.advance(60_000);
  expect(timers.waiting()).toBe(0);
});

test('the stop waits for a typing that is under way, so that none comes after the answer', async () => {
  const timers = createTestTimers();
  const typing = slow();
  const log: string[] = [];
  const stop = startTyping(() => typing.work.then(() => void log.push('typing')), timers);
  await timers.advance(1_000);
  const stopped = stop().then(() => log.push('answer'));
  await timers.advance(0);
  expect(log).toEqual([]);
  typing.finish();
  await stopped;
  expect(log).toEqual(['typing', 'answer']);
});

test('each of two slow conversations sees typing, then its answer', async () => {
  const timers = createTestTimers();
  const { work, finish } = slow();
  const { send, connector } = await startApp({
    timers,
    handle: async () => {
      begun();
      return [{ kind: 'text', text: await work }];
    },
  });
  let handlers = 0;
  let bothBegan = () => {};
  const began = new Promise<void>(resolve => {
    bothBegan = resolve;
  });
  const begun = () => {
    handlers += 1;
    if (handlers === 2) bothBegan();
  };
  const conversations = ['a:one', 'a:two'];
  const turns = conversations.map(id => send(message('?', { conversation: { id, conversationType: 'personal' } })));
  await began;
  await timers.advance(1_000);
  await Promise.all(
    conversations.map(id =>
      connector.waitFor(({ activity, conversationId }) => activity.type === 'typing' && conversationId === id),
    ),
  );
  finish();
  await Promise.all(turns);
  for (const id of conversations) {
    const seen = connector.received
      .filter(({ conversationId }) => conversationId === id)
      .map(({ activity }) => activity.type);
    expect(seen).toEqual(['typing', 'message']);
  }
});
