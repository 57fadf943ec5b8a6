// What a turn leaves behind is kept whole or not at all.
import { expect, test } from 'vitest';
import { latestAnswer, saveAnswer } from '../../src/store/answers.ts';
import { loadContext } from '../../src/store/conversations.ts';
import { createTurnRecorder } from '../../src/store/record-turn.ts';
import { beginTurn, turnResult } from '../../src/store/turns.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const now = new Date('2026-03-02T08:00:00.000Z');
const lease = { conversationId: 'a', now, leaseMs: 60_000 };
const answer = {
  id: 'answer',
  conversationId: 'a:1',
  personKey: 'anne',
  question: 'Hvad?',
  answer: 'Det.',
  citations: [],
  abstained: false,
  language: 'da' as const,
  at: now,
};

describeOnBothEngines('the record of a turn', open => {
  test('holds result, context and answer, and the turn is done', async () => {
    const { db } = await open();
    await beginTurn(db, 'turn', lease);
    await createTurnRecorder(db)({
      key: 'turn',
      now,
      result: ['reply'],
      context: { key: 'a:1', value: { year: 2021 } },
      answer,
    });
    expect(await beginTurn(db, 'turn', lease)).toBe('done');
    expect(await turnResult(db, 'turn')).toEqual(['reply']);
    expect(await loadContext(db, 'a:1')).toEqual({ year: 2021 });
    expect(await latestAnswer(db, 'a:1', 'anne')).toEqual(answer);
  });

  test('may be nothing but the end of the turn', async () => {
    const { db } = await open();
    await beginTurn(db, 'turn', lease);
    await createTurnRecorder(db)({ key: 'turn', now });
    expect(await beginTurn(db, 'turn', lease)).toBe('done');
    expect(await turnResult(db, 'turn')).toBeUndefined();
  });

  test('is left out whole when a part of it fails', async () => {
    const { db } = await open();
    await beginTurn(db, 'turn', lease);
    await saveAnswer(db, answer);
    const record = { key: 'turn', now, result: 1, context: { key: 'a:1', value: 1 }, answer };
    await expect(createTurnRecorder(db)(record)).rejects.toThrow();
    expect(await beginTurn(db, 'turn', lease)).toBe('running');
    expect(await loadContext(db, 'a:1')).toBeUndefined();
  });

  test('fails alone when others are written at the same moment', async () => {
    const { db } = await open();
    await saveAnswer(db, answer);
    const record = createTurnRecorder(db);
    const at = (key: string) => ({ key, now, context: { key, value: key } });
    const [before, broken, after] = await Promise.allSettled([
      record(at('before')),
      record({ ...at('broken'), answer }),
      record(at('after')),
    ]);
    expect([before?.status, broken?.status, after?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await Promise.all(['before', 'broken', 'after'].map(key => loadContext(db, key)))).toEqual([
      'before',
      undefined,
      'after',
    ]);
  });

  test('is written when it comes while others are being written', async () => {
    const { db } = await open();
    const record = createTurnRecorder(db);
    const first = record({ key: 'first', now });
    await new Promise(resolve => setImmediate(resolve));
    await Promise.all([first, record({ key: 'second', now })]);
    expect(await beginTurn(db, 'first', lease)).toBe('done');
    expect(await beginTurn(db, 'second', lease)).toBe('done');
  });
});
