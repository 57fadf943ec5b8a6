// Finds phrases (names, everyday words, abbreviations) in a question, forgiving inflection, spelling and joined words. Used by lexicon.ts.
import { distance } from 'fastest-levenshtein';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';

export interface PhraseMatch<T> {
  value: T;
  /** First and one past the last word of the question that the phrase covers. */
  from: number;
  to: number;
}

export interface Phrase<T> {
  phrase: string;
  value: T;
}

export interface Matcher<T> {
  /** Matches in the order of the question; a longer phrase takes its words from a shorter one. */
  find(words: string[]): PhraseMatch<T>[];
}

/** How many letters may differ before two stems are different words. */
export function typosAllowed(length: number): number {
  if (length >= 9) return 2;
  return length >= 5 ? 1 : 0;
}

/**
 * @param isWord tells whether a stem is a known word: only unknown words are taken for misspellings.
 */
export function createMatcher<T>(phrases: Phrase<T>[], isWord: (stem: string) => boolean): Matcher<T> {
  const compiled = phrases
    .map(({ phrase, value }) => ({ stems: wordsOf(phrase).map(stem), letters: phrase.length, value }))
    .filter(({ stems }) => stems.length > 0)
    .sort((a, b) => b.stems.length - a.stems.length || b.letters - a.letters);

  const same = (asked: string, wanted: string): boolean => {
    if (asked === wanted) return true;
    const allowed = typosAllowed(Math.min(asked.length, wanted.length));
    if (allowed === 0 || Math.abs(asked.length - wanted.length) > allowed || isWord(asked)) return false;
    return asked[0] === wanted[0] && distance(asked, wanted) <= allowed;
  };

  return {
    find(words) {
      const asked = words.map(stem);
      const taken = new Array<boolean>(asked.length).fill(false);
      const matches: PhraseMatch<T>[] = [];
      // Exact matches of every phrase come before guesses at misspellings.
      for (const equal of [(a: string, b: string) => a === b, same]) {
        for (const { stems, value } of compiled) {
          for (let from = 0; from + stems.length <= asked.length; from++) {
            const fits = stems.every((wanted, i) => !taken[from + i] && equal(asked[from + i] as string, wanted));
            if (!fits) continue;
            taken.fill(true, from, from + stems.length);
            matches.push({ value, from, to: from + stems.length });
          }
        }
      }
      return matches.sort((a, b) => a.from - b.from);
    },
  };
}
