// From a question to an answer with its sources, without a language model: understand, choose the kind of answer, or say that the documents do not hold it.
// Called by turns/ and by `ask`; the same path for both.
import type { Catalog, Subject } from '../../knowledge/catalog.ts';
import { createQuotes, type Quotes } from '../../knowledge/quotes.ts';
import { stem } from '../../knowledge/search/fold.ts';
import type { Answer } from '../../model/answer.ts';
import type { GoalArrow, Profile } from '../../model/knowledge.ts';
import type { Language } from '../../model/turn.ts';
import { covers, holdsFigure, type Judged, judge, sureEnough } from './confidence.ts';
import { createDraft, type Draft } from './draft.ts';
import { answerFound } from './facts.ts';
import { contextOf, leanOn, pointsBack, type QuestionContext } from './follow-up.ts';
import { answerForum } from './forums.ts';
import { answerGoalArrow } from './goal-arrows.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { answerNoSuchLevel, answerNoSuchMunicipality, answerNoSuchYear, answerUnknown } from './limits.ts';
import { answerProfile, answerWhichLevel, compareProfiles } from './profiles.ts';
import { type Understanding, understand } from './understand.ts';

export interface Answers {
  /**
   * @param language the person's choice; a question in English is answered in English whatever it is.
   * @param context what the conversation was about, as an earlier call gave it back.
   * @param now milliseconds since 1970.
   */
  answer(
    question: string,
    options: { language: Language; context?: QuestionContext | undefined; now: number },
  ): {
    answer: Answer;
    context: QuestionContext;
  };
}

interface Tools {
  catalog: Catalog;
  lexicon: Lexicon;
  quotes: Quotes;
}

/** Bound to one catalogue; after an import a new one is made. */
export function createAnswers(catalog: Catalog): Answers {
  const tools: Tools = { catalog, lexicon: createLexicon(catalog), quotes: createQuotes(catalog) };
  return {
    answer(text, { language, context, now }) {
      const asked = understand(text, catalog, tools.lexicon);
      const question = recall(leanOn(asked, context, now), context, tools);
      const draft = createDraft(catalog, tools.quotes, question.language ?? language);
      const answer = structured(tools, draft, question) ?? searched(tools, draft, question);
      return { answer, context: contextOf(question, now) };
    },
  };
}

/** A question that only points back ("hvor tit mødes de?", "og i Glostrup?") is searched together with the one before it. */
function recall(
  question: Understanding,
  context: QuestionContext | undefined,
  { catalog, lexicon }: Tools,
): Understanding {
  if (!context) return question;
  const structural =
    question.levels.length + question.forums.length + question.years.length + question.lists.length > 0;
  if (structural || !(question.leans || pointsBack(question.text)) || question.content.length > 2) return question;
  const before = understand(context.question, catalog, lexicon);
  if (before.forums.length > 0 && question.aspects.length > 0) return { ...question, forums: before.forums };
  const kept = question.municipalities.length > 0 ? before.content : before.subject;
  return {
    ...question,
    subject: [...kept, ...question.subject],
    content: [...before.content, ...question.content],
    municipalities: question.municipalities.length > 0 ? question.municipalities : before.municipalities,
  };
}

