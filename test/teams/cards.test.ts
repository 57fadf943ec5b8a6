// Buttons on cards: what the handler is told and what the client is answered.
import { expect, test } from 'vitest';
import type { Reply, Turn } from '../../src/model/turn.ts';
import { invoke, press } from '../support/activities.ts';
import { startApp } from '../support/app.ts';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [],
  refresh: { action: { type: 'Action.Execute', verb: 'r' } },
};
const replacing: Reply = { kind: 'card', card, summary: 'Kort', replace: true };

async function appAnswering(...answers: Reply[][]) {
  const turns: Turn[] = [];
  const app = await startApp({
    handle: async turn => {
      turns.push(turn);
      return answers[turns.length - 1] ?? [];
    },
  });
  return { ...app, turns };
}

test('any verb reaches the handler with its data and the message that carries the card', async () => {
  const { send, turns } = await appAnswering();
  await send(press('unheard-of', { level: 'chef' }, { replyToId: 'card-1' }));
  expect(turns).toMatchObject([{ kind: 'card', verb: 'unheard-of', data: { level: 'chef' }, replyToId: 'card-1' }]);
});

test('a replacing card is the response, and nothing is updated for others, however often it carries a refresh', async () => {
  const { send, connector } = await appAnswering([replacing], [replacing]);
  const response = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  for (const _ of [1, 2]) expect(await send(press('open'))).toMatchObject({ status: 200, body: response });
  expect(connector.received).toEqual([]);
});

test('a notice is shown where the card is', async () => {
  const { send, connector } = await appAnswering([{ kind: 'notice', text: 'Kortet er forældet.' }]);
  expect(await send(press('open'))).toMatchObject({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Kortet er forældet.' },
  });
  expect(connector.received).toEqual([]);
});

test('other replies are messages, and the response says so', async () => {
  const { send, connector } = await appAnswering([{ kind: 'text', text: 'Her er svaret' }]);
  expect(await send(press('ask'))).toMatchObject({ body: { value: 'Svaret står nederst i samtalen.' } });
  expect(connector.messages().map(({ activity }) => activity.text)).toEqual(['Her er svaret']);
});

test('a press delivered again gets the card again and its messages only once', async () => {
  const { send, connector, turns } = await appAnswering([{ kind: 'text', text: 'Sendt' }, replacing]);
  const pressed = press('forward');
  const answers = [await send(pressed), await send(pressed)];
  expect(answers).toMatchObject([{ body: { value: card } }, { body: { value: card } }]);
  expect(connector.messages()).toHaveLength(1);
  expect(turns).toHaveLength(1);
});

test('a press delivered again whose answer was a message is told that it has been taken', async () => {
  const { send } = await appAnswering([{ kind: 'text', text: 'Sendt' }]);
  const pressed = press('forward');
  await send(pressed);
  expect(await send(pressed)).toMatchObject({ body: { value: 'Det har jeg allerede taget imod.' } });
});

test('a handler that throws is a notice with a reference number and not HTTP 501', async () => {
  const app = await startApp({
    handle: async () => {
      throw new Error('i stykker');
    },
  });
  const { status, body } = await app.send(press('open'));
  expect(status).toBe(200);
  expect(body).toMatchObject({ statusCode: 200, value: expect.stringMatching(/^Beklager, .* Oplys .{3}-.{3},/) });
});

test('a replacing card of more than 28 KB is a notice with a reference number', async () => {
  const large = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'x'.repeat(28 * 1024) }] };
  const { send } = await appAnswering([{ kind: 'card', card: large, summary: 'Stort', replace: true }]);
  expect(await send(press('open'))).toMatchObject({
    body: { type: 'application/vnd.microsoft.activity.message', value: expect.stringMatching(/Oplys/) },
  });
});

test.each([
  undefined,
  null,
  7,
  {},
  { action: null },
  { action: { type: 'Action.Submit', verb: 'x' } },
  { action: { type: 'Action.Execute' } },
])('a press of the shape %j is an error in Adaptive Cards’ own form', async value => {
  const { send, turns } = await appAnswering();
  expect(await send(invoke('adaptiveCard/action', value))).toMatchObject({
    status: 200,
    body: {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { message: expect.stringMatching(/knap/) },
    },
  });
  expect(turns).toEqual([]);
});

test.each(['task/fetch', 'composeExtension/query', 'signin/verifyState', 'fileConsent/invoke', ''])(
  'an invoke named %j that nobody handles is 404 and not 501',
  async name => {
    const { send } = await appAnswering();
    expect(await send(invoke(name, {}))).toMatchObject({ status: 404 });
  },
);
