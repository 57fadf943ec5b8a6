// A person's language is remembered, and the welcome is given away once.
import { expect, test } from 'vitest';
import { claimWelcomes, languageOf, returnWelcomes, setLanguage } from '../../src/store/people.ts';
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
    expect(await claimWelcomes(db, ['anne'], 'alone', now)).toEqual(['anne']);
    await setLanguage(db, 'bent', 'en', now);
    expect(await claimWelcomes(db, ['anne', 'bent', 'bent'], 'alone', now)).toEqual(['bent']);
    expect(await claimWelcomes(db, ['anne', 'bent'], 'alone', now)).toEqual([]);
    expect(await claimWelcomes(db, [], 'alone', now)).toEqual([]);
    expect(await languageOf(db, 'bent')).toBe('en');
  });

  test('a welcome among others leaves the one alone, and the one alone makes that among others needless', async () => {
    const { db } = await open();
    expect(await claimWelcomes(db, ['anne'], 'among-others', now)).toEqual(['anne']);
    expect(await claimWelcomes(db, ['anne'], 'among-others', now)).toEqual([]);
    expect(await claimWelcomes(db, ['anne', 'bent'], 'alone', now)).toHaveLength(2);
    expect(await claimWelcomes(db, ['anne', 'bent'], 'among-others', now)).toEqual([]);
  });

  test('a welcome given back can be claimed again, in its own place only', async () => {
    const { db } = await open();
    await claimWelcomes(db, ['anne', 'bent'], 'among-others', now);
    await claimWelcomes(db, ['anne'], 'alone', now);
    await returnWelcomes(db, ['anne'], 'alone');
    await returnWelcomes(db, [], 'among-others');
    expect(await claimWelcomes(db, ['anne', 'bent'], 'among-others', now)).toEqual([]);
    expect(await claimWelcomes(db, ['anne'], 'alone', now)).toEqual(['anne']);
  });

  test('two servers that ask at once, in whatever order: each person is welcomed by one of them', async () => {
    const location = newLocation();
    const stores = await Promise.all([open(location), open(location)]);
    const people = Array.from({ length: 20 }, (_, i) => `person-${i}`);
    const claims = await Promise.all(
      stores.flatMap(({ db }) => [people, people.toReversed()].map(keys => claimWelcomes(db, keys, 'alone', now))),
    );
    expect(claims.flat().sort()).toEqual(people.toSorted());
  });
});
