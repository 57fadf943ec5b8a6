// Answers that the structure of the documents gives: profiles, years of a plan, forums, and what does not exist. Called by answer-question.ts before the search.
import type { Catalog } from '../../knowledge/catalog.ts';
import { stem } from '../../knowledge/search/fold.ts';
import { profileDocuments, type Subject } from '../../knowledge/subjects.ts';
import type { Answer } from '../../model/answer.ts';
import type { GoalArrow, Profile } from '../../model/knowledge.ts';
import { type Judged, judge } from './confidence.ts';
import type { Draft } from './draft.ts';
import { answerFound } from './facts.ts';
import { answerForum, compareForums } from './forums.ts';
import { answerGoalArrow } from './goal-arrows.ts';
import { answerNoSuchLevel, answerNoSuchMunicipality, answerNoSuchYear } from './limits.ts';
import { answerProfile, answerWhichLevel, compareProfiles } from './profiles.ts';
import { tellsProperties } from './properties.ts';
import type { Understanding } from './understand.ts';

const onlyForums: ReadonlySet<Subject['kind']> = new Set(['forum']);
const onlyPoints: ReadonlySet<Subject['kind']> = new Set(['point']);

/** `undefined`: the question is one for the search. */
export function answerStructured(catalog: Catalog, draft: Draft, question: Understanding): Answer | undefined {
  const [foreign] = question.foreign;
  if (foreign && question.municipalities.length === 0) return answerNoSuchMunicipality(catalog, draft, foreign);
  return (
    ofProfiles(catalog, draft, question) ??
    ofUnsureLevel(catalog, draft, question) ??
    ofGoalArrow(catalog, draft, question) ??
    ofForum(catalog, draft, question) ??
    ofUnknownLevel(catalog, draft, question)
  );
}

/** The question is about another document, a plan or a meeting: its words only look like a profile's. */
function elsewhere({ knowledge }: Catalog, question: Understanding): boolean {
  const other = question.documents.some(slug => !profileDocuments(knowledge).includes(slug));
  return other || question.namesGoalArrow || question.years.length > 0 || question.forums.length > 0;
}

function ofProfiles(catalog: Catalog, draft: Draft, question: Understanding): Answer | undefined {
  if (elsewhere(catalog, question)) return undefined;
  const { lists, namesProfile, expects, compares } = question;
  const profiles = question.levels.flatMap(id => catalog.knowledge.profiles.find(({ level }) => level === id) ?? []);
  const [profile] = profiles;
  if (profiles.length >= 2 && (compares || lists.length > 0)) {
    return compareProfiles(catalog, draft, profiles, lists, question.content);
  }
  if (!profile || profiles.length > 1) return undefined;
  // A profile tells what is expected of somebody, never their name, pay, age or address.
  if (question.asksName || !tellsProperties(question.text, () => '')) return undefined;
  if (lists.length === 0 && question.words.length > longQuestion && answersItself(catalog, question, surelyElsewhere)) {
    return undefined;
  }
  if (lists.length === 0 && namesProfile && skillPattern.test(question.text)) {
    return answerProfile(catalog, draft, profile, ['skills']);
  }
  if ((namesProfile || expects) && lists.length === 0) {
    const concerning = pointsAbout(catalog, profile, question);
    if (concerning.length > 0) return answerWhichLevel(catalog, draft, concerning);
  }
  return asksForProfile(question) ? answerProfile(catalog, draft, profile, lists) : undefined;
}

/** "Profilen for en leder", "hvad forventes der af en leder": which of the levels that the word may mean? */
function ofUnsureLevel(catalog: Catalog, draft: Draft, question: Understanding): Answer | undefined {
  const { unsureLevels, lists, namesProfile, expects, municipalities, subject } = question;
  if (unsureLevels.length < 2 || municipalities.length > 0 || elsewhere(catalog, question)) return undefined;
  if (question.content.length > 0 || !asksForProfile(question) || question.asksName) return undefined;
  if (howPattern.test(question.text)) return undefined;
  if (namesProfile || lists.length > 0) return askWhichLevel(catalog, draft, question);
  // What a "ledelsesteam" is for is told elsewhere as well; a bare "leder" says nothing that could be searched for.
  const says = subject.filter(({ stem: one }) => one !== anyLeader);
  const answered = says.length > 1 && answersItself(catalog, question, surelyItself);
  return expects && !answered ? askWhichLevel(catalog, draft, question) : undefined;
}

