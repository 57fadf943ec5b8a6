// Whom the assistant can write to unasked after what Teams has told it.
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import {
  bot,
  channel,
  group,
  installed,
  jonas,
  membersAdded,
  membersRemoved,
  mentioned,
  message,
  mette,
  personal,
} from '../support/activities.ts';
import { startApp } from '../support/app.ts';

const channelId = '19:channel@thread.tacv2';

async function appKnown() {
  const app = await startApp({ handle: async () => [{ kind: 'text', text: 'Hej' }] });
  const { db, close } = await openStore({ dataDir: app.dataDir });
  onTestFinished(close);
  const kept = () =>
    db.selectFrom('conversation_references').selectAll().where('removed_at', 'is', null).orderBy('person_key');
  /** Who can be reached where. */
  const reached = async () =>
    (await kept().execute()).map(({ conversation_id, channel_user_id }) => `${channel_user_id} in ${conversation_id}`);
  return { ...app, kept: () => kept().execute(), reached };
}

test('every activity keeps the person’s reference, with what proactive messages need', async () => {
  const { send, kept, connector } = await appKnown();
  await send(message('hej'));
  expect(await kept()).toEqual([
    {
      conversation_id: personal.id,
      person_key: mette.aadObjectId,
      kind: 'personal',
      tenant_id: personal.tenantId,
      service_url: connector.url,
      bot_id: bot.id,
      channel_user_id: mette.id,
      aad_object_id: mette.aadObjectId,
      updated_at: expect.any(String),
      removed_at: null,
    },
  ]);
});

test('a group message without a mention keeps the reference as well', async () => {
  const { send, kept } = await appKnown();
  await send(message('hej alle', { conversation: group, from: jonas }));
  expect(await kept()).toMatchObject([{ conversation_id: group.id, kind: 'group', channel_user_id: jonas.id }]);
});

test('a channel is one conversation whatever the thread, and the answer stands in the thread', async () => {
  const { send, kept, connector } = await appKnown();
  const threads = [1, 2].map(number => ({ ...channel, id: `${channelId};messageid=${number}` }));
  for (const conversation of threads) await send(mentioned('hej', { conversation }));
  expect(await kept()).toMatchObject([{ conversation_id: channelId, kind: 'channel' }]);
  expect(connector.messages().map(({ conversationId }) => conversationId)).toEqual(threads.map(({ id }) => id));
});

test('a removed assistant forgets the conversation, and knows it again when it is back', async () => {
  const { send, reached } = await appKnown();
  await send(message('hej'));
  await send(installed('remove'));
  expect(await reached()).toEqual([]);
  await send(installed('add'));
  expect(await reached()).toEqual(['29:mette in a:personal']);
  await send(membersRemoved([bot]));
  expect(await reached()).toEqual([]);
});

test('an assistant removed from a channel forgets everybody in it, whatever thread it was told in', async () => {
  const { send, reached } = await appKnown();
  await send(message('hej', { conversation: channel }));
  await send(message('hej', { conversation: channel, from: jonas }));
  await send(membersRemoved([jonas, bot], { conversation: { ...channel, id: channelId } }));
  expect(await reached()).toEqual([]);
});

test('people who leave are forgotten there and only there, those who removed them are kept', async () => {
  const { send, reached } = await appKnown();
  const third = { id: '29:third', name: 'Tredje', aadObjectId: 'aaaaaaaa-0000-0000-0000-000000000003' };
  await send(message('hej', { from: jonas, conversation: { ...personal, id: 'a:jonas' } }));
  await send(membersAdded([jonas, third], { conversation: group }));
  expect(await reached()).toHaveLength(4);
  // Teams names those who left by the channel's id alone.
  await send(membersRemoved([{ id: jonas.id }, { id: third.id }], { conversation: group }));
  expect(await reached()).toEqual([`29:mette in ${group.id}`, '29:jonas in a:jonas']);
});

test('whoever leaves of their own accord is not known again by leaving, but by coming back', async () => {
  const { send, reached } = await appKnown();
  await send(message('hej', { conversation: group, from: jonas }));
  await send(membersRemoved([{ id: jonas.id }], { conversation: group, from: jonas }));
  expect(await reached()).toEqual([]);
  await send(membersAdded([{ id: jonas.id }], { conversation: group, from: jonas }));
  expect(await reached()).toEqual([`29:jonas in ${group.id}`]);
});

test('an upgrade keeps the reference', async () => {
  const { send, reached } = await appKnown();
  await send(message('hej'));
  await send(installed('remove-upgrade'));
  expect(await reached()).toHaveLength(1);
});
