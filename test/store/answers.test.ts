// Answers are found again by their message, judged, and forgotten when nobody judged them.
import { expect, test } from 'vitest';
import {
  attachActivities,
  findAnswer,
  latestAnswer,
  purgeAnswers,
  type SavedAnswer,
  saveAnswer,
  saveVerdict,
} from '../../src/store/answers.ts';
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

  test('old answers are forgotten and counted unless somebody judged them', async () => {
    const { db } = await open();
    const border = new Date(at.getTime() + 1);
    await saveAnswer(db, answerOf('judged'));
    await saveVerdict(db, { answerId: 'judged', personKey: 'anne', verdict: 'like', comment: '', at });
    await saveAnswer(db, answerOf('old'));
    await saveAnswer(db, answerOf('young', { at: border }));
    expect(await purgeAnswers(db, border)).toBe(1);
    const left = await db.selectFrom('answers').select('id').orderBy('id').execute();
    expect(left.map(row => row.id)).toEqual(['judged', 'young']);
  });
});