const anyLeader = stem('leder');
/** Asks about the profiles, not for one. */
const howPattern = /\b(hvordan|hvorledes|hvorfor|how|why)\b/i;

/** "Hvad skal en pædagog kunne efter profilerne?" */
const skillPattern = /\b(kunne|kan|be able to)\b/i;

/** A list or the whole profile is asked for, and nothing else that the profile itself could not hold. */
function asksForProfile(question: Understanding): boolean {
  if (question.lists.length > 0) return true;
  if (question.asksWho || question.asksFigure || question.asksWhen) return false;
  if (question.namesProfile || question.expects) return question.content.length <= 1;
  return question.content.length === 0 && question.aspects.length === 0 && question.words.length <= nameOnly;
}

/** A question of more words says more than a level's name. */
const longQuestion = 8;
/** A question of so few words that a level's name is all it says. */
const nameOnly = 5;

/** The points of a profile that concern the question's own subject: "hvad forventes chefen at gøre med data". */
function pointsAbout(catalog: Catalog, profile: Profile, question: Understanding): Judged[] {
  if (question.content.length === 0 || question.asksWho) return [];
  return judge(question, catalog, { words: question.content, kinds: onlyPoints })
    .filter(({ subject }) => subject.kind === 'point' && subject.profile.level === profile.level)
    .filter(({ coverage }) => coverage >= concerns)
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, 4);
}

const concerns = 0.35;
/** From this confidence on another subject answers, although a profile or a year is named. */
const surelyElsewhere = 0.62;
const surelyItself = 0.85;

/** Whether the search knows something that the question asks for more exactly than its names say. */
function answersItself(catalog: Catalog, question: Understanding, from: number): boolean {
  const [best] = judge(question, catalog);
  return (
    best !== undefined && (best.subject.kind === 'fact' || best.subject.kind === 'block') && best.confidence >= from
  );
}

/** The years of a plan that a question names, for when the search knows nothing closer. */
export function answerNamedYears(catalog: Catalog, draft: Draft, question: Understanding): Answer | undefined {
  const { years, arrows, namesGoalArrow } = question;
  if (!namesGoalArrow || years.length === 0) return undefined;
  const arrow = catalog.knowledge.goalArrows.find(
    one => (arrows.length === 0 || arrows.includes(one.id)) && one.years.some(({ year }) => years.includes(year)),
  );
  return arrow && answerGoalArrow(draft, arrow, { years, tracks: [], tellsOnly: question.tells });
}

function ofGoalArrow(catalog: Catalog, draft: Draft, question: Understanding): Answer | undefined {
  const { goalArrows } = catalog.knowledge;
  const { years, tracks, tells, content, compares } = question;
  const block = namedBlock(catalog, question);
  if (block && years.length === 0 && !compares) return answerFound(catalog, draft, question, [block]);
  const about = question.namesGoalArrow || (years.length > 0 && (tells || tracks.length > 0));
  if (!about) return undefined;
  const holds = (arrow: GoalArrow, year: number) => arrow.years.some(one => one.year === year);
  const stray = years.find(year => !goalArrows.some(arrow => holds(arrow, year)));
  if (stray !== undefined) return answerNoSuchYear(catalog, draft, stray);
  const ofYears = goalArrows.filter(arrow => years.some(year => holds(arrow, year)));
  const named = question.arrows.flatMap(id => goalArrows.find(arrow => arrow.id === id) ?? []);
  const [arrow] = ofYears.length > 0 ? ofYears : named;
  const yearsCompared = ofYears.length === 1 && years.length > 1;
  if (!arrow || (compares && !yearsCompared) || question.arrows.length > 1) return undefined;
  // Words of its own beside year and plan: the search finds the activity that they mean.
  const part = tracks.length > 0 || tells;
  if (!part && content.length > (years.length > 0 ? 2 : 0)) return undefined;
  if (!part && content.length > 1 && answersItself(catalog, question, surelyItself)) return undefined;
  const own = tracks.filter(id => arrow.tracks.some(track => track.id === id));
  return answerGoalArrow(draft, arrow, { years, tracks: own, tellsOnly: tells });
}

/** Found by its name and not by the search. */
const nowhere = { entry: -1, title: -1, view: -1 };

