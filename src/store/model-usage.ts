// How many tokens of the language model each tenant has used on each day: a row a day, about nobody. Used by domain/model-budget.
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/**
 * Adds tokens to a tenant's day unless that would take it beyond the limit, where one is given.
 * @param day such as `2026-03-02`. @param tokens may be negative, to give back. @returns whether they were added.
 */
export async function addModelUsage(
  db: Db,
  { tenantId, day, tokens, limit }: { tenantId: string; day: string; tokens: number; limit?: number },
): Promise<boolean> {
  if (limit !== undefined && tokens > limit) return false;
  const added = await db
    .insertInto('model_usage')
    .values({ tenant_id: tenantId, day, tokens })
    .onConflict(conflict => {
      const sum = sql<number>`model_usage.tokens + ${tokens}`;
      const adding = conflict.columns(['tenant_id', 'day']).doUpdateSet({ tokens: sum });
      return limit === undefined ? adding : adding.where(sql<boolean>`${sum} <= ${limit}`);
    })
    .returning('tokens')
    .executeTakeFirst();
  return added !== undefined;
}
