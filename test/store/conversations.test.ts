// Where people can be reached, and what a conversation was about.
import { expect, test } from 'vitest';
import {
  type ConversationReference,
  findReferencesOfPerson,
  loadContext,
  purgeContexts,
  removeReferences,
  saveContext,
  saveReference,
} from '../../src/store/conversations.ts';
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

describeOnBothEngines('conversation references', open => {
  test('a reference comes back as it was, with and without an Entra id', async () => {
    const { db } = await open();
    const { aadObjectId: _, ...guest } = reference({ personKey: '29:guest', channelUserId: '29:guest' });
    expect(await saveReference(db, reference())).toBe(true);
    expect(await saveReference(db, guest)).toBe(true);
    expect(await findReferencesOfPerson(db, 'anne')).toEqual([reference()]);
    expect(await findReferencesOfPerson(db, '29:guest')).toEqual([guest]);
    expect(await findReferencesOfPerson(db, 'nobody')).toEqual([]);
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
      const [found, ...others] = await findReferencesOfPerson(db, first.personKey);
      expect(found?.serviceUrl).toBe('https://moved.example/');
      expect(others).toEqual([]);
    }
  });

  test('nobody is reached in a conversation that the assistant was removed from, until it is back', async () => {
    const { db } = await open();
    const elsewhere = reference({ conversation: { id: '19:g', kind: 'group', tenantId: 'tenant' } });
    await saveReference(db, reference());
    await saveReference(db, elsewhere);
    await removeReferences(db, 'a:personal', clock.now());
    expect(await findReferencesOfPerson(db, 'anne')).toEqual([elsewhere]);
    expect(await saveReference(db, reference())).toBe(true);
    expect(await findReferencesOfPerson(db, 'anne')).toHaveLength(2);
  });

  test('the newest reference of a person comes first', async () => {
    const { db } = await open();
    const at = (id: string, ms: number) =>
      reference({
        conversation: { id, kind: 'group', tenantId: 'tenant' },
        updatedAt: new Date(clock.now().getTime() + ms),
      });
    for (const one of [at('b', 2), at('c', 3), at('a', 1)]) await saveReference(db, one);
    const found = await findReferencesOfPerson(db, 'anne');
    expect(found.map(({ conversation }) => conversation.id)).toEqual(['c', 'b', 'a']);
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
