// Answers from the målpile: what a plan is, its years by track, what a year will tell. Called by structured.ts.
import type { Answer, Choice } from '../../model/answer.ts';
import type { GoalArrow } from '../../model/knowledge.ts';
import { enumerate } from '../../texts/da.ts';
import { textsFor } from '../../texts/texts.ts';
import { answerLength, type Draft } from './draft.ts';
import { type Cite, fitGroups, type Shown } from './fitting.ts';
import { bullet } from './profiles.ts';

export interface ArrowQuestion {
  years: number[];
  tracks: string[];
  /** Only "Det fortæller vi …". */
  tellsOnly: boolean;
}

/** The words that a button asks with, whatever language the reader has. */
const inDanish = textsFor('da');

type Year = GoalArrow['years'][number];

/** The years asked for, by track where the plan has tracks; the plan in outline when neither year nor track is named. */
export function answerGoalArrow(draft: Draft, arrow: GoalArrow, asked: ArrowQuestion): Answer {
  const years = arrow.years.filter(({ year }) => asked.years.length === 0 || asked.years.includes(year));
  const outlined = asked.years.length === 0 && asked.tracks.length === 0 && !asked.tellsOnly && years.length > 1;
  return outlined ? outline(draft, arrow) : answerYears(draft, arrow, years, asked);
}

/** What the plan is, then year by year its activities' titles or, with tracks, how many there are in each. */
function outline(draft: Draft, arrow: GoalArrow): Answer {
  const { texts, language } = draft;
  const head = `**${arrow.name[language]}**: ${arrow.about}${draft.cite(arrow.source, arrow.about)}`;
  const mark = ({ source, activities }: Year) =>
    source.section === arrow.source.section ? '' : draft.cite(source, activities[0]?.text ?? '');
  const counts = arrow.years.map(year => {
    const tracks = arrow.tracks.flatMap(({ id, name }) => {
      const count = year.activities.filter(({ track }) => track === id).length;
      return count > 0 ? [`${name[language]} ${count}`] : [];
    });
    return bullet(texts.answer.yearCount(year.year, year.activities.length, tracks.join(', ')) + mark(year));
  });
  const titles = arrow.years.flatMap(year => [
    '',
    `**${year.year}**${mark(year)}`,
    ...year.activities.map(({ title }) => bullet(title)),
  ]);
  const roomy = [head, ...titles, texts.answer.frame].join('\n').length < answerLength;
  const lines = arrow.tracks.length === 0 && roomy ? [head, ...titles] : [head, '', ...counts];
  const note = arrow.years.some(isTorn) ? ['', texts.answer.unreadable] : [];
  return draft.finish([...lines, ...note], {
    card: { kind: 'goal-arrow', arrow: arrow.id },
    choices: yearChoices(draft, arrow, arrow.years),
  });
}

/** A track, the activities of a plan without tracks, or what the years tell. */
interface Group {
  kind: 'activities' | 'tells';
  /** Empty where a plan has no tracks. */
  name: string;
  /** The name that a button asks by. */
  danish: string;
  points(year: Year): string[];
}

function groupsOf({ texts, language }: Draft, arrow: GoalArrow): Group[] {
  const ofTrack = (track?: GoalArrow['tracks'][number]): Group => ({
    kind: 'activities',
    name: track?.name[language] ?? '',
    danish: track?.name.da ?? '',
    points: ({ activities }) => activities.filter(one => one.track === track?.id).map(({ text }) => text),
  });
  const tells: Group = {
    kind: 'tells',
    name: texts.answer.tellsName,
    danish: inDanish.answer.tellsName,
    points: year => year.tells,
  };
  return [...(arrow.tracks.length > 0 ? arrow.tracks.map(ofTrack) : [ofTrack()]), tells];
}

