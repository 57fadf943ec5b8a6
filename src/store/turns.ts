// Which turns have been answered, so that a repeated delivery is answered once; used by domain/inbox.
import type { Db } from './tables.ts';

/**
 * `new`: the caller must answer and then call finishTurn. `running`: another one is answering now. `done`: it has been answered.
 * A turn whose lease is over without having been finished is given away again.
 */
export async function beginTurn(
  db: Db,
  key: string,
  { now, leaseMs }: { now: Date; leaseMs: number },
): Promise<'new' | 'running' | 'done'> {
  const at = now.toISOString();
  const lease = { begun_at: at, lease_until: new Date(now.getTime() + leaseMs).toISOString() };
  const taken = await db
    .insertInto('turns')
    .values({ key, finished_at: null, result: null, ...lease })
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
  const row = await db.selectFrom('turns').select('finished_at').where('key', '=', key).executeTakeFirst();
  return row?.finished_at ? 'done' : 'running';
}

/** Whether a turn has been answered; for a server that is alone and so needs no lease. */
export async function isFinished(db: Db, key: string): Promise<boolean> {
  const row = await db.selectFrom('turns').select('finished_at').where('key', '=', key).executeTakeFirst();
  return row?.finished_at != null;
}

/** `result` is what turnResult gives back, stored as JSON. */
export async function finishTurn(db: Db, key: string, { now, result }: { now: Date; result?: unknown }): Promise<void> {
  const at = now.toISOString();
  const finished = { finished_at: at, result: result === undefined ? null : JSON.stringify(result) };
  await db
    .insertInto('turns')
    .values({ key, begun_at: at, lease_until: at, ...finished })
    .onConflict(conflict => conflict.column('key').doUpdateSet(finished))
    .execute();
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
