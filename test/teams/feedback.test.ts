// Thumbs up and down under an answer.
import { expect, test } from 'vitest';
import type { Turn } from '../../src/model/turn.ts';
import { invoke, verdict } from '../support/activities.ts';
import { startApp } from '../support/app.ts';

async function appJudged() {
  const turns: Turn[] = [];
  const app = await startApp({
    handle: async turn => {
      turns.push(turn);
      return [];
    },
  });
  return { ...app, turns };
}

test('a verdict reaches the handler with its comment and the message it is about', async () => {
  const { send, turns } = await appJudged();
  expect(await send(verdict('dislike', ' Forkert år ', { replyToId: 'answer-1' }))).toMatchObject({ status: 200 });
  expect(turns).toMatchObject([{ kind: 'feedback', verdict: 'dislike', comment: 'Forkert år', replyToId: 'answer-1' }]);
});

test('a verdict without the message’s id, as the Playground sends it, reaches the handler too', async () => {
  const { send, turns } = await appJudged();
  await send(verdict('like', ''));
  expect(turns).toMatchObject([{ kind: 'feedback', verdict: 'like', comment: '' }]);
  expect(turns[0]).not.toHaveProperty('replyToId');
});

test.each(['{', 'null', '[]', 7, undefined])('a comment form of %j is an empty comment', async feedback => {
  const { send, turns } = await appJudged();
  await send(invoke('message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like', feedback } }));
  expect(turns).toMatchObject([{ comment: '' }]);
});

test.each([undefined, {}, { actionName: 'feedback' }, { actionName: 'feedback', actionValue: { reaction: 'meh' } }])(
  'a verdict of the shape %j is refused and not HTTP 501',
  async value => {
    const { send, turns } = await appJudged();
    expect(await send(invoke('message/submitAction', value))).toMatchObject({ status: 400 });
    expect(turns).toEqual([]);
  },
);
