// Answers that the search finds, when it is sure enough; otherwise the honest limit. Called by answer-question.ts.
import type { Catalog } from '../../knowledge/catalog.ts';
import { byTitle, closely, type WordCoverage } from '../../knowledge/search/coverage.ts';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';
import { documentsOf, profileDocuments, type Subject, saidBy } from '../../knowledge/subjects.ts';
import type { Answer } from '../../model/answer.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { saysWhatIsAsked } from './asked.ts';
import { counts, figuresIn, holdsDate, isSaid, type Judged, judge, sureEnough } from './confidence.ts';
import type { Draft } from './draft.ts';
import { answerFound } from './facts.ts';
import { answerUnknown } from './limits.ts';
import { answerWhichLevel } from './profiles.ts';
import { answerNamedYears } from './structured.ts';
import type { Understanding } from './understand.ts';

const onlyPoints: ReadonlySet<Subject['kind']> = new Set(['point']);

export function answerSearched(catalog: Catalog, draft: Draft, question: Understanding): Answer {
  const found = findSubjects(catalog, question);
  const [best] = found;
  const duty = whichLevel(catalog, question, best);
  if (duty.length > 0) return answerWhichLevel(catalog, draft, duty);
  if (!best || best.confidence < sureEnough || best.coverage < leastCoverage) {
    const part = clearestClause(catalog, question);
    if (part?.subject.kind === 'point') return answerWhichLevel(catalog, draft, [part]);
    if (part) return answerFound(catalog, draft, question, [part]);
    return answerNamedYears(catalog, draft, question) ?? answerUnknown(draft, best);
  }
  if (best.subject.kind === 'point') return answerWhichLevel(catalog, draft, [best]);
  return answerFound(catalog, draft, question, several(question, found, best));
}

/** A long story often holds one clause that says it all: asked alone, that has to be surer than a whole question. */
function clearestClause(catalog: Catalog, question: Understanding): Judged | undefined {
  const clauses = question.text.split(clauseBorder).filter(clause => clause.trim() !== '');
  if (clauses.length < 2 || question.language === 'en') return undefined;
  return clauses
    .flatMap(clause => {
      const words = new Set(wordsOf(clause).map(stem));
      const subject = question.subject.filter(word => words.has(word.stem)).map(word => ({ ...word, weight: 1 }));
      if (subject.length < 2) return [];
      const [best] = findSubjects(catalog, { ...question, query: clause, subject });
      const kind = best?.subject.kind;
      return best && (kind === 'fact' || kind === 'point') && best.confidence >= surerThanAWhole ? [best] : [];
    })
    .sort((a, b) => b.confidence - a.confidence)[0];
}

const clauseBorder = /[.?!,;:–]\s|\s(?=(?:hvem|hvad|hvor|hvordan|hvorfor|hvornår|hvilke[nt]?)\s)/i;
/** A subject that covers less of the question than this answers another one. */
const leastCoverage = 0.3;
const surerThanAWhole = 0.6;

/** Every subject that may answer, the likeliest first. */
function findSubjects(catalog: Catalog, question: Understanding): Judged[] {
  // Only a fact about a person can tell what an office holder is called.
  const wantsPerson = question.asksName && question.levels.length > 0;
  const wanted = wantedOf(question, catalog);
  const found = judgedBothWays(catalog, question)
    .filter(({ subject }) => !question.asksDate || holdsDate(saidBy(subject)))
    .filter(({ subject }) => !wantsPerson || (subject.kind === 'fact' && subject.fact.person))
    .map(judged => {
      const fits = fitOf(question, judged, wanted, catalog);
      const title = titleFit * titleShare(wanted, judged);
      return { ...judged, confidence: judged.confidence + fits, rank: judged.rank + fits + title };
    })
    .sort((a, b) => b.rank - a.rank);
  const [best] = found;
  const answers =
    best && saysWhatIsAsked(question, best, catalog) && (!wanted.counted || countsIt(wanted.counted, best));
  if (best && !answers) best.confidence = Math.min(best.confidence, notAnswered);
  return found;
}

/** The confidence of a subject that is about what the question names and says nothing of what it asks. */
const notAnswered = 0.4;

