// Which words are right, and how common they are; built from clean texts and danish-words.ts, read by join-words.ts and ocr.ts.
import { danishWords } from './danish-words.ts';

export interface Vocabulary {
  /** How often the word stands in the clean texts, at least 1 for a listed word; 0 when it is not known as it stands. */
  count(word: string): number;
  /** Known as it stands, as a genitive, or as a compound of known words. */
  knows(word: string): boolean;
  /** How often `second` follows `first` in the clean texts. */
  pair(first: string, second: string): number;
  /** True when the clean texts somewhere write it with a capital inside a sentence. */
  isName(word: string): boolean;
}

const tokens = /[\p{L}\d]+(?:-[\p{L}\d]+)*-?|[.!?:]/gu;
/** Parts that compounds are built of; two-letter words would make a compound of anything. */
const shortestPart = 3;
/** Three-letter words that often end a compound. */
const shortTails = new Set('mål råd dag tid liv syn rum fag lab vej'.split(' '));

/** Words are matched without regard to capitals. */
export function createVocabulary(cleanTexts: Iterable<string>): Vocabulary {
  const counts = danishWords();
  const pairs = new Map<string, number>();
  const capitals = new Map<string, number>();
  for (const text of cleanTexts) {
    let before = '.';
    for (const [token] of text.matchAll(tokens)) {
      const word = token.toLowerCase();
      if (/\p{L}/u.test(word)) {
        add(counts, word);
        if (word.includes('-')) for (const part of word.split('-')) if (part.length >= shortestPart) add(counts, part);
        add(pairs, `${before} ${word}`);
        if (token !== word && /\p{L}/u.test(before)) add(capitals, word);
      }
      before = word;
    }
  }
  const compounds = new Map<string, boolean>();
  const isCompound = (word: string): boolean => {
    const cached = compounds.get(word);
    if (cached !== undefined) return cached;
    let found = false;
    for (let cut = word.length - shortestPart; cut >= shortestPart && !found; cut--) {
      const head = word.slice(0, cut);
      // `forvaltningens` owns something and begins no compound.
      if (head.length > 5 && /(en|et|ne)s$/.test(head)) continue;
      const tail = word.slice(cut);
      found = isTail(tail) && (isPart(head) || isLinked(head) || isCompound(head));
    }
    compounds.set(word, found);
    return found;
  };
  const isLinked = (head: string) =>
    head.length >= (head.endsWith('s') ? 4 : 5) && /[se]$/.test(head) && isPart(head.slice(0, -1));
  const isTail = (word: string) =>
    ((word.length > shortestPart || shortTails.has(word)) && isPart(word)) ||
    (word.endsWith('s') && word.length > 4 && isPart(word.slice(0, -1)));
  const isPart = (word: string) => word.length >= shortestPart && counts.has(word) && !neverInCompounds.has(word);
  const known = (word: string) =>
    counts.has(word) || (word.length > 4 && word.endsWith('s') && counts.has(word.slice(0, -1)));

  return {
    count: word => counts.get(word.toLowerCase()) ?? 0,
    knows: word => {
      const lower = word.toLowerCase();
      return known(lower) || (lower.length >= 2 * shortestPart && isCompound(lower));
    },
    pair: (first, second) => pairs.get(`${first.toLowerCase()} ${second.toLowerCase()}`) ?? 0,
    isName: word => capitals.has(word.toLowerCase()),
  };
}

/** Function words glued to another word are an accident, not a compound. */
const neverInCompounds = new Set(
  'at den der det dem dens dets dig din disse end ens eller en er et for fra før han har hos hun hver hvor ind jeg jo kan man med men mig min når nogle og os på sig sin skal som så til ved vil vi vores være var'.split(
    ' ',
  ),
);

const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
