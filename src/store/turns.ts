// Which turns have been answered, so that a repeated delivery is answered once; used by domain/inbox.
import { prepareQuery, type Values } from './prepare.ts';
import type { Db } from './tables.ts';

const selectFinished = prepareQuery((db, value: Values<{ key: string }>) =>
  db.selectFrom('turns').select('finished_at').where('key', '=', value('key')),
);

const upsertFinished = prepareQuery(
  (db, value: Values<{ key: string; finished_at: string; result: string | null }>) => {
    const finished = { finished_at: value('finished_at'), result: value('result') };
    return db
      .insertInto('turns')
      .values({
        key: value('key'),
        begun_at: value('finished_at'),
        lease_until: value('finished_at'),
        conversation_id: null,
        ...finished,
      })
      .onConflict(conflict => conflict.column('key').doUpdateSet(finished));
  },
);

/**
 * `new`: the caller must answer and then call finishTurn. `running`: another one is answering now. `done`: it has been answered.
 * A turn whose lease is over without having been finished is given away again.
 */
export async function beginTurn(
  db: Db,
  key: string,
  { conversationId, now, leaseMs }: { conversationId: string; now: Date; leaseMs: number },
): Promise<'new' | 'running' | 'done'> {
  const at = now.toISOString();
  const lease = { begun_at: at, lease_until: new Date(now.getTime() + leaseMs).toISOString() };
  const taken = await db
    .insertInto('turns')
    .values({ key, conversation_id: conversationId, finished_at: null, result: null, ...lease })
    .onConflict(conflict =>
      conflict
        .column('key')
        .doUpdateSet(lease)
        .where('turns.finished_at', 'is', null)
        .where('turns.lease_until', '<=', at),
    )
    .returning('key')
    .executeTakeFirst();
  if (taken) return 'new';
  const [row] = await selectFinished(db, { key });
  return row?.finished_at ? 'done' : 'running';
}

/** Whether a turn that was begun has to wait: an earlier one of the same conversation is still running, here or on another server. */
export async function isBehind(
  db: Db,
  key: string,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<boolean> {
  const own = db.selectFrom('turns').select('begun_at').where('key', '=', key);
  const earlier = await db
    .selectFrom('turns')
    .select('key')
    .where('conversation_id', '=', conversationId)
    .where('finished_at', 'is', null)
    .where('lease_until', '>', now.toISOString())
    .where(({ eb, or, and }) => or([eb('begun_at', '<', own), and([eb('begun_at', '=', own), eb('key', '<', key)])]))
    .limit(1)
    .executeTakeFirst();
  return earlier !== undefined;
}

/** Whether a turn has been answered; for a server that is alone and so needs no lease. */
export async function isFinished(db: Db, key: string): Promise<boolean> {
  const [row] = await selectFinished(db, { key });
  return row?.finished_at != null;
}

/** `result` is what turnResult gives back, stored as JSON. */
export async function finishTurn(db: Db, key: string, { now, result }: { now: Date; result?: unknown }): Promise<void> {
  const stored = result === undefined ? null : JSON.stringify(result);
  await upsertFinished(db, { key, finished_at: now.toISOString(), result: stored });
}

/** `undefined` when the turn is unknown, unfinished or left no result; the caller checks the shape. */
export async function turnResult(db: Db, key: string): Promise<unknown> {
  const row = await db.selectFrom('turns').select('result').where('key', '=', key).executeTakeFirst();
  return row?.result ? JSON.parse(row.result) : undefined;
}

/** Forgets turns begun before the given time. @returns how many. */
export async function purgeTurns(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('turns')
    .where('begun_at', '<', before.toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}