/** What a question asks of every subject alike, looked up once. */
interface Wanted {
  subject: { coverage: WordCoverage; weight: number }[];
  /** Telling words that no document uses. */
  strange: WordCoverage[];
  names: WordCoverage[];
  head: WordCoverage | undefined;
  municipalities: WordCoverage[];
  figures: ReadonlySet<string>;
  counted: { stem: string; coverage: WordCoverage } | undefined;
}

function wantedOf(question: Understanding, catalog: Catalog): Wanted {
  const strange =
    question.language === 'en'
      ? []
      : question.subject.filter(({ stem: one, weight }) => weight > telling && !isSaid(one, catalog));
  const counted = question.counted && catalog.relatives.spelled(stem(question.counted));
  return {
    subject: question.subject.map(({ stem: one, weight }) => ({ weight, coverage: catalog.coverageOf(one) })),
    strange: strange.map(({ stem: one }) => catalog.coverageOf(one)),
    names: question.names.map(catalog.coverageOf),
    head: question.head === undefined ? undefined : catalog.coverageOf(question.head),
    municipalities: question.municipalities.map(id => catalog.coverageOf(stem(id))),
    figures: figuresIn(question),
    counted: counted === undefined ? undefined : { stem: counted, coverage: catalog.coverageOf(counted) },
  };
}

/** An English question is compared in Danish and in its own words; a subject keeps the better of the two. */
function judgedBothWays(catalog: Catalog, question: Understanding): Judged[] {
  const translated = judge(question, catalog);
  if (!question.asSaid) return translated;
  const best = new Map(translated.map(judged => [judged.subject, judged]));
  for (const judged of judge({ ...question, ...question.asSaid }, catalog)) {
    if (judged.rank > (best.get(judged.subject)?.rank ?? 0)) best.set(judged.subject, judged);
  }
  return [...best.values()];
}

/** How much likelier a kind of subject is to be what people ask for. */
const kindFit: Partial<Record<Subject['kind'], number>> = {
  fact: 0.03,
  point: -0.06,
  activity: -0.02,
  passage: -0.08,
  document: -0.05,
};

/** From this weight on it matters that no document uses a word. */
const telling = 0.55;
/** What such a word takes from the confidence of a subject that is not asked for by it either; two of them at most. */
const strangeWord = 0.12;

/** What the question's place, plan, names and figures say for or against a subject; added to its confidence. */
function fitOf(question: Understanding, judged: Judged, wanted: Wanted, catalog: Catalog): number {
  const { subject } = judged;
  let sum = kindFit[subject.kind] ?? 0;
  sum -= Math.min(2, wanted.strange.filter(coverage => closely(coverage, judged.place) < 0.8).length) * strangeWord;
  sum += placeFit(question, wanted, judged, catalog.knowledge) + documentFit(question, subject, catalog.knowledge);
  const arrow = 'arrow' in subject ? subject.arrow.id : undefined;
  if (question.namesGoalArrow && arrow) sum += 0.06;
  if (question.arrows.length > 0 && arrow && !question.arrows.includes(arrow)) sum -= 0.2;
  if (subject.kind === 'point' && question.levels.includes(subject.profile.level)) sum += 0.1;
  // "Profilerne" without a level or a "who": about the profiles themselves, not a duty in one of them.
  if (subject.kind === 'point' && question.namesProfile && !question.asksWho) sum -= 0.25;
  const figured = catalog.figuresOf(judged).some(figure => !wanted.figures.has(figure));
  if ((question.asksFigure || question.asksWhen) && !figured) sum -= 0.25;
  if (question.namesGoalArrow && subject.kind === 'block' && judged.coverage >= 0.95) sum += 0.15;

  if (question.years.length > 0 && 'year' in subject) sum += question.years.includes(subject.year) ? 0.15 : -0.2;
  if (wanted.names.some(name => closely(name, judged.place) === 0)) sum -= 0.25;
  if (wanted.head && closely(wanted.head, judged.place) < 0.8) sum -= headMissing;
  if (wanted.counted && !countsIt(wanted.counted, judged)) sum -= 0.4;
  return sum;
}

/** Only a text that holds the word at all needs reading. */
const countsIt = ({ stem: thing, coverage }: NonNullable<Wanted['counted']>, { place, subject }: Judged) =>
  closely(coverage, place) > 0 && counts(saidBy(subject), thing);

const titleFit = 0.2;

/** How much of the question's subject stands in the subject's own name, 0–1. */
function titleShare({ subject: words }: Wanted, judged: Judged): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return words.reduce((sum, { coverage, weight }) => sum + weight * byTitle(coverage, judged.place), 0) / total;
}

