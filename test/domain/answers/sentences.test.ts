// The splitter: sentences come out whole with their marks, however the pieces arrive, and nothing is lost.
import { describe, expect, it } from 'vitest';
import { createSentences, inSentences } from '../../../src/domain/answers/sentences.ts';

const arriving = (text: string, size: number): string[] => {
  const sentences = createSentences();
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += size) parts.push(...sentences.push(text.slice(at, at + size)));
  const rest = sentences.rest();
  return rest === '' ? parts : [...parts, rest];
};

const text = [
  'Skolerne er driftsherrer. [1] Politikerne sætter, jf. § 4, retningen fx for 2016. [2][3] De mødes ca. kl. 9 den 1. marts [1].',
  '- Vision [1]',
  '1. Sætte mål, bl.a. for nr. 3, dvs. trivsel [2]',
  '',
  'Der står: »Alle har en ven. Alle trives.« [4] Det er f.eks. vigtigt! [1] Hvorfor? [2]',
].join('\n');

describe('sentences', () => {
  it('ends a sentence behind its marks, and a line at its break, but not behind an abbreviation', () => {
    expect(inSentences(text).map(part => part.trim())).toEqual([
      'Skolerne er driftsherrer. [1]',
      'Politikerne sætter, jf. § 4, retningen fx for 2016. [2][3]',
      'De mødes ca. kl. 9 den 1. marts [1].',
      '- Vision [1]',
      '1. Sætte mål, bl.a. for nr. 3, dvs. trivsel [2]',
      'Der står: »Alle har en ven. Alle trives.« [4]',
      'Det er f.eks. vigtigt! [1]',
      'Hvorfor? [2]',
    ]);
  });

  it('gives the same parts whatever the pieces, and the parts are the text', () => {
    for (const size of [1, 2, 3, 7, 40, 1000]) {
      expect(arriving(text, size).join(''), `in pieces of ${size}`).toBe(text);
      expect(arriving(text, size), `in pieces of ${size}`).toEqual(inSentences(text));
    }
  });

  it('holds a sentence back until its mark is there and the next has begun', () => {
    const sentences = createSentences();
    expect(sentences.push('Skolerne er driftsherrer.')).toEqual([]);
    expect(sentences.push(' [1')).toEqual([]);
    expect(sentences.push('] ')).toEqual([]);
    expect(sentences.push('De')).toEqual(['Skolerne er driftsherrer. [1]']);
    expect(sentences.rest()).toBe(' De');
    expect(sentences.rest()).toBe('');
  });
});
