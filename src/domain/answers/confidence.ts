// Finds the subjects that may answer a question and judges how sure that is: what separates an answer from "det står ikke i dokumenterne".
import { distance } from 'fastest-levenshtein';
import type { Candidate, Catalog, Subject } from '../../knowledge/catalog.ts';
import { stem } from '../../knowledge/search/fold.ts';
import { typosAllowed } from './matcher.ts';
import type { ContentWord, Understanding } from './understand.ts';

export interface Judged extends Candidate {
  /** Share of the question's telling words that the subject covers, 0–1, weighted by how telling each is. */
  coverage: number;
  /** 0–1: coverage and likeness together. */
  confidence: number;
}

/** From here on an answer is given; set with `npm run eval`, see docs/decisions/0002. */
export const sureEnough = 0.5;

const candidatesJudged = 40;

/** The likeliest subjects first. `words` are the question's subject words, or a part of them. */
export function judge(
  question: Understanding,
  catalog: Catalog,
  options: { words?: ContentWord[]; query?: string; kinds?: ReadonlySet<Subject['kind']> } = {},
): Judged[] {
  const words = (options.words ?? question.subject).map(word => ({ ...word, stem: spelling(word.stem, catalog) }));
  const query = options.query ?? question.query;
  if (query === '') return [];
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return catalog
    .search(query, candidatesJudged, options.kinds)
    .map(candidate => {
      const covered = words.reduce((sum, word) => sum + word.weight * coversMeaning(candidate.stems, word.stem, catalog), 0);
      const coverage = total > 0 ? covered / total : Math.min(1, candidate.score);
      return { ...candidate, coverage, confidence: 0.6 * coverage + 0.4 * Math.min(1, candidate.score) };
    })
    .sort((a, b) => b.confidence - a.confidence);
}

/** A misspelt stem's nearest known one; known and hopeless ones stay as they are. */
function spelling(one: string, catalog: Catalog): string {
  const allowed = typosAllowed(one.length);
  if (allowed === 0 || catalog.isWord(one)) return one;
  let best = one;
  let least = allowed + 1;
  for (const known of catalog.vocabulary.keys()) {
    if (Math.abs(known.length - one.length) >= least || known[0] !== one[0]) continue;
    const letters = distance(one, known);
    if (letters < least) {
      least = letters;
      best = known;
    }
  }
  return best;
}

/** 1 for the same stem, less for a part of a compound ("teamorganisering" and "organisering"). */
export function covers(stems: ReadonlySet<string>, wanted: string): number {
  if (stems.has(wanted)) return 1;
  if (wanted.length < 4) return 0;
  for (const one of stems) {
    if (one.length < 4) continue;
    const [short, long] = one.length < wanted.length ? [one, wanted] : [wanted, one];
    if (long.startsWith(short) || long.endsWith(short)) return 0.8;
  }
  return 0;
}

/** As `covers`, and nearly as good for a word that means the same. */
function coversMeaning(stems: ReadonlySet<string>, wanted: string, catalog: Catalog): number {
  const own = covers(stems, wanted);
  return own >= synonymWorth || !catalog.synonymsOf(wanted).some(one => stems.has(one)) ? own : synonymWorth;
}

const synonymWorth = 0.85;

const numberWords = new Set(
  (
    'nul to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tredive fyrre ' +
    'halvtreds tres halvfjerds firs halvfems hundrede tusind million fjerdedel halvdel tredjedel ugentlig månedlig årlig'
  )
    .split(' ')
    .map(stem),
);

/** Whether a text can answer "hvor mange …" or "hvornår …": it holds a figure or a number word that the question does not hold itself. */
export function holdsFigure(candidate: Candidate, question: Understanding): boolean {
  const own = new Set(question.words.map(stem));
  for (const one of candidate.stems) if (!own.has(one) && (/\d/.test(one) || numberWords.has(one))) return true;
  return false;
}