/** Answers that the structure of the documents gives: profiles, years of a plan, forums. `undefined`: leave it to the search. */
function structured(tools: Tools, draft: Draft, question: Understanding): Answer | undefined {
  const { catalog } = tools;
  const { knowledge } = catalog;
  const profiles = question.levels.flatMap(id => knowledge.profiles.find(profile => profile.level === id) ?? []);
  const { lists, years, forums, aspects } = question;

  const foreign = question.foreign[0];
  if (foreign && question.municipalities.length === 0) return answerNoSuchMunicipality(catalog, draft, foreign);

  if (profiles.length >= 2 && (question.compares || lists.length > 0) && aboutProfiles(question, tools)) {
    return compareProfiles(catalog, draft, profiles, lists, question.content);
  }
  const [profile] = profiles;
  if (profile && profiles.length === 1 && asksForProfile(question, tools)) {
    return answerProfile(catalog, draft, profile, lists);
  }
  if (
    profile &&
    profiles.length === 1 &&
    (question.namesProfile || question.expects) &&
    !elsewhere(question, catalog)
  ) {
    const concerning = judge(question, catalog, { words: question.content, kinds: onlyPoints }).filter(
      ({ subject, coverage }) => subject.kind === 'point' && subject.profile.level === profile.level && coverage >= 0.5,
    );
    if (concerning.length > 0) return answerWhichLevel(catalog, draft, concerning.slice(0, 4));
  }
  const arrowAnswer = structuredArrow(tools, draft, question);
  if (arrowAnswer) return arrowAnswer;

  const named = forums.flatMap(id => knowledge.forums.find(forum => forum.id === id) ?? []);
  const here = named.filter(
    ({ municipality }) => question.municipalities.length === 0 || question.municipalities.includes(municipality),
  );
  const [forum] = here;
  if (forum && here.length === 1 && years.length === 0 && !question.compares) {
    const rest = judge(question, catalog, { words: question.content, kinds: onlyForums });
    const own = rest.find(({ subject }) => subject.kind === 'forum' && subject.forum.id === forum.id);
    const covered = question.content.length === 0 || (own?.coverage ?? 0) >= 0.5;
    if (covered && (aspects.length > 0 || question.content.length === 0))
      return answerForum(catalog, draft, forum, aspects);
  }
  if (here.length > 1 && question.content.length === 0 && question.municipalities.length === 0)
    return askWhichForum(tools, draft, question);

  if (profiles.length === 0 && !elsewhere(question, catalog)) {
    const aboutLists =
      question.namesProfile || lists.includes('workValues') || question.documents.includes('learning-pipeline');
    const unknownName = question.content.some(({ stem: one }) => !catalog.isWord(one));
    if (lists.length > 0 && aboutLists && unknownName) return answerNoSuchLevel(catalog, draft);
    if (lists.length > 0 && question.content.length === 0 && question.municipalities.length === 0)
      return askWhichLevel(tools, draft, question);
  }
  return undefined;
}

const onlyForums: ReadonlySet<Subject['kind']> = new Set(['forum']);
const onlyPoints: ReadonlySet<Subject['kind']> = new Set(['point']);
const factsAndForums: ReadonlySet<Subject['kind']> = new Set(['fact', 'forum']);

/** A list or profile is asked for, and nothing else that the profile itself could not hold. */
function asksForProfile(question: Understanding, { catalog }: Tools): boolean {
  if (elsewhere(question, catalog) || question.forums.length > 0) return false;
  if (question.lists.length > 0) return true;
  if (question.asksWho || question.asksFigure || question.asksWhen) return false;
  if (question.namesProfile || question.expects) return question.content.length <= 1;
  return question.content.length === 0 && question.aspects.length === 0 && question.words.length <= nameOnly;
}

/** A question of so few words that a level's name is all it says. */
const nameOnly = 5;

/** The question is about another document, a plan or a municipality: its words only look like a profile's. */
function elsewhere(question: Understanding, _catalog: Catalog): boolean {
  const other = question.documents.some(slug => slug !== 'learning-pipeline');
  return other || question.namesGoalArrow || question.years.length > 0;
}

function aboutProfiles(question: Understanding, { catalog }: Tools): boolean {
  return !elsewhere(question, catalog) && question.forums.length === 0;
}

function structuredArrow({ catalog }: Tools, draft: Draft, question: Understanding): Answer | undefined {
  const { goalArrows } = catalog.knowledge;
  const { years, tracks, tells } = question;
  const about = question.namesGoalArrow || question.arrows.length > 0;
  if (!about && !(tells && years.length > 0) && !(tracks.length > 0 && years.length > 0)) return undefined;
  const holds = (arrow: GoalArrow, year: number) => arrow.years.some(one => one.year === year);
  const stray = years.find(year => !goalArrows.some(arrow => holds(arrow, year)));
  if (stray !== undefined) return answerNoSuchYear(catalog, draft, stray);
  const ofYears = goalArrows.filter(arrow => years.some(year => holds(arrow, year)));
  const named = question.arrows.flatMap(id => goalArrows.find(arrow => arrow.id === id) ?? []);
  const [arrow] = ofYears.length > 0 ? ofYears : named;
  if (!arrow || question.compares) return undefined;
  const words = question.content;
  // Words of its own beside year and plan: the search finds the activity they mean.
  if (words.length > 0 && years.length === 0 && tracks.length === 0 && !tells) return undefined;
  if (words.length > 2 && tracks.length === 0 && !tells) return undefined;
  return answerGoalArrow(draft, arrow, {
    years,
    tracks: tracks.filter(id => arrow.tracks.some(track => track.id === id)),
    tellsOnly: tells,
  });
}

