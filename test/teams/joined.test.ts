// Installations and members: who may be greeted.
import { expect, test } from 'vitest';
import type { Turn } from '../../src/model/turn.ts';
import { bot, channel, group, installed, jonas, membersAdded, membersRemoved, mette } from '../support/activities.ts';
import { startApp } from '../support/app.ts';

async function appJoined() {
  const turns: Turn[] = [];
  const app = await startApp({
    handle: async turn => {
      turns.push(turn);
      return [];
    },
  });
  const joined = () =>
    turns.map(turn => (turn.kind === 'joined' ? turn.joined.map(({ channelId }) => channelId) : turn.kind));
  return { ...app, joined };
}

test('whoever installs the assistant may be greeted', async () => {
  const { send, joined } = await appJoined();
  await send(installed('add'));
  await send(membersAdded([bot]));
  expect(joined()).toEqual([['29:mette'], ['29:mette']]);
});

test('new members may be greeted, each once, the assistant itself not', async () => {
  const { send, joined } = await appJoined();
  await send(membersAdded([{ id: jonas.id }, mette, { id: jonas.id }], { conversation: group, from: bot }));
  expect(joined()).toEqual([['29:jonas', '29:mette']]);
});

test('a removal, an upgrade’s removal and a renamed channel greet nobody', async () => {
  const { send, joined } = await appJoined();
  await send(installed('remove'));
  await send(installed('remove-upgrade'));
  await send(membersRemoved([jonas], { conversation: group }));
  await send(membersAdded([], { conversation: channel, channelData: { eventType: 'channelRenamed' } }));
  expect(joined()).toEqual([]);
});