/** "Det vi står på i målpilen 2021-23": the part of the named plan, or of the only plan that has it. */
function namedBlock(catalog: Catalog, { blocks, arrows, content, namesGoalArrow }: Understanding): Judged | undefined {
  const named = catalog.knowledge.goalArrows
    .filter(({ id }) => arrows.length === 0 || arrows.includes(id))
    .flatMap(arrow => arrow.blocks.map(block => ({ arrow, block })))
    .filter(({ block }) => blocks.includes(block.id));
  const [only] = named;
  if (!only || named.length > 1 || !namesGoalArrow || content.length > 2) return undefined;
  return {
    subject: { kind: 'block', ...only },
    place: nowhere,
    score: 1,
    coverage: 1,
    confidence: 1,
    rank: 1,
  };
}

function ofForum(catalog: Catalog, draft: Draft, question: Understanding): Answer | undefined {
  const { forums, municipalities, aspects, content, years, compares } = question;
  if (years.length > 0) return undefined;
  const here = forums
    .flatMap(id => catalog.knowledge.forums.find(forum => forum.id === id) ?? [])
    .filter(({ municipality }) => municipalities.length === 0 || municipalities.includes(municipality));
  const [forum] = here;
  if (!forum) return undefined;
  if (here.length > 1) {
    if (new Set(here.map(({ name }) => name)).size > 1)
      return aspects.length > 0 ? compareForums(catalog, draft, here, aspects) : undefined;
    return content.length === 0 && municipalities.length === 0 ? askWhichForum(catalog, draft, question) : undefined;
  }
  if (compares || question.asksDate || (aspects.length === 0 && content.length > 0)) return undefined;
  const judged = judge(question, catalog, { words: content, kinds: onlyForums });
  const own = judged.find(({ subject }) => subject.kind === 'forum' && subject.forum.id === forum.id);
  const covered = aspects.length > 1 || content.length === 0 || (own?.coverage ?? 0) >= 0.5;
  return covered ? answerForum(catalog, draft, forum, aspects) : undefined;
}

/** A list without a level that exists: ask which, or say which there are. */
function ofUnknownLevel(catalog: Catalog, draft: Draft, question: Understanding): Answer | undefined {
  const { lists, content, municipalities, namesProfile, documents, words } = question;
  if (lists.length === 0 || question.levels.length > 0 || elsewhere(catalog, question)) return undefined;
  if (catalog.knowledge.profiles.length === 0) return answerNoSuchLevel(catalog, draft);
  const aboutLists =
    namesProfile ||
    documents.some(slug => profileDocuments(catalog.knowledge).includes(slug)) ||
    words.some(word => stem(word) === workValue);
  const strange = content.some(one => !catalog.isWord(one.stem));
  if (aboutLists && content.length > 0 && (strange || !answersItself(catalog, question, surelyItself))) {
    return answerNoSuchLevel(catalog, draft);
  }
  return content.length === 0 && municipalities.length === 0 ? askWhichLevel(catalog, draft, question) : undefined;
}

/** Only the profiles use this word; "værdier" stands everywhere. */
const workValue = stem('arbejdsværdier');

function askWhichLevel(catalog: Catalog, draft: Draft, question: Understanding): Answer {
  const { ask, listsInText } = draft.texts;
  const [list] = question.lists;
  const { profiles } = catalog.knowledge;
  const meant = profiles.filter(({ level }) => question.unsureLevels.includes(level));
  const text = meant.length > 1 ? ask.whichLevel : list ? ask.level(listsInText[list]) : ask.whichProfile;
  return draft.finish([text], {
    choices: (meant.length > 1 ? meant : profiles).map(({ name }) => ({
      label: name[draft.language],
      question: list ? ask.levelQuestion(listsInText[list], name.da) : ask.profileQuestion(name.da),
    })),
  });
}

function askWhichForum(catalog: Catalog, draft: Draft, question: Understanding): Answer {
  const { texts } = draft;
  const forums = catalog.knowledge.forums.filter(({ id }) => question.forums.includes(id));
  return draft.finish([texts.ask.forum(forums[0]?.name ?? '')], {
    choices: forums.map(forum => {
      const place = catalog.knowledge.municipalities.find(({ id }) => id === forum.municipality)?.name ?? '';
      return { label: place, question: texts.ask.forumQuestion(forum.name, place) };
    }),
  });
}
