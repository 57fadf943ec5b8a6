// A person's language is remembered, and the welcome is given away once.
import { expect, test } from 'vitest';
import { claimWelcome, languageOf, setLanguage } from '../../src/store/people.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const now = new Date('2026-03-02T08:00:00.000Z');

describeOnBothEngines('people', (open, newLocation) => {
  test('the latest choice of language counts, each person for themselves', async () => {
    const { db } = await open();
    expect(await languageOf(db, 'anne')).toBeUndefined();
    await setLanguage(db, 'anne', 'en', now);
    await setLanguage(db, 'bent', 'en', now);
    await setLanguage(db, 'anne', 'da', now);
    expect(await languageOf(db, 'anne')).toBe('da');
    expect(await languageOf(db, 'bent')).toBe('en');
  });

  test('the welcome is given away once a person, also after a language was chosen', async () => {
    const { db } = await open();
    expect(await claimWelcome(db, 'anne', now)).toBe(true);
    expect(await claimWelcome(db, 'anne', now)).toBe(false);
    await setLanguage(db, 'bent', 'en', now);
    expect(await claimWelcome(db, 'bent', now)).toBe(true);
    expect(await claimWelcome(db, 'bent', now)).toBe(false);
    expect(await languageOf(db, 'bent')).toBe('en');
  });

  test('two servers that ask at once: one of them welcomes', async () => {
    const location = newLocation();
    const stores = await Promise.all([open(location), open(location)]);
    const claims = await Promise.all(stores.flatMap(({ db }) => [1, 2, 3].map(() => claimWelcome(db, 'anne', now))));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
});
