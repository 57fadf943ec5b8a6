import { describe, expect, it } from 'vitest';
import { joinBrokenWords } from '../../../src/knowledge/import/clean/join-words.ts';
import { toLines } from '../../../src/knowledge/import/clean/lines.ts';
import { createVocabulary } from '../../../src/knowledge/import/vocabulary.ts';

const vocabulary = createVocabulary(['Vi udvikler skole-hjemsamarbejdet.']);
function join(text: string): string {
  return joinBrokenWords(toLines([{ text }]).lines, vocabulary)
    .lines.map(line => line.text)
    .join('\n');
}

describe('words broken at the end of a line', () => {
  it.each([
    ['Vi ar-\nbejder her', 'Vi arbejder\nher'],
    ['en data- \nbaseret kultur', 'en databaseret\nkultur'],
    ['arbejdet sam-\n\nmen om det', 'arbejdet sammen\nom det'],
    ['prøve pro-\ngres-\nsion i dag', 'prøve progression\ni dag'],
    ['skole-\nlederne', 'skolelederne'],
  ])('%j becomes %j', (broken, joined) => {
    expect(join(broken)).toBe(joined);
  });

  it.each([
    [
      'a hyphen that stands for a word to come',
      'Vi har læse-\nog matematikvejledere',
      'Vi har læse-\nog matematikvejledere',
    ],
    ['an abbreviation', 'Skolens IT-\nchef kom', 'Skolens IT-chef\nkom'],
    ['a capital', 'chefen for UU-\nAalborg', 'chefen for UU-Aalborg'],
    ['two numbers', 'cirka fire-\notte gange', 'cirka fire-otte\ngange'],
    [
      'a compound that the documents write with a hyphen',
      'et godt skole-\nhjemsamarbejdet',
      'et godt skole-hjemsamarbejdet',
    ],
  ])('keeps the hyphen of %s', (_, broken, joined) => {
    expect(join(broken)).toBe(joined);
  });

  it('leaves hyphens inside a line alone', () => {
    expect(join('læse- og skriveprøver, skole-hjem, it-vejleder')).toBe(
      'læse- og skriveprøver, skole-hjem, it-vejleder',
    );
  });

  it('joins no words across a new paragraph with a capital', () => {
    expect(join('og problem-\n\nStrategi')).toBe('og problem-\nStrategi');
  });

  it('says what it joined', () => {
    const { changes } = joinBrokenWords(toLines([{ text: 'ar-\nbejde og ar-\nbejde' }]).lines, vocabulary);
    expect(changes).toEqual([{ from: 'ar-|bejde', to: 'arbejde', count: 2 }]);
  });
});
