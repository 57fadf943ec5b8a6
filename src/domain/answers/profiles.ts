// Answers from the Learning Pipeline profiles: a level's lists, two levels side by side, and which level a duty belongs to.
import type { Catalog } from '../../knowledge/catalog.ts';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';
import type { Answer, Choice } from '../../model/answer.ts';
import { type Profile, type ProfileList, profileLists } from '../../model/knowledge.ts';
import { textsFor } from '../../texts/texts.ts';
import { covers, type Judged } from './confidence.ts';
import type { Draft } from './draft.ts';
import { fitGroups } from './fitting.ts';
import type { ContentWord } from './understand.ts';

/** A level's list: word for word where the document is imported, otherwise as shipped. */
export function pointsOf(catalog: Catalog, profile: Profile, list: ProfileList): string[] {
  const passages = catalog.passages.filter(({ ties }) => ties.level === profile.level && ties.list === list);
  const imported = passages
    .flatMap(({ text }) => text.split('\n'))
    .map(line => line.trim())
    .filter(Boolean);
  return imported.length > 0 ? imported : profile[list].map(({ text }) => text);
}

/** The lists' names in the document, whatever language the reader has. */
const danishLists: Record<ProfileList, string> = textsFor('da').lists;

const sectionOf = (profile: Profile, list: ProfileList) => ({
  document: profile.source.document,
  section: `${profile.source.section} › ${danishLists[list]}`,
});

/** One level, the lists asked for (all three when none is named). */
export function answerProfile(catalog: Catalog, draft: Draft, profile: Profile, lists: ProfileList[]): Answer {
  const { texts, language } = draft;
  const level = profile.name[language];
  const wanted = lists.length > 0 ? lists : [...profileLists];
  const first = wanted[0] as ProfileList;
  const choices = [...profileLists]
    .filter(list => !wanted.includes(list))
    .map((list): Choice => {
      const name = texts.listsInText[list];
      return {
        label: capital(texts.ask.list(name, level)),
        question: texts.ask.levelQuestion(danishLists[list], profile.name.da),
      };
    });
  if (wanted.length === 1) {
    const points = pointsOf(catalog, profile, first);
    const mark = draft.cite(sectionOf(profile, first), points[0] ?? '');
    return draft.finish([texts.answer.profileList(texts.lists[first], level) + mark, '', ...points.map(bullet)], {
      choices,
    });
  }
  const column = { profile, lists: wanted.map(list => ({ list, points: pointsOf(catalog, profile, list) })) };
  const lines = sideBySide(draft, [column], texts.answer.profileLists(level), list => `**${texts.lists[list]}**`);
  return draft.finish(lines, { card: { kind: 'profile', level: profile.level }, choices });
}

/**
 * Two or more levels side by side. With words about a subject only the points that concern it are shown,
 * where each level has some.
 */
export function compareProfiles(
  catalog: Catalog,
  draft: Draft,
  profiles: Profile[],
  lists: ProfileList[],
  about: ContentWord[],
): Answer {
  const { texts, language } = draft;
  const wanted = lists.length > 0 ? lists : [...profileLists];
  const all = profiles.map(profile => ({
    profile,
    lists: wanted.map(list => ({ list, points: pointsOf(catalog, profile, list) })),
  }));
  const concerns = (point: string) =>
    about.some(({ stem: one }) => covers(catalog, new Set(wordsOf(point).map(stem)), one) > 0);
  const narrowed = all.map(({ profile, lists: blocks }) => ({
    profile,
    lists: blocks
      .map(({ list, points }) => ({ list, points: points.filter(concerns) }))
      .filter(({ points }) => points.length > 0),
  }));
  const columns = about.length > 0 && narrowed.every(({ lists: blocks }) => blocks.length > 0) ? narrowed : all;
  const heading = texts.answer.compareLevels(profiles.map(({ name }) => name[language]));
  const lines = sideBySide(
    draft,
    columns,
    heading,
    (list, profile) => `**${profile.name[language]}** – ${texts.listsInText[list]}`,
  );
  const [one, other] = profiles;
  if (!one || !other || profiles.length > 2) return draft.finish(lines);
  return draft.finish(lines, { card: { kind: 'compare-profiles', levels: [one.level, other.level] } });
}

