// Installations and members: who may be greeted, and whom the assistant can write to afterwards.
import { expect, onTestFinished, test } from 'vitest';
import type { Turn } from '../../src/model/turn.ts';
import { findReferencesOfPerson } from '../../src/store/conversations.ts';
import { openStore } from '../../src/store/open.ts';
import {
  bot,
  channel,
  group,
  installed,
  jonas,
  membersAdded,
  membersRemoved,
  message,
  mette,
  personal,
} from '../support/activities.ts';
import { startApp } from '../support/app.ts';

async function appJoined() {
  const turns: Turn[] = [];
  const app = await startApp({
    handle: async turn => {
      turns.push(turn);
      return [];
    },
  });
  const store = await openStore({ dataDir: app.dataDir });
  onTestFinished(() => store.close());
  const referencesOf = (key: string) => findReferencesOfPerson(store.db, key);
  const joined = () =>
    turns.map(turn => (turn.kind === 'joined' ? turn.joined.map(({ channelId }) => channelId) : turn.kind));
  return { ...app, joined, referencesOf };
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

test('every activity keeps the person’s reference, with what proactive messages need', async () => {
  const { send, referencesOf, connector } = await appJoined();
  await send(message('hej'));
  expect(await referencesOf(mette.aadObjectId)).toEqual([
    {
      conversation: { id: personal.id, kind: 'personal', tenantId: personal.tenantId },
      personKey: mette.aadObjectId,
      serviceUrl: connector.url,
      botId: bot.id,
      channelUserId: mette.id,
      aadObjectId: mette.aadObjectId,
      updatedAt: expect.any(Date),
    },
  ]);
});

test('a group message without a mention keeps the reference as well', async () => {
  const { send, referencesOf } = await appJoined();
  await send(message('hej alle', { conversation: group, from: jonas }));
  expect(await referencesOf(jonas.aadObjectId)).toMatchObject([{ conversation: { id: group.id, kind: 'group' } }]);
});

test('a removed assistant forgets the conversation, and knows it again when it is back', async () => {
  const { send, referencesOf } = await appJoined();
  await send(message('hej'));
  await send(installed('remove'));
  expect(await referencesOf(mette.aadObjectId)).toEqual([]);
  await send(installed('add'));
  expect(await referencesOf(mette.aadObjectId)).toHaveLength(1);
  await send(membersRemoved([bot]));
  expect(await referencesOf(mette.aadObjectId)).toEqual([]);
});

test('an upgrade keeps the reference', async () => {
  const { send, referencesOf } = await appJoined();
  await send(message('hej'));
  await send(installed('remove-upgrade'));
  expect(await referencesOf(mette.aadObjectId)).toHaveLength(1);
});
