// Spellings and forms that mean the same become equal.
import { describe, expect, test } from 'vitest';
import { fold, gramsOf, stem, wordsOf } from '../../../src/knowledge/search/fold.ts';

describe('folding', () => {
  test.each([
    ['Læring', 'laering', 'LARING', 'lzering', 'la\u00adering'],
    ['ønsker', 'oensker', 'onsker', 'ønsker'.normalize('NFD')],
    ['på', 'paa', 'pa', 'PÅ'.normalize('NFD')],
    ['idé', 'ide'],
  ])('makes %s and its other spellings one', (...spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });
});

describe('a stem', () => {
  test.each([
    ['skolebestyrelsens', 'skolebestyrelse'],
    ['lederne', 'leder'],
    ['gik', 'gå'],
    ['børnene', 'barn'],
    ['bedre', 'god'],
  ])('of %s is that of %s', (one, other) => expect(stem(one)).toBe(stem(other)));

  test('leaves figures whole', () => expect(stem('2021')).toBe('2021'));
});

test('words are cut at signs and hyphens, in order', () => {
  expect(wordsOf('Målpilen 2021-23: læse- og matematikvejledere!')).toEqual([
    'Målpilen',
    '2021',
    '23',
    'læse',
    'og',
    'matematikvejledere',
  ]);
});

test('4-grams mark where a word begins and ends, and leave short words whole', () => {
  expect(gramsOf('FRO, å skole')).toEqual([...gramsOf('fro'), ...gramsOf('a'), ...gramsOf('skole')]);
  expect([gramsOf('fro'), gramsOf('a'), gramsOf('skole')].map(grams => grams.length)).toEqual([2, 1, 4]);
  const middle = gramsOf('askolen').filter(gram => gramsOf('skole').includes(gram));
  expect(middle).toHaveLength(2);
  expect(new Set(gramsOf('abcdefghijklmnopqrstuvwxyz0123456789')).size).toBe(35);
});