/** What is missing is the very thing that "hvad er …" asks for. */
const headMissing = 0.1;

/** A question that names a document, or the profiles, is about that document. */
function documentFit({ documents, namesProfile }: Understanding, subject: Subject, knowledge: Knowledge): number {
  const named = namesProfile ? [...documents, ...profileDocuments(knowledge)] : documents;
  if (named.length === 0) return 0;
  return documentsOf(subject).some(slug => named.includes(slug)) ? 0.12 : -0.12;
}

function placeFit(
  { municipalities }: Understanding,
  wanted: Wanted,
  judged: Judged,
  { homeMunicipality }: Knowledge,
): number {
  const { subject } = judged;
  const place =
    subject.kind === 'fact'
      ? subject.fact.municipality
      : subject.kind === 'forum'
        ? subject.forum.municipality
        : undefined;
  if (municipalities.length === 0) return place && place !== homeMunicipality ? -0.03 : 0;
  const spoken = wanted.municipalities.filter(coverage => closely(coverage, judged.place) === 1).length;
  // Of several that are named, a text about one of them is only a part of the answer.
  if (place && municipalities.includes(place)) return 0.08 / municipalities.length;
  if (place) return spoken > 0 ? 0 : -0.25;
  if (spoken === 0) return -0.12;
  return spoken === municipalities.length && spoken > 1 ? 0.08 : 0;
}

/** From this coverage on a point of a profile is taken for the duty that "hvem skal …" asks for. */
const holdsTheDuty = 0.6;

/** "Hvem skal …", "hvilket niveau …": the points that hold the duty, unless something else answers better. */
function whichLevel(catalog: Catalog, question: Understanding, best: Judged | undefined): Judged[] {
  if (!question.asksWho) return [];
  const points = judge(question, catalog, { kinds: onlyPoints });
  const [first] = points;
  if (!first || first.coverage < holdsTheDuty || first.confidence < sureEnough) return [];
  if (best && best.subject.kind !== 'point' && best.rank > first.rank + 0.08) return [];
  return points.filter(point => point.coverage >= first.coverage - 0.1 && point.rank >= first.rank - 0.1).slice(0, 4);
}

/** The best subject, and others that are nearly as likely; of things compared, the best of each. */
function several(question: Understanding, found: Judged[], best: Judged): Judged[] {
  const { compares, municipalities, arrows } = question;
  if (compares || municipalities.length > 1 || arrows.length > 1) return comparedSides(question, found, best);
  const near = found.filter(
    ({ subject, confidence, rank }) =>
      (subject.kind === 'fact' || subject.kind === 'activity' || subject.kind === 'passage') &&
      confidence >= sureEnough &&
      rank >= best.rank - (sameSection(subject, best.subject) ? nearInSection : nearlyAsLikely),
  );
  return [best, ...near.filter(one => one !== best)].slice(0, mostSubjects);
}

const nearInSection = 0.35;

/** Two facts of one section of a document: parts of one story. */
function sameSection(one: Subject, other: Subject): boolean {
  if (one.kind !== 'fact' || other.kind !== 'fact') return false;
  const sections = new Set(other.fact.sources.map(({ document, section }) => `${document} ${section}`));
  return one.fact.sources.some(({ document, section }) => sections.has(`${document} ${section}`));
}

const nearlyAsLikely = 0.15;
const mostSubjects = 3;

/** Of things compared that are named, each is shown, even where one is said less about than the other. */
function comparedSides(question: Understanding, found: Judged[], best: Judged): Judged[] {
  const wanted = [...new Set([...question.municipalities, ...question.arrows])];
  const related = found.filter(one => one.confidence >= barelyRelated && one.rank >= best.rank - 0.5);
  const chosen =
    wanted.length < 2 ? [] : wanted.flatMap(side => related.filter(one => sideOf(one) === side).slice(0, 2));
  const near = found.filter(one => one.confidence >= sureEnough - 0.1 && one.rank >= best.rank - nearlyAsLikely);
  return [...new Set([best, ...chosen, ...near])].slice(0, mostSides);
}

const barelyRelated = 0.3;
const mostSides = 5;

const sideOf = ({ subject }: Judged) =>
  'arrow' in subject ? subject.arrow.id : subject.kind === 'fact' ? subject.fact.municipality : undefined;
