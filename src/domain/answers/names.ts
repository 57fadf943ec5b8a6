// Which words of the documents are names: written with a capital wherever they stand. Used by masking.ts and support.ts.
import type { Catalog } from '../../knowledge/catalog.ts';
import { fold, wordsOf } from '../../knowledge/search/fold.ts';
import { itemsOf, saidBy } from '../../knowledge/subjects.ts';
import { emptyWords } from './wording.ts';

export interface Names {
  /** Folded words that the documents write with a small letter. */
  ordinary: Set<string>;
  /** Folded words that they only write with a capital. */
  proper: Set<string>;
  /** Folded pairs of names side by side. */
  pairs: Set<string>;
}

/** What people begin a message with, whether or not the documents have it. */
const openings =
  'hej dav goddag godmorgen hallo tak ja nej okay ok undskyld altså godt kære hi hello hey thanks yes no sorry please well'.split(
    ' ',
  );

const known = new WeakMap<Catalog, Names>();

/** Read once a catalogue, at the first question that goes to a model: some 50 ms. */
export function namesKnown(catalog: Catalog): Names {
  const before = known.get(catalog);
  if (before) return before;
  const names: Names = {
    ordinary: new Set([...emptyWords, ...openings.map(fold)]),
    proper: new Set(),
    pairs: new Set(),
  };
  for (const { subject, views, context } of itemsOf(catalog.knowledge, catalog.passages)) {
    for (const text of [views[0] ?? '', saidBy(subject), context]) learn(text, names);
  }
  for (const { en } of catalog.knowledge.glossary) for (const word of wordsOf(en)) names.ordinary.add(fold(word));
  known.set(catalog, names);
  return names;
}

function learn(text: string, { ordinary, proper, pairs }: Names): void {
  let last = '';
  for (const word of wordsOf(text)) {
    const folded = fold(word);
    if (isCapital(word)) {
      proper.add(folded);
      if (last !== '') pairs.add(`${last} ${folded}`);
      last = folded;
    } else {
      ordinary.add(folded);
      last = '';
    }
  }
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** Whether the documents only write it with a capital. */
export const isProper = ({ proper, ordinary }: Names, word: string): boolean => {
  const key = fold(word);
  return !ordinary.has(key) && (proper.has(key) || proper.has(key.replace(/s$/, '')));
};