function askWhichLevel({ catalog }: Tools, draft: Draft, question: Understanding): Answer {
  const { texts, language } = draft;
  const [list] = question.lists;
  const name = list ? texts.listsInText[list] : '';
  const { profiles } = catalog.knowledge;
  const meant = profiles.filter(({ level }) => question.unsureLevels.includes(level));
  return draft.finish([meant.length > 1 ? texts.ask.whichLevel : texts.ask.level(name)], {
    choices: (meant.length > 1 ? meant : profiles).map(profile => ({
      label: profile.name[language],
      question: texts.ask.levelQuestion(name, profile.name.da),
    })),
  });
}

function askWhichForum({ catalog }: Tools, draft: Draft, question: Understanding): Answer {
  const { texts } = draft;
  const forums = catalog.knowledge.forums.filter(({ id }) => question.forums.includes(id));
  return draft.finish([texts.ask.forum(forums[0]?.name ?? '')], {
    choices: forums.map(forum => {
      const place = catalog.knowledge.municipalities.find(({ id }) => id === forum.municipality)?.name ?? '';
      return { label: place, question: texts.ask.forumQuestion(forum.name, place) };
    }),
  });
}

/** What the search finds, if it is sure enough. */
function searched(tools: Tools, draft: Draft, question: Understanding): Answer {
  const { catalog } = tools;
  if (question.asksWho || question.namesProfile) {
    const duty = whichLevel(tools, question);
    if (duty.length > 0) return answerWhichLevel(catalog, draft, duty);
  }
  const found = rank(question, judge(question, catalog), tools);
  const [best] = found;
  if (!best || best.confidence < sureEnough) return answerUnknown(draft, best);
  if (best.subject.kind === 'point') return answerWhichLevel(catalog, draft, [best]);
  return answerFound(catalog, draft, question, several(question, found, best));
}

/** Judged candidates after what the question says of kind, place and figures. */
function rank(question: Understanding, found: Judged[], { catalog }: Tools): Judged[] {
  return found
    .map(judged => ({ ...judged, confidence: judged.confidence + fit(question, judged, catalog) }))
    .sort((a, b) => b.confidence - a.confidence);
}

const kindFit: Partial<Record<Subject['kind'], number>> = {
  fact: 0.03,
  point: -0.08,
  activity: -0.02,
  passage: -0.08,
  document: -0.05,
};

function fit(question: Understanding, judged: Judged, _catalog: Catalog): number {
  const { subject } = judged;
  let sum = kindFit[subject.kind] ?? 0;
  const place =
    subject.kind === 'fact'
      ? subject.fact.municipality
      : subject.kind === 'forum'
        ? subject.forum.municipality
        : undefined;
  if (question.municipalities.length > 0) {
    if (place) sum += question.municipalities.includes(place) ? 0.08 : -0.25;
  } else if (place && place !== 'aalborg') sum -= 0.03;
  const arrow = 'arrow' in subject ? subject.arrow.id : undefined;
  if (question.namesGoalArrow && arrow) sum += 0.06;
  if (question.arrows.length > 0 && arrow && !question.arrows.includes(arrow)) sum -= 0.2;
  if (subject.kind === 'point' && question.levels.includes(subject.profile.level)) sum += 0.1;
  if ((question.asksFigure || question.asksWhen) && !holdsFigure(judged, question)) sum -= 0.2;
  if (question.counted && covers(judged.stems, stem(question.counted)) === 0) sum -= 0.15;
  return sum;
}

/** The points of profiles that hold the duty asked for, without the question's own "hvem". */
function whichLevel({ catalog }: Tools, question: Understanding): Judged[] {
  const points = judge(question, catalog, { kinds: onlyPoints });
  const [best] = points;
  if (!best || best.coverage < 0.75) return [];
  const facts = judge(question, catalog, { kinds: factsAndForums });
  if ((facts[0]?.confidence ?? 0) > best.confidence + 0.05) return [];
  return points
    .filter(point => point.coverage >= best.coverage - 0.05 && point.confidence >= best.confidence - 0.08)
    .slice(0, 4);
}

/** The best subject, and others that are as likely: two halves of one question, or one account from each place compared. */
function several(question: Understanding, found: Judged[], best: Judged): Judged[] {
  if (question.compares || question.municipalities.length > 1 || question.arrows.length > 1) {
    return found.filter(one => one.confidence >= Math.max(sureEnough, best.confidence - 0.15)).slice(0, 4);
  }
  return found
    .filter(one => one === best || (one.subject.kind === 'fact' && one.confidence >= best.confidence - 0.04))
    .slice(0, 2);
}
