// Questions that people sent to the administration, one group per meaning with a count; used by domain/answers.
import { sql } from 'kysely';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import { storable } from './json.ts';
import type { Db } from './tables.ts';

export interface ForwardedGroup {
  id: string;
  /** As the first person put it. */
  text: string;
  status: 'open' | 'closed';
  count: number;
  firstAt: Date;
  lastAt: Date;
}

export interface ForwardedAsk {
  askId: string;
  /** The group of the same meaning; a new one begins where none is given. */
  groupId?: string | undefined;
  text: string;
  /** Null when the person chose to send it without their name. */
  personKey: string | null;
  /** Kept only together with a name, since the answer's row says who asked. */
  answerId?: string | undefined;
  /** The same for every delivery of one submission. */
  submissionKey: string;
  at: Date;
}

const statusSchema = z.enum(['open', 'closed']);

/** The latest first. */
export async function listForwardedGroups(db: Db): Promise<ForwardedGroup[]> {
  const rows = await db.selectFrom('forwarded_groups').selectAll().orderBy('last_at', 'desc').execute();
  return rows.map(row => ({
    id: row.id,
    text: row.text,
    status: statusSchema.parse(row.status),
    count: row.count,
    firstAt: new Date(row.first_at),
    lastAt: new Date(row.last_at),
  }));
}

/**
 * Counts the ask in its group, once per submission key; a repetition gets what the first got.
 * @throws AppError `invalid-input` when the group does not exist.
 */
export function forwardQuestion(db: Db, ask: ForwardedAsk): Promise<{ groupId: string; count: number }> {
  return db.transaction().execute(async transaction => {
    const groupId = ask.groupId ?? ask.askId;
    const added = await transaction
      .insertInto('forwarded_asks')
      .values({
        id: ask.askId,
        group_id: groupId,
        submission_key: ask.submissionKey,
        text: storable(ask.text),
        person_key: ask.personKey,
        answer_id: ask.personKey === null ? null : (ask.answerId ?? null),
        at: ask.at.toISOString(),
      })
      .onConflict(conflict => conflict.column('submission_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) return groupOfSubmission(transaction, ask.submissionKey);
    if (ask.groupId === undefined) return beginGroup(transaction, groupId, ask);
    return joinGroup(transaction, groupId, ask.at);
  });
}

async function groupOfSubmission(db: Db, submissionKey: string): Promise<{ groupId: string; count: number }> {
  return db
    .selectFrom('forwarded_asks')
    .innerJoin('forwarded_groups', 'forwarded_groups.id', 'forwarded_asks.group_id')
    .select(['group_id as groupId', 'count'])
    .where('submission_key', '=', submissionKey)
    .executeTakeFirstOrThrow();
}

async function beginGroup(db: Db, id: string, { text, at }: ForwardedAsk): Promise<{ groupId: string; count: number }> {
  const when = at.toISOString();
  await db
    .insertInto('forwarded_groups')
    .values({ id, text: storable(text), status: 'open', count: 1, first_at: when, last_at: when })
    .execute();
  return { groupId: id, count: 1 };
}

async function joinGroup(db: Db, groupId: string, at: Date): Promise<{ groupId: string; count: number }> {
  const group = await db
    .updateTable('forwarded_groups')
    .set({ count: sql`count + 1`, last_at: at.toISOString() })
    .where('id', '=', groupId)
    .returning('count')
    .executeTakeFirst();
  if (!group) throw new AppError('invalid-input', `There is no group ${groupId} of forwarded questions.`);
  return { groupId, count: group.count };
}
