// What the language model may cost: tokens a day for each tenant, counted among all servers. Asked by answers/fluent before each call.
import type { Clock } from '../lib/clock.ts';
import { addModelUsage } from '../store/model-usage.ts';
import type { Db } from '../store/tables.ts';

export interface ModelBudget {
  /**
   * Sets tokens aside before a call, so that calls at the same time cannot overdraw together.
   * @returns to be told once what the call used in the end; `undefined` when the day's budget does not reach.
   */
  reserve(tenantId: string, tokens: number): Promise<((used: number) => Promise<void>) | undefined>;
}

/** A day is one of UTC. */
export function createModelBudget(parts: { db: Db; clock: Clock; dailyTokens: number }): ModelBudget {
  const { db, clock, dailyTokens } = parts;
  return {
    async reserve(tenantId, tokens) {
      const day = clock.now().toISOString().slice(0, 10);
      if (!(await addModelUsage(db, { tenantId, day, tokens, limit: dailyTokens }))) return undefined;
      // What is used is used, also where it is more than was set aside.
      return async used => void (await addModelUsage(db, { tenantId, day, tokens: used - tokens }));
    },
  };
}

/** For commands, which whoever runs them pays attention to. */
export const unlimitedBudget: ModelBudget = { reserve: async () => async () => {} };
