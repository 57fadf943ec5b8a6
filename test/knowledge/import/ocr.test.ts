import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { danishWords } from '../../../src/knowledge/import/danish-words.ts';
import { createWordRepair, showsDamage } from '../../../src/knowledge/import/ocr.ts';
import { createVocabulary } from '../../../src/knowledge/import/vocabulary.ts';
import { fixtures, parseFixture, parseText } from './parse.ts';

const vocabulary = createVocabulary([
  'Forum for Økonomi og Administration mødes. Måder at tænke på er mange måder at tænke på.',
]);
const repairWord = createWordRepair(vocabulary);
const repair = (word: string) => repairWord(word, '', '');

describe('repair of misread Danish words', () => {
  it.each([
    ['lzering', 'læring'],
    ['laering', 'læring'],
    ['leering', 'læring'],
    ['lcering', 'læring'],
    ['gnsker', 'ønsker'],
    ['pa', 'på'],
    ['p3a', 'på'],
    ['bgrn', 'børn'],
    ['ggr', 'gør'],
    ['vaere', 'være'],
    ['forzldre', 'forældre'],
    ['Radmand', 'Rådmand'],
    ['@konomi', 'Økonomi'],
    ['Igbende', 'løbende'],
    ['sdledes', 'således'],
    ['opgavelgsningen', 'opgaveløsningen'],
    ['lzeringssamtalerne', 'læringssamtalerne'],
    ['Vimener', 'Vi mener'],
    ['lediat', 'led i at'],
    ['ansvarligeforforvaltningensgkonomi', 'ansvarlige for forvaltningens økonomi'],
  ])('%s was %s', (from, to) => {
    expect(repair(from)).toBe(to);
  });

  it('leaves every word of the list and every compound of two of its nouns as it is', () => {
    const listed = [...danishWords().keys()].filter(word => word.length > 1);
    expect(listed.filter(word => repair(word) !== word)).toEqual([]);
    expect(['skoleleder', 'elevtrivsel', 'læringsmiljø', 'børnehaveklasse'].map(repair)).toEqual([
      'skoleleder',
      'elevtrivsel',
      'læringsmiljø',
      'børnehaveklasse',
    ]);
  });

  it('leaves words that it cannot make anything of', () => {
    expect(['Verwohlt', 'Gistrup', 'empowerment', 'xyzzy'].map(repair)).toEqual([
      'Verwohlt',
      'Gistrup',
      'empowerment',
      'xyzzy',
    ]);
  });

  it('lets the neighbours decide between two words that are equally likely', () => {
    expect(repairWord('mader', 'er', 'at')).toBe('måder');
  });

  it('writes a misread Ø small inside a sentence unless the word is known with a capital there', () => {
    expect(repairWord('@nsker', 'skolen', 'at')).toBe('ønsker');
    expect(repairWord('@konomi', 'for', 'og')).toBe('Økonomi');
  });

  it('never makes a word longer than its letters allow, whatever it is given', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zæøå@]{1,18}$/), word => {
        expect(repair(word).replaceAll(' ', '').length).toBeLessThanOrEqual(word.length + 3);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a scanned document', () => {
  const { passages, report } = parseFixture('skannet.txt');
  const text = passages.map(passage => `${passage.section}\n${passage.text}`).join('\n');

  it('reads as it was printed, headings included', () => {
    expect(passages.map(({ section }) => section)).toEqual([
      '1. Vores have › Det vigtigste er læring',
      '1. Vores have › Det vigtigste er læring',
      '2. Vores år',
    ]);
    expect(text).toContain('På vores skole har alle børn en have, og vi ønsker, at de også får mod på at grave i den.');
    expect(text).toContain('Vi mener, at en have skal være åben for alle.');
    expect(text).toContain('I foråret gør vi jorden klar, og om efteråret høster vi.');
    expect(text).toContain('som står ved økonomibygningen');
    expect(text).not.toMatch(/lzering|leering|lcering|gnsker|bgrn/i);
  });

  it('has its bullets back, each with its point', () => {
    const list = passages.find(({ kind }) => kind === 'list');
    expect(list?.text.split('\n')).toEqual([
      'Vi har tre regler for haven:',
      'Alle hjælper med at vande',
      'Man søger hjælp hos en voksen',
      'Værktøj hænges på plads',
    ]);
  });

  it('keeps web addresses as they stand', () => {
    expect(text).toContain('www.havenpaaskolen.dk');
  });

  it('reports every change with its count', () => {
    expect(report.ocr.repaired).toBe(true);
    expect(report.ocr.changes).toContainEqual({ from: 'pa', to: 'på', count: 3 });
    expect(report.ocr.changes).toContainEqual({ from: '|', to: 'I', count: 1 });
    expect(report.ocr.unknownAfter).toBeLessThan(report.ocr.unknownBefore / 4);
  });
});

describe('a document without damage', () => {
  it.each(['profiler.txt', 'gemt-side.txt', 'plan.md'])('%s is not repaired, though it holds unknown words', name => {
    expect(parseFixture(name).report.ocr).toMatchObject({ repaired: false, changes: [] });
  });

  it('keeps words that a damaged document would have lost', () => {
    const { passages } = parseText(
      'Far og mor går en tur på et mal over søen. Nar i kostume, sagde Sa og Pa. Det blev en god dag for børnene.',
    );
    expect(passages[0]?.text).toContain('Far og mor går en tur på et mal over søen. Nar i kostume, sagde Sa og Pa.');
  });

  it('is told from a scanned one by its words', () => {
    const read = (name: string) => [readFileSync(join(fixtures, name), 'utf8')];
    expect(showsDamage(read('skannet.txt'), vocabulary)).toBe(true);
    expect(showsDamage(read('gemt-side.txt'), vocabulary)).toBe(false);
    expect(showsDamage([], vocabulary)).toBe(false);
  });
});
