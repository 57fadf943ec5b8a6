// Answers from the målpile: a year, a track, what a year will tell, one activity, a whole arrow.
import type { Answer } from '../../model/answer.ts';
import type { GoalArrow } from '../../model/knowledge.ts';
import type { Draft } from './draft.ts';
import { shorten } from './draft.ts';
import { bullet, fitted } from './profiles.ts';

export interface ArrowQuestion {
  years: number[];
  tracks: string[];
  /** Only "Det fortæller vi …". */
  tellsOnly: boolean;
}

/** One or more years of an arrow, by track where it has tracks; every year when none is named. */
export function answerGoalArrow(draft: Draft, arrow: GoalArrow, asked: ArrowQuestion): Answer {
  const years = arrow.years.filter(({ year }) => asked.years.length === 0 || asked.years.includes(year));
  const lines = fitted(
    years.flatMap(({ activities, tells }) => [activities.map(({ text }) => text), tells]),
    most => years.flatMap((year, i) => [...(i > 0 ? [''] : []), ...yearLines(draft, arrow, year, asked, most)]),
  );
  const others = arrow.years.filter(({ year }) => !years.some(one => one.year === year));
  const name = arrow.name[draft.language];
  return draft.finish(lines, {
    card: {
      kind: 'goal-arrow',
      arrow: arrow.id,
      ...(years.length === 1 && years[0] ? { year: years[0].year } : {}),
      ...(asked.tracks[0] === undefined ? {} : { track: asked.tracks[0] }),
    },
    choices: others.map(({ year }) => ({ label: String(year), question: draft.texts.ask.yearQuestion(name, year) })),
  });
}

function yearLines(
  draft: Draft,
  arrow: GoalArrow,
  { year, activities, tells, source, tellsSource }: GoalArrow['years'][number],
  { tracks, tellsOnly }: ArrowQuestion,
  most: number,
): string[] {
  const { texts, language } = draft;
  const tellLines =
    tells.length > 0 && tracks.length === 0
      ? [
          '',
          texts.answer.tells(year) + draft.cite(tellsSource ?? source, tells[0] ?? ''),
          ...tells.map(tell => bullet(shorten(tell, most))),
        ]
      : [];
  if (tellsOnly && tells.length > 0) return tellLines.slice(1);
  const shown = activities.filter(
    ({ track }) => tracks.length === 0 || (track !== undefined && tracks.includes(track)),
  );
  const head = texts.answer.arrowYear(arrow.name[language], year) + draft.cite(source, shown[0]?.text ?? String(year));
  const torn = shown.some(({ unreadable }) => unreadable !== undefined) ? ['', texts.answer.unreadable] : [];
  const groups = arrow.tracks.length > 0 ? arrow.tracks : [undefined];
  const body = groups.flatMap(track => {
    const own = shown.filter(activity => activity.track === track?.id);
    if (own.length === 0) return [];
    return [
      ...(track ? ['', `**${track.name[language]}**`] : ['']),
      ...own.map(({ text }) => bullet(shorten(text, most))),
    ];
  });
  return [head, ...body, ...tellLines, ...torn];
}
