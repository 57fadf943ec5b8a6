// Finds phrases (names, everyday words, abbreviations) in a question, forgiving inflection, spelling and joined words. Used by lexicon.ts.
import { distance } from 'fastest-levenshtein';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';
import { typosAllowed } from '../../knowledge/search/relatives.ts';

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

/**
 * @param isWord tells whether a stem is a known word: only unknown words are taken for misspellings.
 */
export function createMatcher<T>(phrases: Phrase<T>[], isWord: (stem: string) => boolean): Matcher<T> {
  const compiled = phrases
    .map(({ phrase, value }) => ({ stems: wordsOf(phrase).map(stem), letters: phrase.length, value }))
    .filter(({ stems }) => stems.length > 0);

  const same = (asked: string, wanted: string): boolean => {
    if (asked === wanted) return true;
    const allowed = typosAllowed(Math.min(asked.length, wanted.length));
    if (allowed === 0 || Math.abs(asked.length - wanted.length) > allowed || isWord(asked)) return false;
    return asked[0] === wanted[0] && distance(asked, wanted) <= allowed;
  };

  const byFirst = new Map<string, typeof compiled>();
  for (const phrase of compiled) {
    const [first = ''] = phrase.stems;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }

  return {
    find(words) {
      const asked = words.map(stem);
      const taken = new Array<boolean>(asked.length).fill(false);
      const matches: (PhraseMatch<T> & { letters: number })[] = [];
      const take = (phrases: typeof compiled, from: number, equal: (a: string, b: string) => boolean) => {
        for (const { stems, value, letters } of phrases) {
          const to = from + stems.length;
          const fits =
            to <= asked.length && stems.every((one, i) => !taken[from + i] && equal(asked[from + i] as string, one));
          if (fits) matches.push({ value, from, to, letters });
        }
      };
      for (const [from, one] of asked.entries()) take(byFirst.get(one) ?? [], from, (a, b) => a === b);
      // A longer phrase takes its words from a shorter one; exact ones come before guesses at misspellings.
      const found = settle(matches, taken);
      matches.length = 0;
      const misspelt = asked.map(one => !isWord(one));
      if (misspelt.includes(true)) {
        for (const phrase of compiled) {
          for (let from = 0; from + phrase.stems.length <= asked.length; from++) {
            if (phrase.stems.some((_, i) => misspelt[from + i])) take([phrase], from, same);
          }
        }
      }
      return [...found, ...settle(matches, taken)].sort((a, b) => a.from - b.from);
    },
  };
}

function settle<T>(matches: (PhraseMatch<T> & { letters: number })[], taken: boolean[]): PhraseMatch<T>[] {
  return matches
    .sort((a, b) => b.to - b.from - (a.to - a.from) || b.letters - a.letters)
    .filter(({ from, to }) => {
      if (taken.slice(from, to).includes(true)) return false;
      taken.fill(true, from, to);
      return true;
    })
    .map(({ value, from, to }) => ({ value, from, to }));
}