function answerYears(draft: Draft, arrow: GoalArrow, years: Year[], asked: ArrowQuestion): Answer {
  const all = groupsOf(draft, arrow).filter(group => years.some(year => group.points(year).length > 0));
  const tracks = arrow.tracks.filter(({ id }) => asked.tracks.includes(id));
  const wanted = all.filter(({ kind, danish }) =>
    asked.tellsOnly && tracks.length === 0 ? kind === 'tells' : tracks.some(({ name }) => name.da === danish),
  );
  // A year may leave a track empty, a plan may tell nothing: then all of it is shown.
  const groups = wanted.length > 0 ? wanted : all;
  const longest = Math.max(0, ...groups.flatMap(group => years.map(year => group.points(year).length)));
  const { lines, shown } = fitGroups(draft, groups, longest, (some, cite) => [
    ...years.flatMap((year, i) => [...(i > 0 ? [''] : []), ...yearLines(draft, arrow, year, some, cite)]),
    ...(years.some(year => showsTorn(year, some)) ? ['', draft.texts.answer.unreadable] : []),
    ...leftOff(draft, years, groups, some),
  ]);
  const left = groups.filter(group => countLeft(group, years, shown) > 0);
  const [year] = years;
  const [track] = wanted.length > 0 ? tracks : [];
  const others = arrow.years.filter(one => !years.includes(one));
  return draft.finish(lines, {
    card: {
      kind: 'goal-arrow',
      arrow: arrow.id,
      ...(year && asked.years.length > 0 ? { year: year.year } : {}),
      ...(track ? { track: track.id } : {}),
    },
    // A whole answer needs no second message.
    choices:
      left.length > 0 ? [...restChoices(draft, arrow, years, groups, left), ...yearChoices(draft, arrow, others)] : [],
  });
}

function yearLines(
  { texts, language }: Draft,
  arrow: GoalArrow,
  year: Year,
  shown: Shown<Group>[],
  cite: Cite,
): string[] {
  const own = shown
    .map(({ group, most }) => ({ ...group, points: group.points(year).slice(0, most) }))
    .filter(({ points }) => points.length > 0);
  const activities = own.find(({ kind }) => kind === 'activities');
  const name = texts.answer.arrowYear(arrow.name[language], year.year);
  const head = activities ? [name + cite(year.source, activities.points[0] ?? '')] : own.length > 0 ? [] : [name];
  const body = own.flatMap(({ kind, name: track, points }) => {
    const told = () => texts.answer.tells(year.year) + cite(year.tellsSource ?? year.source, points[0] ?? '');
    const heading = kind === 'tells' ? [told()] : track === '' ? [] : [`**${track}**`];
    return ['', ...heading, ...points.map(bullet)];
  });
  if (own.length === 0) return [...head, '', texts.answer.yearEmpty];
  return head.length > 0 ? [...head, ...body] : body.slice(1);
}

function leftOff({ texts }: Draft, years: Year[], groups: Group[], shown: Shown<Group>[]): string[] {
  const parts = groups.flatMap(group => {
    const count = countLeft(group, years, shown);
    return count > 0 ? [texts.answer.points(count, group.name)] : [];
  });
  return parts.length > 0 ? ['', texts.answer.leftOff(enumerate(parts, texts.and))] : [];
}

function countLeft(group: Group, years: Year[], shown: Shown<Group>[]): number {
  const most = shown.find(one => one.group === group)?.most ?? 0;
  return years.reduce((sum, year) => sum + Math.max(0, group.points(year).length - most), 0);
}

const isTorn = ({ activities }: Year) => activities.some(({ unreadable }) => unreadable !== undefined);

const showsTorn = (year: Year, shown: Shown<Group>[]) =>
  isTorn({
    ...year,
    activities: year.activities.filter(({ text }) => shown.some(({ group }) => group.points(year).includes(text))),
  });

const yearChoices = ({ texts }: Draft, { name }: GoalArrow, years: Year[]): Choice[] =>
  years.map(({ year }) => ({ label: String(year), question: texts.ask.yearQuestion(name.da, year) }));

/** Buttons to what did not fit: a group alone; of a group alone each year; of a year alone its card, which holds all. */
function restChoices(draft: Draft, arrow: GoalArrow, years: Year[], groups: Group[], left: Group[]): Choice[] {
  const { ask } = draft.texts;
  const ofGroup = ({ name, danish }: Group, some: Year[]): Choice => {
    const named = (and: string) =>
      enumerate(
        some.map(({ year }) => String(year)),
        and,
      );
    return {
      label: ask.group(name, named(draft.texts.and)),
      question: ask.groupQuestion(danish, named(inDanish.and), arrow.name.da),
    };
  };
  if (groups.length > 1) return left.map(group => ofGroup(group, years));
  const [group] = left;
  const [only, ...others] = years;
  if (!group || !only) return [];
  if (others.length === 0)
    return [{ label: ask.wholeYear(only.year), question: ask.yearCard(arrow.name.da, only.year) }];
  return group.danish === '' ? yearChoices(draft, arrow, years) : years.map(year => ofGroup(group, [year]));
}
