// How long each kind of thing is kept: to the very period, and not a millisecond less.
import { expect, test } from 'vitest';
import { createHousekeeping, keptDays } from '../../src/domain/housekeeping.ts';
import { type SavedAnswer, saveAnswer, saveVerdict } from '../../src/store/answers.ts';
import { removeReferences, saveContext, saveReference } from '../../src/store/conversations.ts';
import { forwardQuestion } from '../../src/store/forwarded-questions.ts';
import type { Db } from '../../src/store/tables.ts';
import { finishTurn } from '../../src/store/turns.ts';
import { createTestClock } from '../support/clock.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const personKey = 'mette';
const conversationId = 'a:personal';

function answerOf(id: string, at: Date): SavedAnswer {
  const said = { question: 'Hvad er målpilen?', answer: 'En plan.', citations: [], abstained: false } as const;
  return { id, conversationId, personKey, ...said, citations: [], language: 'da', at };
}

async function saveJudged(db: Db, at: Date): Promise<void> {
  await saveAnswer(db, answerOf('judged', at));
  await saveVerdict(db, { answerId: 'judged', personKey, verdict: 'like', comment: 'Fint', at });
}

async function removeReference(db: Db, at: Date): Promise<void> {
  const reached = { personKey, serviceUrl: 'https://smba.example/', botId: '28:bot', channelUserId: '29:mette' };
  const conversation = { id: conversationId, kind: 'personal', tenantId: 't' } as const;
  await saveReference(db, { ...reached, conversation, updatedAt: at });
  await removeReferences(db, conversationId, at);
}

function forward(db: Db, named: boolean, at: Date) {
  const press = { answerId: 'answer', conversationId, submissionKey: named ? 'with' : 'without', at };
  const ask = { ...press, askId: `ask-${named}`, text: 'Hvem betaler kaffen?', sender: personKey, named };
  return forwardQuestion(db, ask, groups => groups[0]?.id);
}

const kinds: [keyof typeof keptDays, number, (db: Db, at: Date) => Promise<unknown>][] = [
  ['answers', 30, (db, at) => saveAnswer(db, answerOf('plain', at))],
  ['judgedAnswers', 180, saveJudged],
  ['names', 180, (db, at) => forward(db, true, at)],
  ['turns', 7, (db, at) => finishTurn(db, 'message a 1', { now: at })],
  ['contexts', 1, (db, at) => saveContext(db, 'a mette', {}, at)],
  ['removedReferences', 30, removeReference],
];
const nothing = Object.fromEntries(kinds.map(([kind]) => [kind, 0]));

describeOnBothEngines('housekeeping', open => {
  test.each(kinds)('%s are kept for %i days and then forgotten', async (kind, days, keep) => {
    expect(keptDays[kind]).toBe(days);
    const { db } = await open();
    const clock = createTestClock();
    const housekeeping = createHousekeeping({ db, clock });
    await keep(db, clock.now());
    clock.advance(days * dayMs);
    expect(await housekeeping.run()).toEqual(nothing);
    clock.advance(1);
    expect(await housekeeping.run()).toEqual({ ...nothing, [kind]: 1 });
    expect(await housekeeping.run()).toEqual(nothing);
  });

  test('a judged answer takes its verdicts with it', async () => {
    const { db } = await open();
    const clock = createTestClock();
    await saveJudged(db, clock.now());
    clock.advance(keptDays.judgedAnswers * dayMs + 1);
    await createHousekeeping({ db, clock }).run();
    expect(await db.selectFrom('verdicts').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('answers').selectAll().execute()).toEqual([]);
  });

  test('a question sent with a name becomes one sent without, and still counts', async () => {
    const { db } = await open();
    const clock = createTestClock();
    await saveAnswer(db, answerOf('answer', clock.now()));
    await forward(db, true, clock.now());
    await forward(db, false, clock.now());
    const asks = () => db.selectFrom('forwarded_asks').select(['text', 'person_key', 'answer_id', 'at']).execute();
    const without = { text: 'Hvem betaler kaffen?', person_key: null, answer_id: null, at: '2026-03-02T00:00:00.000Z' };
    expect(await asks()).not.toEqual([without, without]);
    clock.advance(keptDays.names * dayMs + 1);
    await createHousekeeping({ db, clock }).run();
    expect(await asks()).toEqual([without, without]);
    expect(await db.selectFrom('forwarded_groups').select('count').execute()).toEqual([{ count: 2 }]);
  });
});
