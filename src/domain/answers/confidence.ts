// Finds the subjects that may answer a question and judges how sure that is: what separates an answer from "det står ikke i dokumenterne".
import { distance } from 'fastest-levenshtein';
import type { Candidate, Catalog, Subject } from '../../knowledge/catalog.ts';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';
import { typosAllowed } from './matcher.ts';
import type { ContentWord, Understanding } from './understand.ts';

export interface Judged extends Candidate {
  /** Share of the question's telling words that the subject covers, 0–1, weighted by how telling each is. */
  coverage: number;
  /** How sure it is that the subject answers at all; what `sureEnough` is compared with. */
  confidence: number;
  /** Which subject answers best; the search's likeness counts more here than in `confidence`. */
  rank: number;
}

/** From here on an answer is given; set with `npm run eval`, see docs/decisions/0002. */
export const sureEnough = 0.5;

const candidatesJudged = 40;
/** Likeness beyond this says only that the question is short. */
const mostLikeness = 1.3;

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
      const covered = words.reduce(
        (sum, word) => sum + word.weight * coversMeaning(candidate.stems, word.stem, catalog),
        0,
      );
      const coverage = total > 0 ? covered / total : Math.min(1, candidate.score);
      const likeness = Math.min(mostLikeness, candidate.score);
      const confidence = 0.6 * coverage + 0.4 * likeness;
      return { ...candidate, coverage, confidence, rank: 0.35 * coverage + 0.65 * likeness };
    })
    .sort((a, b) => b.rank - a.rank);
}

/** Whether the documents use the word at all, in this or another spelling, alone or in a compound. */
export function isKnown(one: string, catalog: Catalog): boolean {
  const nearest = spelling(one, catalog);
  return (
    catalog.isWord(nearest) ||
    covers(new Set(catalog.vocabulary.keys()), one) >= compoundWorth ||
    catalog.synonymsOf(one).length > 0
  );
}

const likeSpelling = 0.62;

/** Dice's coefficient of the letter pairs of two words. */
function likeness(one: string, other: string): number {
  const pairs = (word: string) => new Set(Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)));
  const [a, b] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** A misspelt stem's nearest known one; known and hopeless ones stay as they are. */
function spelling(one: string, catalog: Catalog): string {
  const allowed = typosAllowed(one.length);
  if (allowed === 0 || catalog.isWord(one)) return one;
  let best = one;
  let least = allowed + 1;
  let likest = likeSpelling;
  for (const known of catalog.vocabulary.keys()) {
    if (known[0] !== one[0] || known[1] !== one[1]) continue;
    const letters = Math.abs(known.length - one.length) < least ? distance(one, known) : least;
    if (letters < least) {
      least = letters;
      best = known;
    }
    // "intervju": too many letters apart, yet most of its parts are those of "interview".
    if (least > allowed && one.length >= 6) {
      const like = likeness(one, known);
      if (like > likest) {
        likest = like;
        best = known;
      }
    }
  }
  return best;
}

/** 1 for the same stem, less for a part of a compound ("teamorganisering" and "organisering"). */
export function covers(stems: ReadonlySet<string>, wanted: string): number {
  if (stems.has(wanted)) return 1;
  if (wanted.length < 4) return 0;
  let most = 0;
  for (const one of stems) {
    if (one.length < 4) continue;
    const [short, long] = one.length < wanted.length ? [one, wanted] : [wanted, one];
    if (short.length >= 5 && (long.startsWith(short) || long.endsWith(short))) return compoundWorth;
    if (long.endsWith(short) && prefixes.has(long.slice(0, -short.length))) return compoundWorth;
    if (long.length >= short.length + 3 && long.startsWith(short)) most = shortCompoundWorth;
  }
  return most;
}

/** Folded particles before a verb: "udvælge" and "vælge". */
const prefixes = new Set(
  'ud pa til fra for be an op ind af med over under gen sam mis und om efter igen vej'.split(' '),
);
const compoundWorth = 0.8;
/** Four letters at the front of a longer word: a compound ("team-struktur") or chance. */
const shortCompoundWorth = 0.5;

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
  for (const one of candidate.stems) if (!own.has(one) && isFigure(one)) return true;
  return false;
}

const isFigure = (one: string) => /\d/.test(one) || numberWords.has(one);
const wordsBetween = 6;

/** Whether a text counts a thing: a figure stands within a few words of it ("17 interview", "elever: ca. 19.000"). */
export function counts(text: string, thing: string): boolean {
  const stems = wordsOf(text).map(stem);
  const figures = stems.flatMap((one, at) => (isFigure(one) ? [at] : []));
  return stems.some(
    (one, at) => covers(new Set([one]), thing) > 0 && figures.some(figure => Math.abs(figure - at) <= wordsBetween),
  );
}

const dates =
  /\b(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b|\b\d{1,2}[./]\s?\d{1,2}\b/i;

/** Whether a text names a day or a month. */
export const holdsDate = (text: string): boolean => dates.test(text);
