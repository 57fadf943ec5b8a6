// Finds the subjects that may answer a question and judges how sure that is: what separates an answer from "det står ikke i dokumenterne".
import { distance } from 'fastest-levenshtein';
import { type Candidate, type Catalog, isFigure } from '../../knowledge/catalog.ts';
import { closely, wholly } from '../../knowledge/search/coverage.ts';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';
import { closeness, typosAllowed } from '../../knowledge/search/relatives.ts';
import type { Subject } from '../../knowledge/subjects.ts';
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
/** What covering a word proves that is only like the one asked for: "skrifttype" is not "skrift". */
const guessWorth = 0.5;

/** The likeliest subjects first. `words` are the question's subject words, or a part of them. */
export function judge(
  question: Understanding,
  catalog: Catalog,
  { words = question.subject, kinds }: { words?: ContentWord[]; kinds?: ReadonlySet<Subject['kind']> } = {},
): Judged[] {
  if (question.query === '') return [];
  const wanted = words.map(({ stem: one, weight }) => {
    const spelled = catalog.relatives.spelled(one);
    const worth = spelled === spelledSurely(one, catalog) ? 1 : guessWorth;
    return { weight, covering: weight * worth, coverage: catalog.coverageOf(spelled) };
  });
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return catalog
    .search(question.query, candidatesJudged, kinds)
    .map(candidate => {
      let close = 0;
      let whole = 0;
      for (const { coverage, covering } of wanted) {
        close += covering * closely(coverage, candidate.place);
        whole += covering * wholly(coverage, candidate.place);
      }
      const coverage = close / total;
      const likeness = Math.min(mostLikeness, candidate.score);
      const confidence = 0.65 * coverage + 0.35 * likeness;
      return { ...candidate, coverage, confidence, rank: (0.35 * whole) / total + 0.65 * likeness };
    })
    .sort((a, b) => b.rank - a.rank);
}

/** The known stem that a stem is a slip of the pen for, or the same word with another end; one that is only like a known stem stays as it is. */
export function spelledSurely(one: string, { relatives }: Catalog): string {
  const guess = relatives.spelled(one);
  const sure = guess === one || distance(one, guess) <= typosAllowed(one.length) || differsInTheEnd(one, guess);
  return sure ? guess : one;
}

/** "intervju" and "interview", but not "skrifttype" and "skrift". */
const differsInTheEnd = (one: string, other: string) =>
  Math.abs(one.length - other.length) <= 2 && other.startsWith(one.slice(0, Math.ceil(one.length * 0.75)));

/** How well the words of a text cover a stem: 1 the word itself, less a synonym or a part of a compound. */
export function covers(catalog: Catalog, stems: ReadonlySet<string>, wanted: string): number {
  let most = stems.has(wanted) ? 1 : 0;
  for (const [relative, worth] of catalog.relatives.of(wanted)) {
    if (worth > most && stems.has(relative)) most = worth;
  }
  return most;
}

/** Whether the documents use the word, in this or another spelling, alone or in a compound; the stored questions do not count. */
export function isSaid(one: string, { relatives, said }: Catalog): boolean {
  if (said.has(relatives.spelled(one))) return true;
  for (const [word, worth] of relatives.of(one)) if (worth > 0.5 && said.has(word)) return true;
  return false;
}

/** The figures and number words of a question, which an answer to "hvor mange …" has to add to. */
export const figuresIn = ({ words }: Understanding): ReadonlySet<string> => new Set(words.map(stem).filter(isFigure));

const wordsBetween = 6;

/** Whether a text counts a thing: a figure stands within a few words of it ("17 interview", "elever: ca. 19.000"). */
export function counts(text: string, thing: string): boolean {
  const stems = wordsOf(text).map(stem);
  const figures = stems.flatMap((one, at) => (isFigure(one) ? [at] : []));
  return stems.some(
    (one, at) => closeness(one, thing) > 0 && figures.some(figure => Math.abs(figure - at) <= wordsBetween),
  );
}

const dates =
  /\b(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b|\b\d{1,2}[./]\s?\d{1,2}\b/i;

/** Whether a text names a day or a month. */
export const holdsDate = (text: string): boolean => dates.test(text);