interface Column {
  profile: Profile;
  lists: { list: ProfileList; points: string[] }[];
}

/** Work values are left to the cards first: they say least about what is to be done. */
const byWeight: ProfileList[] = ['priorities', 'skills', 'workValues'];

/** The levels' lists, their points whole; where not all fit, the last say where the others stand. */
function sideBySide(
  draft: Draft,
  columns: Column[],
  heading: string,
  headOf: (list: ProfileList, profile: Profile) => string,
): string[] {
  const { texts } = draft;
  const [first] = columns;
  const wanted = byWeight.filter(one => columns.some(({ lists }) => lists.some(({ list }) => list === one)));
  const longest = Math.max(0, ...columns.flatMap(({ lists }) => lists.map(({ points }) => points.length)));
  const { lines } = fitGroups(draft, wanted, longest, (shown, cite) => {
    const cells = columns.flatMap(({ profile, lists }) =>
      lists.map(({ list, points }) => {
        const most = shown.find(({ group }) => group === list)?.most ?? 0;
        return { profile, list, points: points.slice(0, most), complete: points.length <= most };
      }),
    );
    const left = wanted.filter(one => cells.some(({ list, complete }) => list === one && !complete));
    return [
      heading,
      ...cells
        .filter(({ points }) => points.length > 0)
        .flatMap(({ profile, list, points }) => [
          '',
          headOf(list, profile) + cite(sectionOf(profile, list), points[0] ?? ''),
          ...points.map(bullet),
        ]),
      ...(left.length > 0 && first
        ? [
            '',
            texts.answer.restOfLists(
              left.map(list => texts.listsInText[list]),
              first.profile.name.da,
            ),
          ]
        : []),
    ];
  });
  return lines;
}

/** "Hvem skal …": the level, or the few levels, whose profile holds the duty. `found` are judged points, the best first. */
export function answerWhichLevel(catalog: Catalog, draft: Draft, found: Judged[]): Answer {
  const { texts, language } = draft;
  const points = found.flatMap(({ subject }) => (subject.kind === 'point' ? [subject] : []));
  const shown = points.map(({ profile, list, text }) => {
    const verbatim = nearest(pointsOf(catalog, profile, list), text);
    const mark = draft.cite(sectionOf(profile, list), verbatim);
    return { profile, list, line: bullet(verbatim) + mark };
  });
  const [first] = shown;
  if (!first) return draft.finish([texts.limits.unknown], { abstained: true });
  const levels = new Set(shown.map(({ profile }) => profile.level));
  const lines =
    levels.size === 1
      ? [
          texts.answer.whichLevel(first.profile.name[language], texts.listsInText[first.list]),
          '',
          ...shown.map(({ line }) => line),
        ]
      : [
          texts.answer.whichLevels,
          '',
          ...shown.map(({ profile, line }) => line.replace(/^- /, `- **${profile.name[language]}**: `)),
        ];
  return draft.finish(lines, {
    choices: [
      {
        label: texts.ask.profileQuestion(first.profile.name[language]),
        question: texts.ask.profileQuestion(first.profile.name.da),
      },
    ],
  });
}

/** The imported point that says what a shipped point says. */
function nearest(points: string[], wanted: string): string {
  const stems = new Set(wordsOf(wanted).map(stem));
  const shared = (point: string) => {
    const own = [...new Set(wordsOf(point).map(stem))];
    return own.filter(one => stems.has(one)).length / Math.max(1, own.length + stems.size);
  };
  return points.reduce((best, point) => (shared(point) > shared(best) ? point : best), points[0] ?? wanted);
}

export const bullet = (point: string) => `- ${point}`;
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
