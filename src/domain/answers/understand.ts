// Reads a question: language, what it names (levels, lists, years, forums …), what kind of answer it wants, which words carry its subject.
import type { Catalog } from '../../knowledge/catalog.ts';
import { fold, stem, wordsOf } from '../../knowledge/search/fold.ts';
import type { ProfileList } from '../../model/knowledge.ts';
import type { Language } from '../../model/turn.ts';
import { focusOf, namesIn } from './focus.ts';
import type { Aspect, Lexicon, Term } from './lexicon.ts';
import { translate } from './translate.ts';
import { emptyWords, languageOfText } from './wording.ts';

/** A word that says what the question is about. */
export interface ContentWord {
  word: string;
  stem: string;
  /** 0–1: how telling it is, less in sentences that only lead up to the question. */
  weight: number;
}

export interface Understanding {
  text: string;
  language: Language | undefined;
  words: string[];
  levels: string[];
  /** Levels that an ambiguous word ("leder") may mean; empty when a level is named outright. */
  unsureLevels: string[];
  lists: ProfileList[];
  years: number[];
  arrows: string[];
  tracks: string[];
  blocks: string[];
  forums: string[];
  municipalities: string[];
  foreign: string[];
  documents: string[];
  aspects: Aspect[];
  namesProfile: boolean;
  namesGoalArrow: boolean;
  tells: boolean;
  compares: boolean;
  expects: boolean;
  /** "hvem skal …", "hvilket niveau …": the answer is a level, a person or a group. */
  asksWho: boolean;
  /** "hvor mange", "hvor stor en del": the answer holds a figure. */
  asksFigure: boolean;
  /** The thing that is counted: `timer` in "hvor mange timer". */
  counted: string | undefined;
  asksWhen: boolean;
  /** Asks for a day, not a year: "hvilken dato", "næste møde". */
  asksDate: boolean;
  /** Asks what a person or an office holder is called. */
  asksName: boolean;
  /** The first word of the subject behind "hvad er …": what the question is about before all else. */
  head: string | undefined;
  /** Leans on what was said before: "og færdighederne?", "hvad med chefen?". */
  leans: boolean;
  /** Stems of names: words with a capital letter inside a sentence, which an answer has to be about. */
  names: string[];
  /** What the search compares with: the sentences that ask, in Danish words as far as the glossary knows them. */
  query: string;
  /** Words with a subject, without those that the lists above have taken. */
  content: ContentWord[];
  /** The same, the taken ones included. */
  subject: ContentWord[];
  /** `content` without names: what is asked about the things that are named. */
  asked: ContentWord[];
  /** The one of these right behind a Danish question word: `koster` in "hvad koster …", `farve` in "hvilken farve har …". */
  property: ContentWord | undefined;
  /** Query and subject of an English question before it was put into Danish words. */
  asSaid: { query: string; subject: ContentWord[] } | undefined;
}

const leanPattern = /^\s*(og|men|hvad med|hvad så med|hvordan med|and|what about|how about|så)\b/i;
const whoPattern =
  /\b(hvem|hvis ansvar|hvis opgave|hvilke[nt]? (\w*niveau|profil|leder|rolle|funktion|person|instans|afdeling)\w*|who|which (level|profile|role|department))\b/i;
const figurePattern =
  /\b(hvor (mange|meget|stor|stort|store|høj|højt|lang|langt|længe|gammel|dyr|dyrt)|hvad koster|procent|how (many|much|long|large|big|old)|what (percentage|share)|antal)\b/i;
const whenPattern = /\b(hvornår|hvilket år|hvilken dato|hvilken dag|hvad tid|klokken|when|what year|what date)\b/i;

const datePattern =
  /\b(hvilken dato|hvad dato|hvilken dag|hvilken ugedag|klokken|næste (møde|gang)|what date|next meeting)\b/i;
