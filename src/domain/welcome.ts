// Who has been greeted: once a person, however often Teams says that they joined. Called by turns/.
import type { Clock } from '../lib/clock.ts';
import type { JoinedTurn, Turn } from '../model/turn.ts';
import { claimWelcomes, returnWelcomes, type WelcomePlace } from '../store/people.ts';
import type { Db } from '../store/tables.ts';

export interface Welcome {
  /**
   * Claims the greeting of those who joined. One in a group or channel leaves their own, in the personal chat, untouched.
   * @returns whether any of them has it still to come.
   */
  claim(turn: JoinedTurn): Promise<boolean>;
  /** The greeting could not be sent: those whom this turn claimed may be greeted the next time. Other turns have none to give back. */
  giveBack(turn: Turn): Promise<void>;
}

export function createWelcome({ db, clock }: { db: Db; clock: Clock }): Welcome {
  const claims = new WeakMap<Turn, string[]>();
  return {
    async claim(turn) {
      const keys = turn.joined.map(({ key }) => key);
      const claimed = await claimWelcomes(db, keys, placeOf(turn), clock.now());
      claims.set(turn, claimed);
      return claimed.length > 0;
    },
    async giveBack(turn) {
      await returnWelcomes(db, claims.get(turn) ?? [], placeOf(turn));
      claims.delete(turn);
    },
  };
}

const placeOf = ({ conversation }: Turn): WelcomePlace => (conversation.kind === 'personal' ? 'alone' : 'among-others');
