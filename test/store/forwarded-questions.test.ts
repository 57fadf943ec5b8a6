// Questions sent to the administration are kept once per meaning with a right count.
import { expect, test } from 'vitest';
import { type ForwardedAsk, forwardQuestion, listForwardedGroups } from '../../src/store/forwarded-questions.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const at = new Date('2026-03-02T08:00:00.000Z');

function ask(askId: string, changes: Partial<ForwardedAsk> = {}): ForwardedAsk {
  return { askId, text: `Spørgsmål ${askId}`, personKey: 'anne', submissionKey: `press-${askId}`, at, ...changes };
}

describeOnBothEngines('forwarded questions', (open, newLocation) => {
  test('the first of its meaning begins a group, the next ones are counted in it', async () => {
    const { db } = await open();
    const later = new Date(at.getTime() + 1_000);
    const { groupId, count } = await forwardQuestion(db, ask('one'));
    expect(count).toBe(1);
    expect(await forwardQuestion(db, ask('two', { groupId, at: later }))).toEqual({ groupId, count: 2 });
    expect(await listForwardedGroups(db)).toEqual([
      { id: groupId, text: 'Spørgsmål one', status: 'open', count: 2, firstAt: at, lastAt: later },
    ]);
  });

  test('the group that was asked last comes first', async () => {
    const { db } = await open();
    const first = await forwardQuestion(db, ask('one'));
    await forwardQuestion(db, ask('two', { at: new Date(at.getTime() + 1) }));
    await forwardQuestion(db, ask('three', { groupId: first.groupId, at: new Date(at.getTime() + 2) }));
    expect((await listForwardedGroups(db)).map(group => group.text)).toEqual(['Spørgsmål one', 'Spørgsmål two']);
  });

  test('a submission that is delivered again counts once', async () => {
    const { db } = await open();
    const first = await forwardQuestion(db, ask('one'));
    const again = ask('other-id', { submissionKey: 'press-one' });
    expect(await forwardQuestion(db, again)).toEqual(first);
    expect(await forwardQuestion(db, { ...again, groupId: first.groupId })).toEqual(first);
    expect(await listForwardedGroups(db)).toMatchObject([{ count: 1 }]);
  });

  test('ten people on two servers at once are counted as ten, and one submission delivered to both as one', async () => {
    const location = newLocation();
    const [one, other] = await Promise.all([open(location), open(location)]);
    const { groupId } = await forwardQuestion(one.db, ask('first'));
    const counts = await Promise.all(
      Array.from({ length: 10 }, (_, i) => forwardQuestion((i % 2 ? one : other).db, ask(`n${i}`, { groupId }))),
    );
    expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const twice = await Promise.all(
      [one, other].map(({ db }, i) => forwardQuestion(db, ask(`d${i}`, { submissionKey: 'same' }))),
    );
    expect(twice[0]).toEqual(twice[1]);
    expect((await listForwardedGroups(one.db)).map(group => group.count).sort((a, b) => a - b)).toEqual([1, 11]);
  });

  test('without a name nothing leads back to the person', async () => {
    const { db } = await open();
    await forwardQuestion(db, ask('nameless', { personKey: null, answerId: 'answer' }));
    await forwardQuestion(db, ask('named', { answerId: 'answer' }));
    const rows = await db
      .selectFrom('forwarded_asks')
      .select(['id', 'person_key', 'answer_id'])
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { id: 'named', person_key: 'anne', answer_id: 'answer' },
      { id: 'nameless', person_key: null, answer_id: null },
    ]);
  });

  test('a group that does not exist is refused and nothing is kept', async () => {
    const { db } = await open();
    const attempt = forwardQuestion(db, ask('one', { groupId: 'gone' }));
    await expect(attempt).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await db.selectFrom('forwarded_asks').select('id').execute()).toEqual([]);
  });
});
