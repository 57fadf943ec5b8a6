// Answers are found again by their message, judged, and forgotten when nobody judged them.
import { expect, test } from 'vitest';
import {
  attachActivities,
  cutTie,
  findAnswer,
  latestAnswer,
  purgeAnswers,
  type SavedAnswer,
  saveAnswer,
  saveVerdict,
} from '../../src/store/answers.ts';
import { loadContext, saveContext } from '../../src/store/conversations.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const at = new Date('2026-03-02T08:00:00.000Z');

function answerOf(id: string, changes: Partial<SavedAnswer> = {}): SavedAnswer {
  return {
    id,
    conversationId: 'a:1',
    personKey: 'anne',
    question: 'Hvad er målpilen?',
    answer: 'En plan [1].',
    citations: [
      { document: 'brochure', title: 'Brochuren', section: 'Målpil', page: 4, quote: 'En "pil"' },
      { document: 'eva', title: 'EVA', section: 'Metode', quote: 'x' },
    ],
    abstained: false,
    language: 'da',
    at,
    ...changes,
  };
}

describeOnBothEngines('answers', open => {
  test('an answer is found by the message that carries it, in its own conversation only', async () => {
    const { db } = await open();
    await saveAnswer(db, answerOf('one'));
    await saveAnswer(db, answerOf('two', { abstained: true, language: 'en', citations: [] }));
    expect(await findAnswer(db, { activityId: 'm1', conversationId: 'a:1' })).toBeUndefined();
    await attachActivities(db, [{ answerId: 'one', activityId: 'm1' }]);
    await attachActivities(db, [{ answerId: 'two', activityId: 'm2' }]);
    expect(await findAnswer(db, { activityId: 'm1', conversationId: 'a:1' })).toEqual(answerOf('one'));
    expect(await findAnswer(db, { activityId: 'm2', conversationId: 'a:1' })).toMatchObject({
      id: 'two',
      abstained: true,
      language: 'en',
      citations: [],
    });
    expect(await findAnswer(db, { activityId: 'm1', conversationId: 'a:2' })).toBeUndefined();
  });

  test('the latest answer is the newest to this person in this conversation', async () => {
    const { db } = await open();
    const later = new Date(at.getTime() + 1);
    await saveAnswer(db, answerOf('newest', { at: later }));
    await saveAnswer(db, answerOf('older'));
    await saveAnswer(db, answerOf('of-bent', { personKey: 'bent', at: later }));
    await saveAnswer(db, answerOf('elsewhere', { conversationId: 'a:2', at: later }));
    expect((await latestAnswer(db, 'a:1', 'anne'))?.id).toBe('newest');
    expect(await latestAnswer(db, 'a:2', 'bent')).toBeUndefined();
  });

  test('a later verdict of the same person replaces the earlier, another person has their own', async () => {
    const { db } = await open();
    await saveAnswer(db, answerOf('one'));
    const verdict = { answerId: 'one', personKey: 'anne', comment: '', at };
    await saveVerdict(db, { ...verdict, verdict: 'like' });
    await saveVerdict(db, { ...verdict, verdict: 'dislike', comment: 'Forkert\0 år' });
    await saveVerdict(db, { ...verdict, verdict: 'like', personKey: 'bent' });
    const rows = await db
      .selectFrom('verdicts')
      .select(['person_key', 'verdict', 'comment'])
      .orderBy('person_key')
      .execute();
    expect(rows).toEqual([
      { person_key: 'anne', verdict: 'dislike', comment: 'Forkert år' },
      { person_key: 'bent', verdict: 'like', comment: '' },
    ]);
  });

  test('a verdict on an answer that does not exist is refused', async () => {
    const { db } = await open();
    const verdict = { answerId: 'none', personKey: 'anne', verdict: 'like', comment: '', at } as const;
    await expect(saveVerdict(db, verdict)).rejects.toThrow();
  });

  test('old answers are forgotten and counted, the judged ones apart from the others', async () => {
    const { db } = await open();
    const border = new Date(at.getTime() + 1);
    const left = async () => (await db.selectFrom('answers').select('id').orderBy('id').execute()).map(({ id }) => id);
    for (const age of ['old', 'young']) {
      const given = { at: age === 'old' ? at : border };
      await saveAnswer(db, answerOf(age, given));
      await saveAnswer(db, answerOf(`${age}-judged`, given));
      await saveVerdict(db, { answerId: `${age}-judged`, personKey: 'anne', verdict: 'like', comment: '', at });
    }
    expect(await purgeAnswers(db, border, 'unjudged')).toBe(1);
    expect(await left()).toEqual(['old-judged', 'young', 'young-judged']);
    expect(await purgeAnswers(db, border, 'judged')).toBe(1);
    expect(await left()).toEqual(['young', 'young-judged']);
  });

  test('a tie is cut at both ends, for one’s own answer only', async () => {
    const { db } = await open();
    await saveAnswer(db, answerOf('one'));
    await saveVerdict(db, { answerId: 'one', personKey: 'anne', verdict: 'like', comment: '', at });
    const threads = ['a:1 anne', 'a:2 anne', 'a:1 bent', 'a:3 anne'];
    for (const key of threads) await saveContext(db, key, key, at);
    const cut = (personKey: string) => cutTie(db, { answerId: 'one', conversationId: 'a:2', personKey });
    const kept = () => db.selectFrom('answers').select(['person_key', 'conversation_id', 'at']).executeTakeFirst();
    await cut('carl');
    expect(await kept()).toEqual({ person_key: 'anne', conversation_id: 'a:1', at: at.toISOString() });
    await cut('anne');
    expect(await kept()).toEqual({ person_key: '', conversation_id: '', at: '2026-03-02T00:00:00.000Z' });
    expect(await db.selectFrom('verdicts').selectAll().execute()).toEqual([]);
    expect(await Promise.all(threads.map(key => loadContext(db, key)))).toEqual([
      undefined,
      undefined,
      ...threads.slice(2),
    ]);
  });
});
