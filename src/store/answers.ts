// Answers as they were given, and what people thought of them; used by domain/answers.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Citation } from '../model/answer.ts';
import type { Language } from '../model/turn.ts';
import { readJson, storable } from './json.ts';
import { prepareQuery, type Values } from './prepare.ts';
import type { Db, Tables } from './tables.ts';
import { dayOf } from './times.ts';

export interface SavedAnswer {
  id: string;
  conversationId: string;
  personKey: string;
  question: string;
  answer: string;
  citations: Citation[];
  abstained: boolean;
  language: Language;
  at: Date;
}

export interface Verdict {
  answerId: string;
  personKey: string;
  verdict: 'like' | 'dislike';
  comment: string;
  at: Date;
}

const citationsSchema = z.array(
  z.object({
    document: z.string(),
    title: z.string(),
    section: z.string(),
    page: z.number().optional(),
    quote: z.string(),
  }),
);
const languageSchema = z.enum(['da', 'en']);

type AnswerRow = Omit<Selectable<Tables['answers']>, 'activity_id'>;

const insertAnswer = prepareQuery((db, value: Values<AnswerRow>) =>
  db.insertInto('answers').values({
    id: value('id'),
    conversation_id: value('conversation_id'),
    person_key: value('person_key'),
    activity_id: null,
    question: value('question'),
    answer: value('answer'),
    citations: value('citations'),
    abstained: value('abstained'),
    language: value('language'),
    at: value('at'),
  }),
);

const setActivity = prepareQuery((db, value: Values<{ id: string; activity_id: string }>) =>
  db
    .updateTable('answers')
    .set({ activity_id: value('activity_id') })
    .where('id', '=', value('id')),
);

export async function saveAnswer(db: Db, answer: SavedAnswer): Promise<void> {
  await insertAnswer(db, {
    id: answer.id,
    conversation_id: answer.conversationId,
    person_key: answer.personKey,
    question: storable(answer.question),
    answer: storable(answer.answer),
    citations: JSON.stringify(answer.citations),
    abstained: answer.abstained ? 1 : 0,
    language: answer.language,
    at: answer.at.toISOString(),
  });
}

/** Remembers which messages carry which answers, in one transaction. */
export async function attachActivities(db: Db, sent: { answerId: string; activityId: string }[]): Promise<void> {
  await db.transaction().execute(async transaction => {
    for (const { answerId, activityId } of sent) {
      await setActivity(transaction, { id: answerId, activity_id: activityId });
    }
  });
}

export async function findAnswer(
  db: Db,
  { activityId, conversationId }: { activityId: string; conversationId: string },
): Promise<SavedAnswer | undefined> {
  const row = await db
    .selectFrom('answers')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('activity_id', '=', activityId)
    .executeTakeFirst();
  return row && toAnswer(row);
}

/** The newest answer to this person in this conversation: what feedback without a message id is about. */
export async function latestAnswer(
  db: Db,
  conversationId: string,
  personKey: string,
): Promise<SavedAnswer | undefined> {
  const row = await db
    .selectFrom('answers')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('person_key', '=', personKey)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toAnswer(row);
}

/** What this person asked in this conversation and was told, the newest first; abstentions are left out. */
export async function recentAnswers(
  db: Db,
  { conversationId, personKey, since, most }: { conversationId: string; personKey: string; since: Date; most: number },
): Promise<{ question: string; answer: string }[]> {
  return db
    .selectFrom('answers')
    .select(['question', 'answer'])
    .where('conversation_id', '=', conversationId)
    .where('person_key', '=', personKey)
    .where('abstained', '=', 0)
    .where('at', '>=', since.toISOString())
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
}

/** One per answer and person: a later verdict replaces the earlier. */
export async function saveVerdict(db: Db, verdict: Verdict): Promise<void> {
  const changes = {
    verdict: verdict.verdict,
    comment: storable(verdict.comment),
    at: verdict.at.toISOString(),
  };
  await db
    .insertInto('verdicts')
    .values({ answer_id: verdict.answerId, person_key: verdict.personKey, ...changes })
    .onConflict(conflict => conflict.columns(['answer_id', 'person_key']).doUpdateSet(changes))
    .execute();
}

/** Forgets answers given before the time, either those that somebody has judged, verdicts included, or the others. @returns how many. */
export async function purgeAnswers(db: Db, before: Date, which: 'judged' | 'unjudged'): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('answers')
    .where('at', '<', before.toISOString())
    .where(({ not, exists, selectFrom }) => {
      const judged = exists(
        selectFrom('verdicts').select('answer_id').whereRef('verdicts.answer_id', '=', 'answers.id'),
      );
      return which === 'judged' ? judged : not(judged);
    })
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function toAnswer(row: Selectable<Tables['answers']>): SavedAnswer {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    personKey: row.person_key,
    question: row.question,
    answer: row.answer,
    citations: readJson(citationsSchema, row.citations) as Citation[],
    abstained: row.abstained === 1,
    language: languageSchema.parse(row.language),
    at: new Date(row.at),
  };
}

/** Where and when an answer was given; `undefined` unless it was given to this person. */
export async function ownAnswer(
  db: Db,
  { answerId, personKey }: { answerId: string; personKey: string },
): Promise<{ conversationId: string; at: string } | undefined> {
  return db
    .selectFrom('answers')
    .select(['conversation_id as conversationId', 'at'])
    .where('id', '=', answerId)
    .where('person_key', '=', personKey)
    .executeTakeFirst();
}

/**
 * Leaves an answer without its person, conversation and time of day, and forgets the threads and verdicts that would lead
 * back; in the caller's transaction. An answer to somebody else stays as it is.
 */
export async function cutTie(
  transaction: Db,
  { answerId, conversationId, personKey }: { answerId: string; conversationId: string; personKey: string },
): Promise<void> {
  const own = await ownAnswer(transaction, { answerId, personKey });
  if (own) {
    await transaction.deleteFrom('verdicts').where('answer_id', '=', answerId).execute();
    await transaction
      .updateTable('answers')
      .set({ person_key: '', conversation_id: '', activity_id: null, at: dayOf(own.at) })
      .where('id', '=', answerId)
      .execute();
  }
  // A card can have been passed on: the thread of the answer is then another than the one it is pressed in.
  const threads = [conversationId, own?.conversationId ?? conversationId].map(id => `${id} ${personKey}`);
  await transaction.deleteFrom('contexts').where('key', 'in', threads).execute();
}
