// Where people can be reached, and what a conversation was about.
import { expect, test } from 'vitest';
import type { ConversationReference } from '../../src/model/conversation-reference.ts';
import {
  loadContext,
  purgeContexts,
  purgeReferences,
  removeReferences,
  saveContext,
  saveReference,
} from '../../src/store/conversations.ts';
import type { Db } from '../../src/store/tables.ts';
import { createTestClock } from '../support/clock.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const hourMs = 3_600_000;
const clock = createTestClock();

function reference(changes: Partial<ConversationReference> = {}): ConversationReference {
  return {
    conversation: { id: 'a:personal', kind: 'personal', tenantId: 'tenant' },
    personKey: 'anne',
    serviceUrl: 'https://smba.example/emea/',
    botId: '28:bot',
    channelUserId: '29:anne',
    aadObjectId: 'anne',
    updatedAt: clock.now(),
    ...changes,
  };
}

const inGroup = { conversation: { id: '19:g', kind: 'group', tenantId: 'tenant' } } as const;

/** Where a person can be reached, by conversation. */
const reaching = (db: Db, personKey: string) =>
  db
    .selectFrom('conversation_references')
    .selectAll()
    .where('person_key', '=', personKey)
    .where('removed_at', 'is', null)
    .orderBy('conversation_id')
    .execute();

describeOnBothEngines('conversation references', open => {
  test('a reference is kept whole, with and without an Entra id', async () => {
    const { db } = await open();
    const { aadObjectId: _, ...guest } = reference({ personKey: '29:guest', channelUserId: '29:guest' });
    expect(await saveReference(db, reference())).toBe(true);
    expect(await saveReference(db, guest)).toBe(true);
    const row = {
      conversation_id: 'a:personal',
      person_key: 'anne',
      kind: 'personal',
      tenant_id: 'tenant',
      service_url: 'https://smba.example/emea/',
      bot_id: '28:bot',
      channel_user_id: '29:anne',
      aad_object_id: 'anne',
      updated_at: clock.now().toISOString(),
      removed_at: null,
    };
    expect(await reaching(db, 'anne')).toEqual([row]);
    const others = { person_key: '29:guest', channel_user_id: '29:guest', aad_object_id: null };
    expect(await reaching(db, '29:guest')).toEqual([{ ...row, ...others }]);
  });

  test('an unchanged reference is written once an hour, a changed one at once', async () => {
    const { db } = await open();
    const { aadObjectId: _, ...guest } = reference();
    const start = clock.now().getTime();
    for (const first of [reference(), { ...guest, personKey: 'guest' }]) {
      const after = (ms: number, changes = {}) => ({ ...first, updatedAt: new Date(start + ms), ...changes });
      expect(await saveReference(db, first)).toBe(true);
      expect(await saveReference(db, after(hourMs - 1))).toBe(false);
      expect(await saveReference(db, after(hourMs))).toBe(true);
      expect(await saveReference(db, after(hourMs + 1, { serviceUrl: 'https://moved.example/' }))).toBe(true);
      expect(await reaching(db, first.personKey)).toMatchObject([{ service_url: 'https://moved.example/' }]);
    }
  });

  test('nobody is reached in a conversation that the assistant was removed from, until it is back', async () => {
    const { db } = await open();
    await saveReference(db, reference());
    await saveReference(db, reference(inGroup));
    await removeReferences(db, 'a:personal', clock.now());
    expect(await reaching(db, 'anne')).toMatchObject([{ conversation_id: '19:g' }]);
    expect(await saveReference(db, reference())).toBe(true);
    expect(await reaching(db, 'anne')).toHaveLength(2);
  });

  test.each([
    ['both ids', { key: 'anne', channelId: '29:anne' }],
    ['the channel’s id alone', { key: '29:anne', channelId: '29:anne' }],
    ['the Entra id and a new channel id', { key: 'anne', channelId: '29:new' }],
  ])('a person who has left, known by %s, is not reached there; the others are', async (_, person) => {
    const { db } = await open();
    await saveReference(db, reference());
    await saveReference(db, reference(inGroup));
    await saveReference(
      db,
      reference({ ...inGroup, personKey: 'bent', channelUserId: '29:bent', aadObjectId: 'bent' }),
    );
    await removeReferences(db, '19:g', clock.now(), person);
    expect(await reaching(db, 'anne')).toMatchObject([{ conversation_id: 'a:personal' }]);
    expect(await reaching(db, 'bent')).toHaveLength(1);
  });

  test('removed references are forgotten and counted after their time, those in force never', async () => {
    const { db } = await open();
    const border = clock.now();
    await saveReference(db, reference({ updatedAt: new Date(0) }));
    for (const [id, ms] of [
      ['old', -1],
      ['young', 0],
    ] as const) {
      await saveReference(db, reference({ conversation: { id, kind: 'personal', tenantId: 'tenant' } }));
      await removeReferences(db, id, new Date(border.getTime() + ms));
    }
    expect(await purgeReferences(db, border)).toBe(1);
    const left = await db.selectFrom('conversation_references').select('conversation_id').execute();
    expect(left.map(row => row.conversation_id).sort()).toEqual(['a:personal', 'young']);
  });
});

describeOnBothEngines('question contexts', open => {
  test('the latest context counts, each conversation for itself', async () => {
    const { db } = await open();
    expect(await loadContext(db, 'a')).toBeUndefined();
    await saveContext(db, 'a', { level: 'chef' }, clock.now());
    await saveContext(db, 'b', ['ø', null, 1.5], clock.now());
    await saveContext(db, 'a', { level: 'direktør' }, clock.now());
    expect(await loadContext(db, 'a')).toEqual({ level: 'direktør' });
    expect(await loadContext(db, 'b')).toEqual(['ø', null, 1.5]);
    await saveContext(db, 'a', undefined, clock.now());
    expect(await loadContext(db, 'a')).toBeNull();
  });

  test('old contexts are forgotten and counted', async () => {
    const { db } = await open();
    const border = clock.now();
    await saveContext(db, 'old', 1, new Date(border.getTime() - 1));
    await saveContext(db, 'young', 2, border);
    expect(await purgeContexts(db, border)).toBe(1);
    expect(await loadContext(db, 'old')).toBeUndefined();
    expect(await loadContext(db, 'young')).toBe(2);
  });
});