const namePattern = /\b(hvad hedder|navn(et)? på|navn\??$|what is the name|what's the name)\b|\bnavn\b/i;
const headPattern =
  /\b(?:hvad|hvilke[nt]?|hvor|what|which)(?: (?:er|var|bliver|hedder|siger|koster|is|are|was))? (.{3,60})/iu;

function headOf(text: string, isEmpty: (word: string) => boolean): string | undefined {
  const behind = headPattern.exec(text)?.[1];
  const word = behind && wordsOf(behind).find(one => !isEmpty(one));
  return word ? stem(word) : undefined;
}

/** @param question one message, at most some thousand characters. */
export function understand(question: string, catalog: Catalog, lexicon: Lexicon): Understanding {
  const text = question.normalize('NFC').trim();
  const folded = fold(text);
  const { years, arrows, rest: said } = readYears(text, catalog);
  const language = languageOfText(text);
  const rest = language === 'en' ? translate(said, catalog) : said;
  const words = wordsOf(rest);
  const matches = lexicon.find(words);
  const meeting = matches.some(match => match.value.some(({ type }) => type === 'aspect' || type === 'meeting'));
  // "Skoleudvalget" is a level and a forum: without a word of meetings it is the level.
  const terms = matches.flatMap(({ value }) =>
    !meeting && value.some(term => term.type === 'level') ? value.filter(term => term.type !== 'forum') : value,
  );
  const pick = <T extends Term['type'], V>(type: T, read: (term: Extract<Term, { type: T }>) => V): V[] => [
    ...new Set(terms.filter((term): term is Extract<Term, { type: T }> => term.type === type).map(read)),
  ];
  const levels = pick('level', term => term.id);
  const taken = new Set<number>();
  /** Places of names, not of mere form words such as "hvor tit". */
  const naming = new Set<number>();
  for (const { from, to, value } of matches) {
    for (let i = from; i < to; i++) {
      taken.add(i);
      if (value.some(({ type }) => namingTerms.has(type))) naming.add(i);
    }
  }
  const isEmpty = (word: string) => emptyWords.has(fold(word));
  const { weights, query } = focusOf(rest, word => !isEmpty(word), naming);
  const contentWord = (word: string, i: number): ContentWord[] => {
    const one = stem(word);
    if (isEmpty(word) || (one.length < 2 && !/\d/.test(one))) return [];
    const foreign = language === 'en' && !catalog.isWord(one) ? untranslated : 1;
    return [{ word, stem: one, weight: Math.max(0.15, catalog.rarity(one)) * (weights[i] ?? 1) * foreign }];
  };
  const counted = /\b(?:hvor mange|how many)\s+(\p{L}+)/iu.exec(text)?.[1];
  const names = namesIn(rest).filter(name => !words.some((word, at) => taken.has(at) && stem(word) === name));
  const isName = ({ stem: one }: ContentWord) => names.includes(one);
  const contentAt = words.map((word, i) =>
    taken.has(i) || years.includes(Number(word)) ? undefined : contentWord(word, i)[0],
  );
  const content = contentAt.filter(one => one !== undefined);

  return {
    text,
    language,
    words,
    levels,
    unsureLevels: levels.length > 0 ? [] : [...new Set(pick('unsure', term => term.levels).flat())],
    lists: pick('list', term => term.list),
    years,
    arrows: [...new Set([...arrows, ...pick('arrow', term => term.id)])],
    tracks: pick('track', term => term.id),
    blocks: pick('block', term => term.id),
    forums: pick('forum', term => term.id),
    municipalities: pick('municipality', term => term.id),
    foreign: pick('foreign', term => term.name),
    documents: pick('document', term => term.slug),
    aspects: pick('aspect', term => term.aspect),
    namesProfile: terms.some(term => term.type === 'profile'),
    namesGoalArrow: terms.some(term => term.type === 'goal-arrow' || term.type === 'arrow'),
    tells: terms.some(term => term.type === 'tells'),
    compares: terms.some(term => term.type === 'compare'),
    expects: terms.some(term => term.type === 'expect'),
    asksWho: whoPattern.test(text),
    asksFigure: figurePattern.test(folded) || figurePattern.test(text),
    counted: counted && !emptyWords.has(fold(counted)) ? counted : undefined,
    asksWhen: whenPattern.test(text),
    asksDate: datePattern.test(text),
    asksName: namePattern.test(text),
    head: headOf(text, isEmpty),
    leans: leanPattern.test(text),
    query,
    names,
    content,
    asked: content.filter(one => !isName(one)),
    property: language === 'en' ? undefined : propertyOf(words, contentAt, isName),
    subject: words.flatMap(contentWord),
    asSaid: language === 'en' ? asSaid(said, catalog, isEmpty) : undefined,
  };
}

const questionWords: ReadonlySet<string> = new Set(
  'hvad hvem hvor hvordan hvorfor hvornår hvilken hvilket hvilke'.split(' ').map(fold),
);
/** So many words behind the question word the property stands at most. */
const rightBehind = 3;

function propertyOf(
  words: string[],
  contentAt: (ContentWord | undefined)[],
  isName: (word: ContentWord) => boolean,
): ContentWord | undefined {
  for (const [at, word] of words.entries()) {
    if (!questionWords.has(fold(word))) continue;
    const property = contentAt.slice(at + 1, at + 1 + rightBehind).find(one => one && !isName(one));
    if (property) return property;
  }
  return undefined;
}

const namingTerms: ReadonlySet<Term['type']> = new Set(['forum', 'municipality', 'arrow', 'block', 'document']);

/** An English question in its own words, for the English questions that are stored with some subjects. */
function asSaid(text: string, catalog: Catalog, isEmpty: (word: string) => boolean): Understanding['asSaid'] {
  const subject = wordsOf(text)
    .filter(word => !isEmpty(word))
    .map(word => ({ word, stem: stem(word), weight: Math.max(0.15, catalog.rarity(stem(word))) }));
  return { query: text, subject };
}

/** An English word that the glossary does not know says little against a Danish text. */
const untranslated = 0.4;

/** Years and periods; a period such as `2021-23` names the arrow that it belongs to. */
function readYears(text: string, catalog: Catalog): { years: number[]; arrows: string[]; rest: string } {
  const arrows: string[] = [];
  const rest = text.replace(/\b(20\d\d)\s*(?:[-–—/]|til)\s*((?:20)?\d\d)\b/g, (period, from: string, to: string) => {
    const last = to.length === 2 ? `20${to}` : to;
    const arrow = catalog.knowledge.goalArrows.find(one => one.from === Number(from) && one.to === Number(last));
    if (arrow) arrows.push(arrow.id);
    return arrow ? ' ' : period;
  });
  const years = [...rest.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year));
  return { years: [...new Set(years)], arrows, rest };
}
