// What is remembered of a person: the language and whether they have been welcomed. Keyed by Entra object id or channel id.
import { z } from 'zod';
import type { Language } from '../model/turn.ts';
import { prepareQuery, type Values } from './prepare.ts';
import type { Db } from './tables.ts';

const languageSchema = z.enum(['da', 'en']).nullable();

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
    .values({ key, welcomed_at: null, ...changes })
    .onConflict(conflict => conflict.column('key').doUpdateSet(changes))
    .execute();
}

/** True for one caller only, ever: that one sends the welcome. */
export async function claimWelcome(db: Db, key: string, now: Date): Promise<boolean> {
  const changes = { welcomed_at: now.toISOString(), updated_at: now.toISOString() };
  const claimed = await db
    .insertInto('people')
    .values({ key, language: null, ...changes })
    .onConflict(conflict => conflict.column('key').doUpdateSet(changes).where('people.welcomed_at', 'is', null))
    .returning('key')
    .executeTakeFirst();
  return claimed !== undefined;
}
