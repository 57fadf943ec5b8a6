// How long what people asked is kept. The periods are told to users in the welcome and to the data protection officer in the README.
import type { Clock } from '../lib/clock.ts';
import { purgeAnswers } from '../store/answers.ts';
import { purgeContexts } from '../store/conversations.ts';
import type { Db } from '../store/tables.ts';
import { purgeTurns } from '../store/turns.ts';

/** Days that questions and answers without a verdict are kept, so that a verdict finds its answer. */
export const answerDays = 30;
/** Days in which Teams may deliver an activity again; it gives up after hours. */
const turnDays = 7;
/** Days that the thread of a conversation is kept; it is leant on for half an hour. */
const contextDays = 1;

export interface Housekeeping {
  /** @returns how many rows of each kind were forgotten. */
  run(): Promise<{ answers: number; turns: number; contexts: number }>;
}

export function createHousekeeping({ db, clock }: { db: Db; clock: Clock }): Housekeeping {
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 24 * 60 * 60 * 1000);
  return {
    run: async () => ({
      answers: await purgeAnswers(db, daysAgo(answerDays)),
      turns: await purgeTurns(db, daysAgo(turnDays)),
      contexts: await purgeContexts(db, daysAgo(contextDays)),
    }),
  };
}
