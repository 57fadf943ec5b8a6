// How long what people asked is kept. The periods are told to users in the welcome and the guide, and to the data protection officer in the README.
import type { Clock } from '../lib/clock.ts';
import { purgeAnswers } from '../store/answers.ts';
import { purgeContexts, purgeReferences } from '../store/conversations.ts';
import { forgetNames } from '../store/forwarded-questions.ts';
import type { Db } from '../store/tables.ts';
import { purgeTurns } from '../store/turns.ts';

/** Days that each kind of thing is kept. */
export const keptDays = {
  /** Questions and answers without a verdict, so that a verdict finds its answer. */
  answers: 30,
  /** Those with one, from the day of the answer: half a year in which answers are made better. */
  judgedAnswers: 180,
  /** Who sent a question with their name: half a year in which the administration can reply. The question stays, as one sent without. */
  names: 180,
  /** Ids of activities that Teams may deliver again; it gives up after hours. */
  turns: 7,
  /** The thread of a conversation; it is leant on for half an hour. */
  contexts: 1,
  /** How somebody could be reached where they or the assistant no longer are. */
  removedReferences: 30,
} as const;
type Kind = keyof typeof keptDays;

export interface Housekeeping {
  /** @returns how many rows of each kind were forgotten. */
  run(): Promise<Record<Kind, number>>;
}

export function createHousekeeping({ db, clock }: { db: Db; clock: Clock }): Housekeeping {
  const border = (kind: Kind) => new Date(clock.now().getTime() - keptDays[kind] * 24 * 60 * 60 * 1000);
  return {
    run: async () => ({
      answers: await purgeAnswers(db, border('answers'), 'unjudged'),
      judgedAnswers: await purgeAnswers(db, border('judgedAnswers'), 'judged'),
      names: await forgetNames(db, border('names')),
      turns: await purgeTurns(db, border('turns')),
      contexts: await purgeContexts(db, border('contexts')),
      removedReferences: await purgeReferences(db, border('removedReferences')),
    }),
  };
}
