// A BM25 index over character 4-grams, in memory. Built by the catalogue at start and after an import, and over a document's sentences for quotations.
// Own code because the well-kept JavaScript indexes keep their matches per term and take 100 ms where a turn has 2: docs/decisions/0002.
import { gramsOf } from './fold.ts';
import { invert, numberOf } from './postings.ts';

export interface Hit {
  /** Position of the text in the list that the index was built from. */
  entry: number;
  /** BM25; comparable within one query only. */
  score: number;
}

/** A query cut into grams, each once. */
export type QueryGrams = ReadonlySet<number>;

export interface GramIndex {
  readonly size: number;
  /** The best entries first, at most `limit`. */
  search(query: string, limit: number): Hit[];
  /** BM25 of every entry, 0 where nothing is shared. The same array is used again by the next call. */
  scores(query: QueryGrams): Float32Array;
  /** The score of a text that holds each gram of the query once at average length: what a score can be measured against. */
  highest(query: QueryGrams): number;
}

export const queryGrams = (query: string): QueryGrams => new Set(gramsOf(query));

const saturation = 1.2;
const lengthWeight = 0.75;

/** Builds the index of texts; some 20 µs each. */
export function createGramIndex(texts: string[]): GramIndex {
  const numbers = new Map<number, number>();
  return indexOfGrams(
    texts.map(text => numberedGrams(text, numbers)),
    numbers,
  );
}

/** The grams of a text by their numbers, for indexes that share them; new grams are numbered on. */
export const numberedGrams = (text: string, numbers: Map<number, number>): number[] =>
  gramsOf(text).map(gram => numberOf(numbers, gram));

/** The same for texts that are cut up already, by `numberedGrams` with the same `ids`. */
export function indexOfGrams(documents: readonly (readonly number[])[], ids: ReadonlyMap<number, number>): GramIndex {
  const size = documents.length;
  const averageLength = documents.reduce((sum, grams) => sum + grams.length, 0) / Math.max(1, size);
  const unseen = Math.log(1 + (size + 0.5) / 0.5);
  const { offsets, entries, counts } = invert(documents, ids.size);

  // Everything that does not depend on the query is worked out once: a query only adds up ready weights.
  const norms = Float64Array.from(
    documents,
    ({ length }) => saturation * (1 - lengthWeight + (lengthWeight * length) / averageLength),
  );
  const idfs = new Float32Array(ids.size);
  const weights = new Float32Array(entries.length);
  for (let id = 0; id < ids.size; id++) {
    const [from, to] = [offsets[id] as number, offsets[id + 1] as number];
    const idf = Math.log(1 + (size - (to - from) + 0.5) / (to - from + 0.5));
    idfs[id] = idf;
    for (let at = from; at < to; at++) {
      const count = counts[at] as number;
      weights[at] = (idf * count * (saturation + 1)) / (count + (norms[entries[at] as number] as number));
    }
  }

  const sums = new Float32Array(size);
  function scores(query: QueryGrams): Float32Array {
    sums.fill(0);
    for (const gram of query) {
      const id = ids.get(gram);
      if (id === undefined) continue;
      const to = offsets[id + 1] as number;
      for (let at = offsets[id] as number; at < to; at++) {
        const entry = entries[at] as number;
        sums[entry] = (sums[entry] as number) + (weights[at] as number);
      }
    }
    return sums;
  }

  return {
    size,
    scores,
    highest(query) {
      let sum = 0;
      for (const gram of query) {
        const id = ids.get(gram);
        sum += id === undefined ? unseen : (idfs[id] as number);
      }
      return sum;
    },
    search: (query, limit) => best(scores(queryGrams(query)), limit),
  };
}

/** The `limit` highest scores above zero, by insertion into a short sorted list: no sort of the whole array. */
export function best(scores: Float32Array, limit: number, accepts?: (entry: number) => boolean): Hit[] {
  const hits: Hit[] = [];
  let lowest = 0;
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] as number;
    if (score <= lowest || (accepts && !accepts(entry))) continue;
    if (hits.length === limit) hits.pop();
    let place = hits.length;
    while (place > 0 && (hits[place - 1] as Hit).score < score) place--;
    hits.splice(place, 0, { entry, score });
    if (hits.length === limit) lowest = (hits[limit - 1] as Hit).score;
  }
  return hits;
}
