// Who has been greeted: once a person, however often Teams says that they joined. Called by turns/.
import type { Clock } from '../lib/clock.ts';
import { claimWelcome } from '../store/people.ts';
import type { Db } from '../store/tables.ts';

export interface Welcome {
  /** Claims the greeting for each. @returns whether any of them had not been greeted yet. */
  claim(personKeys: string[]): Promise<boolean>;
}

export function createWelcome({ db, clock }: { db: Db; clock: Clock }): Welcome {
  return {
    async claim(personKeys) {
      let any = false;
      for (const key of personKeys) any = (await claimWelcome(db, key, clock.now())) || any;
      return any;
    },
  };
}
