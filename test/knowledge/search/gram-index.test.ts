// The 4-gram index: best first, as many as asked for, forgiving spelling.
import { expect, test } from 'vitest';
import { createGramIndex, queryGrams } from '../../../src/knowledge/search/gram-index.ts';

const texts = [
  'Skolebestyrelsen fastsætter principper',
  'Ledelseslab mødes fem gange om året',
  'Direktøren udvikler skolevæsenet',
  'Ledelseslab og ledelseslaboratorium er det samme',
];
const index = createGramIndex(texts);
const entries = (query: string, limit = 10) => index.search(query, limit).map(({ entry }) => entry);

test('the text that says most of the query comes first', () => {
  expect(entries('hvor tit mødes ledelseslab')[0]).toBe(1);
  expect(entries('skolebestyrelsens principper')[0]).toBe(0);
});

test('a misspelled word finds its text', () => {
  expect(entries('direktoren')[0]).toBe(2);
  expect(entries('skolebestyrrelsen')[0]).toBe(0);
});

test('at most as many as asked for, by falling score', () => {
  expect(entries('ledelseslab', 1)).toHaveLength(1);
  const scores = index.search('ledelseslab skole', 10).map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test('nothing in common finds nothing', () => {
  expect(entries('xyzzy')).toEqual([]);
  expect(entries('')).toEqual([]);
});

test('a text that holds all of a short query reaches about what the query could reach', () => {
  const [hit] = index.search('principper', 1);
  expect((hit?.score ?? 0) / index.highest(queryGrams('principper'))).toBeGreaterThan(0.8);
});

test('an index of nothing finds nothing', () => {
  expect(createGramIndex([]).search('noget', 5)).toEqual([]);
});
