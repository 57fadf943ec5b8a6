// Phrases found in a question in spite of inflection and spelling.
import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../src/domain/answers/matcher.ts';
import { wordsOf } from '../../../src/knowledge/search/fold.ts';

const phrases = ['skolebestyrelse', 'leder af ledere', 'leder', 'rådmand', 'færdigheder', 'chef', 'FRO'];
const matcher = createMatcher(
  phrases.map(phrase => ({ phrase, value: phrase })),
  stem => stem === 'raad' || stem === 'led',
);
const found = (text: string) => matcher.find(wordsOf(text)).map(({ value }) => value);

describe('a phrase', () => {
  test.each([
    ['skolebestyrelsens opgaver', ['skolebestyrelse']],
    ['skolebestyrrelsen', ['skolebestyrelse']],
    ['raadmanden og radmanden', ['rådmand', 'rådmand']],
    ['faerdigheder', ['færdigheder']],
    ['FÆRDIGHEDER', ['færdigheder']],
    ['fro', ['FRO']],
    ['en chaf', []],
    ['fra', []],
    ['intet', []],
  ])('in %j', (text, expected) => expect(found(text)).toEqual(expected));

  test('takes its words from a shorter one, and stands in the order of the question', () => {
    expect(found('chef over leder af ledere og leder')).toEqual(['chef', 'leder af ledere', 'leder']);
  });

  test('covers the words that it says', () => {
    expect(matcher.find(wordsOf('en leder af ledere siger'))).toEqual([{ value: 'leder af ledere', from: 1, to: 4 }]);
  });
});
