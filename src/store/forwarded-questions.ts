// Questions that people sent to the administration, one group per meaning with a count; used by domain/forwarding.
import { sql } from 'kysely';
import { z } from 'zod';
import { cutTie, ownAnswer } from './answers.ts';
import { storable } from './json.ts';
import type { Db } from './tables.ts';
import { dayOf } from './times.ts';

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
  text: string;
  /** Key of the person who sends it. */
  sender: string;
  /** Whether they send it with their name; without, nothing is kept that leads from the words back to them. */
  named: boolean;
  /** The answer that left the question open, as the button says: kept with a name, and only where it is the sender's own. */
  answerId: string;
  /** Where it is sent from. */
  conversationId: string;
  /** The same for every delivery of one submission. */
  submissionKey: string;
  at: Date;
}

interface Counted {
  groupId: string;
  count: number;
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
 * Counts the ask in its group, once per submission key; a repetition gets what the first got. One at a time, on all servers:
 * of two who ask the same at once, the second finds the group of the first.
 * @param groupOf picks the id of the group of the same meaning among all that there are; a new one begins where it picks none.
 */
export function forwardQuestion(
  db: Db,
  ask: ForwardedAsk,
  groupOf: (groups: ForwardedGroup[]) => string | undefined,
): Promise<Counted> {
  return db.transaction().execute(async transaction => {
    await waitForOthers(transaction);
    const repeated = await groupOfSubmission(transaction, ask.submissionKey);
    if (repeated) return repeated;
    const at = ask.named ? ask.at.toISOString() : dayOf(ask.at.toISOString());
    const groupId = groupOf(await listForwardedGroups(transaction));
    const counted = await (groupId === undefined
      ? beginGroup(transaction, ask, at)
      : joinGroup(transaction, groupId, at));
    const { askId, named, sender, submissionKey, text } = ask;
    await transaction
      .insertInto('forwarded_asks')
      .values({
        id: askId,
        group_id: counted.groupId,
        submission_key: submissionKey,
        text: storable(text),
        person_key: named ? sender : null,
        answer_id: named ? await tie(transaction, ask) : null,
        at,
      })
      .execute();
    // The words mostly stand in the answer's row and in the conversation's thread as well.
    if (!named) await cutTie(transaction, { ...ask, personKey: sender });
    return counted;
  });
}

/** Leaves asks sent with a name before the time as those sent without: no person, no answer, no time of day. @returns how many. */
export async function forgetNames(db: Db, before: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('forwarded_asks')
    .set({ person_key: null, answer_id: null, at: sql`substr(at, 1, 10) || 'T00:00:00.000Z'` })
    .where('person_key', 'is not', null)
    .where('at', '<', before.toISOString())
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Until the transaction ends; on PostgreSQL by the row, on SQLite every transaction that writes is alone. */
async function waitForOthers(transaction: Db): Promise<void> {
  await transaction.updateTable('locks').set({ taken: sql`taken + 1` }).where('name', '=', 'forwarding').execute();
}

/** The answer's id if it was given to the sender in this conversation: a card can be another's, or passed on. */
async function tie(db: Db, { answerId, conversationId, sender }: ForwardedAsk): Promise<string | null> {
  const own = await ownAnswer(db, { answerId, personKey: sender });
  return own?.conversationId === conversationId ? answerId : null;
}

async function groupOfSubmission(db: Db, submissionKey: string): Promise<Counted | undefined> {
  return db
    .selectFrom('forwarded_asks')
    .innerJoin('forwarded_groups', 'forwarded_groups.id', 'forwarded_asks.group_id')
    .select(['group_id as groupId', 'count'])
    .where('submission_key', '=', submissionKey)
    .executeTakeFirst();
}

async function beginGroup(db: Db, { askId, text }: ForwardedAsk, at: string): Promise<Counted> {
  await db
    .insertInto('forwarded_groups')
    .values({ id: askId, text: storable(text), status: 'open', count: 1, first_at: at, last_at: at })
    .execute();
  return { groupId: askId, count: 1 };
}

async function joinGroup(db: Db, groupId: string, at: string): Promise<Counted> {
  return db
    .updateTable('forwarded_groups')
    .set({ count: sql`count + 1`, last_at: at })
    .where('id', '=', groupId)
    .returning(['id as groupId', 'count'])
    .executeTakeFirstOrThrow();
}
