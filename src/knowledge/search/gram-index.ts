// A BM25 index over character 4-grams, in memory. Built by the catalogue at start and after an import.
// Own code because the well-kept JavaScript indexes keep their matches per term and take 100 ms where a turn has 2: docs/decisions/0002.
import { gramsOf } from './fold.ts';

export interface Hit {
  /** Position of the text in the list that the index was built from. */
  entry: number;
  /** BM25; comparable within one query only. */
  score: number;
}

export interface GramIndex {
  readonly size: number;
  /** The best entries first, at most `limit` of those that are accepted. */
  search(query: string, limit: number, accepts?: (entry: number) => boolean): Hit[];
  /** The score of a text that holds each gram of the query once at average length: what a hit can be measured against. */
  highest(query: string): number;
}

const saturation = 1.2;
const lengthWeight = 0.75;

/** Builds the index of texts; 0.1 ms each. */
export const createGramIndex = (texts: string[]): GramIndex => indexOfGrams(texts.map(gramsOf));

/** The same for texts that are cut up already, by `gramsOf`. */
export function indexOfGrams(documents: readonly (readonly string[])[]): GramIndex {
  const size = documents.length;
  const postings = new Map<string, { entries: number[]; counts: number[] }>();
  const lengths = new Float64Array(size);
  documents.forEach((grams, entry) => {
    lengths[entry] = grams.length;
    const counts = new Map<string, number>();
    for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    for (const [gram, count] of counts) {
      let posting = postings.get(gram);
      if (!posting) {
        posting = { entries: [], counts: [] };
        postings.set(gram, posting);
      }
      posting.entries.push(entry);
      posting.counts.push(count);
    }
  });
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);

  // Everything that does not depend on the query is worked out once: a query only adds up ready weights.
  const weighted = new Map<string, { entries: Int32Array; weights: Float32Array; idf: number }>();
  const unseen = Math.log(1 + (size + 0.5) / 0.5);
  for (const [gram, { entries, counts }] of postings) {
    const idf = Math.log(1 + (size - entries.length + 0.5) / (entries.length + 0.5));
    const weights = Float32Array.from(entries, (entry, i) => {
      const count = counts[i] ?? 0;
      const norm = 1 - lengthWeight + (lengthWeight * (lengths[entry] ?? 0)) / averageLength;
      return (idf * count * (saturation + 1)) / (count + saturation * norm);
    });
    weighted.set(gram, { entries: Int32Array.from(entries), weights, idf });
  }

  const scores = new Float64Array(size);
  let scored: string | undefined;
  function score(query: string): void {
    // One question is looked at from several sides: its scores stand until the next.
    if (query === scored) return;
    scored = query;
    scores.fill(0);
    for (const gram of new Set(gramsOf(query))) {
      const posting = weighted.get(gram);
      if (!posting) continue;
      const { entries, weights } = posting;
      for (let i = 0; i < entries.length; i++) {
        const entry = entries[i] as number;
        scores[entry] = (scores[entry] as number) + (weights[i] as number);
      }
    }
  }

  return {
    size,
    highest(query) {
      let sum = 0;
      for (const gram of new Set(gramsOf(query))) sum += weighted.get(gram)?.idf ?? unseen;
      return sum;
    },
    search(query, limit, accepts) {
      score(query);
      return best(scores, limit, accepts);
    },
  };
}

/** The `limit` highest scores above zero, by insertion into a short sorted list: no sort of the whole array. */
function best(scores: Float64Array, limit: number, accepts?: (entry: number) => boolean): Hit[] {
  const hits: Hit[] = [];
  let lowest = 0;
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] as number;
    if (score <= lowest || (accepts && !accepts(entry))) continue;
    let place = hits.length;
    while (place > 0 && (hits[place - 1] as Hit).score < score) place--;
    hits.splice(place, 0, { entry, score });
    if (hits.length > limit) hits.pop();
    if (hits.length === limit) lowest = (hits[limit - 1] as Hit).score;
  }
  return hits;
}
