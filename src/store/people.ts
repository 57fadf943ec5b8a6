// What is remembered of a person: the language and whether they have been welcomed. Keyed by Entra object id or channel id.
import { z } from 'zod';
import type { Language } from '../model/turn.ts';
import { prepareQuery, type Values } from './prepare.ts';
import type { Db } from './tables.ts';

const languageSchema = z.enum(['da', 'en']).nullable();
const unwelcomed = { welcomed_at: null, welcomed_among_others_at: null };
const welcomedAt = { alone: 'welcomed_at', 'among-others': 'welcomed_among_others_at' } as const;

const selectLanguage = prepareQuery((db, value: Values<{ key: string }>) =>
  db.selectFrom('people').select('language').where('key', '=', value('key')),
);

/** `undefined` until the person has chosen. */
export async function languageOf(db: Db, key: string): Promise<Language | undefined> {
  const [row] = await selectLanguage(db, { key });
  return languageSchema.parse(row?.language ?? null) ?? undefined;
}

export async function setLanguage(db: Db, key: string, language: Language, now: Date): Promise<void> {
  const changes = { language, updated_at: now.toISOString() };
  await db
    .insertInto('people')
    .values({ key, ...unwelcomed, ...changes })
    .onConflict(conflict => conflict.column('key').doUpdateSet(changes))
    .execute();
}

/** In a chat of the person's own, or in a group or channel. */
export type WelcomePlace = 'alone' | 'among-others';

/**
 * Gives each person's welcome away once for either place; whoever was welcomed alone needs none among others.
 * @returns the keys of those who are now to be welcomed; for everybody else somebody has claimed it before.
 */
export async function claimWelcomes(db: Db, keys: string[], place: WelcomePlace, now: Date): Promise<string[]> {
  if (keys.length === 0) return [];
  const at = now.toISOString();
  const changes = { [welcomedAt[place]]: at, updated_at: at };
  const claimed = await db
    .insertInto('people')
    // In one order: two servers that claim for the same people wait for each other instead of both giving up.
    .values([...new Set(keys)].sort().map(key => ({ key, language: null, ...unwelcomed, ...changes })))
    .onConflict(conflict => {
      const unclaimed = conflict.column('key').doUpdateSet(changes).where('people.welcomed_at', 'is', null);
      return place === 'alone' ? unclaimed : unclaimed.where('people.welcomed_among_others_at', 'is', null);
    })
    .returning('key')
    .execute();
  return claimed.map(({ key }) => key);
}

/** Takes back what `claimWelcomes` gave for the keys it returned: the next who asks may welcome them. */
export async function returnWelcomes(db: Db, keys: string[], place: WelcomePlace): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable('people')
    .set({ [welcomedAt[place]]: null })
    .where('key', 'in', keys)
    .execute();
}
