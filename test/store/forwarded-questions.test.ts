// Questions sent to the administration are kept once per meaning with a right count.
import { expect, test } from 'vitest';
import { saveAnswer } from '../../src/store/answers.ts';
import {
  type ForwardedAsk,
  type ForwardedGroup,
  forwardQuestion,
  listForwardedGroups,
} from '../../src/store/forwarded-questions.ts';
import type { Db } from '../../src/store/tables.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const at = new Date('2026-03-02T08:00:00.000Z');

const ask = (askId: string, changes: Partial<ForwardedAsk> = {}): ForwardedAsk => ({
  askId,
  text: `Spørgsmål ${askId}`,
  sender: 'anne',
  named: true,
  answerId: 'answer',
  conversationId: 'a:1',
  submissionKey: `press-${askId}`,
  at,
  ...changes,
});
const noGroup = () => undefined;
const onlyGroup = ([group]: ForwardedGroup[]) => group?.id;

const saveAnswerTo = (db: Db, personKey: string) =>
  saveAnswer(db, {
    id: 'answer',
    conversationId: 'a:1',
    personKey,
    question: 'Hvem betaler kaffen?',
    answer: 'Det står ikke i dokumenterne.',
    citations: [],
    abstained: true,
    language: 'da',
    at,
  });

describeOnBothEngines('forwarded questions', (open, newLocation) => {
  test('the first of its meaning begins a group, the next ones are counted in it', async () => {
    const { db } = await open();
    const later = new Date(at.getTime() + 1_000);
    const { groupId, count } = await forwardQuestion(db, ask('one'), onlyGroup);
    expect(count).toBe(1);
    expect(await forwardQuestion(db, ask('two', { at: later }), onlyGroup)).toEqual({ groupId, count: 2 });
    expect(await listForwardedGroups(db)).toEqual([
      { id: groupId, text: 'Spørgsmål one', status: 'open', count: 2, firstAt: at, lastAt: later },
    ]);
  });

  test('the group that was asked last comes first', async () => {
    const { db } = await open();
    const first = await forwardQuestion(db, ask('one'), noGroup);
    await forwardQuestion(db, ask('two', { at: new Date(at.getTime() + 1) }), noGroup);
    await forwardQuestion(db, ask('three', { at: new Date(at.getTime() + 2) }), () => first.groupId);
    expect((await listForwardedGroups(db)).map(group => group.text)).toEqual(['Spørgsmål one', 'Spørgsmål two']);
  });

  test('a submission that is delivered again counts once', async () => {
    const { db } = await open();
    const first = await forwardQuestion(db, ask('one'), noGroup);
    const again = ask('other-id', { submissionKey: 'press-one' });
    expect(await forwardQuestion(db, again, noGroup)).toEqual(first);
    expect(await forwardQuestion(db, again, onlyGroup)).toEqual(first);
    expect(await listForwardedGroups(db)).toMatchObject([{ count: 1 }]);
  });

  test('ten people on two servers who ask a new question at once make one group of ten, and a submission delivered to both counts once', async () => {
    const location = newLocation();
    const [one, other] = await Promise.all([open(location), open(location)]);
    const counts = await Promise.all(
      Array.from({ length: 10 }, (_, i) => forwardQuestion((i % 2 ? one : other).db, ask(`n${i}`), onlyGroup)),
    );
    expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const twice = await Promise.all(
      [one, other].map(({ db }, i) => forwardQuestion(db, ask(`d${i}`, { submissionKey: 'same' }), noGroup)),
    );
    expect(twice[0]).toEqual(twice[1]);
    expect((await listForwardedGroups(one.db)).map(group => group.count).sort((a, b) => a - b)).toEqual([1, 10]);
  });

  test('without a name nothing leads back to the person', async () => {
    const { db } = await open();
    await saveAnswerTo(db, 'anne');
    await forwardQuestion(db, ask('nameless', { named: false }), noGroup);
    expect(await db.selectFrom('forwarded_asks').selectAll().execute()).toEqual([
      {
        id: 'nameless',
        group_id: 'nameless',
        submission_key: 'press-nameless',
        text: 'Spørgsmål nameless',
        person_key: null,
        answer_id: null,
        at: '2026-03-02T00:00:00.000Z',
      },
    ]);
    const day = new Date('2026-03-02T00:00:00.000Z');
    expect(await listForwardedGroups(db)).toMatchObject([{ firstAt: day, lastAt: day }]);
    expect(await db.selectFrom('answers').select('person_key').execute()).toEqual([{ person_key: '' }]);
  });

  test.each<[string, string | null, string, Partial<ForwardedAsk>]>([
    ['the sender’s own in this conversation', 'answer', 'anne', {}],
    ['the sender’s own in another conversation', null, 'anne', { conversationId: 'a:2' }],
    ['somebody else’s', null, 'bent', {}],
    ['no longer kept', null, 'anne', { answerId: 'gone' }],
  ])(
    'with a name the answer is kept when it is the sender’s own in the conversation: %s → %s',
    async (_, kept, personKey, changes) => {
      const { db } = await open();
      await saveAnswerTo(db, personKey);
      await forwardQuestion(db, ask('named', changes), noGroup);
      const row = await db.selectFrom('forwarded_asks').select(['person_key', 'answer_id']).executeTakeFirst();
      expect(row).toEqual({ person_key: 'anne', answer_id: kept });
    },
  );

  test('somebody else’s answer stays theirs when the question is sent on without a name', async () => {
    const { db } = await open();
    await saveAnswerTo(db, 'bent');
    await forwardQuestion(db, ask('nameless', { named: false }), noGroup);
    expect(await db.selectFrom('answers').select('person_key').execute()).toEqual([{ person_key: 'bent' }]);
  });

  test('a group that cannot be picked leaves nothing behind', async () => {
    const { db } = await open();
    await expect(forwardQuestion(db, ask('one'), () => 'gone')).rejects.toThrow();
    expect(await db.selectFrom('forwarded_asks').select('id').execute()).toEqual([]);
  });
});
