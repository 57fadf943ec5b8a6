// Ties blocks of a målpil to their years: by labels that stand beside them, by headings, by the order of tracks. Called by ties.ts.
import type { DocumentInfo, GoalArrow, Knowledge } from '../../model/knowledge.ts';
import type { Content, Section } from './sections.ts';

const bareYear = /^(?:19|20)\d\d$/;

/** Sections tied to arrow and year where the document's structure says which. */
export function tieYears(sections: Section[], knowledge: Knowledge, document: DocumentInfo | undefined): Section[] {
  const arrows = knowledge.goalArrows.filter(arrow => arrow.source.document === document?.slug);
  const tie = (section: Section, year: number): Section => {
    const arrow = arrowOf(arrows, year);
    return { ...section, ties: { ...section.ties, ...(arrow ? { arrow: arrow.id } : {}), year } };
  };
  const tied = tieTracks(tieHeadings(splitByLabels(sections, tie), tie), tie);
  const [only] = arrows;
  const wholeDocument = only && arrows.length === 1 && /målpil/i.test(document?.title ?? '');
  return wholeDocument ? tied.map(section => ({ ...section, ties: { arrow: only.id, ...section.ties } })) : tied;
}

type Tie = (section: Section, year: number) => Section;

const arrowOf = (arrows: GoalArrow[], year: number) => arrows.find(({ from, to }) => from <= year && year <= to);

/** `2021 2022 2023` on lines of their own name as many lists of one section, before them or after. */
function splitByLabels(sections: Section[], tie: Tie): Section[] {
  const years = sections.flatMap(section => section.blocks.flatMap(yearsOf));
  const rising = years.every((year, i) => i === 0 || year > (years[i - 1] ?? 0));
  if (years.length < 2 || !rising) return sections;
  return sections.flatMap(section => {
    const lists = section.blocks.filter(block => block.kind === 'list');
    const others = section.blocks.flatMap(withoutYears);
    if (lists.length !== years.length) return [{ ...section, blocks: others }];
    const own = lists.map((list, i) => {
      const year = years[i] ?? 0;
      return tie({ ...section, path: [...section.path, String(year)], blocks: [list] }, year);
    });
    const rest = others.filter(block => block.kind !== 'list');
    return [...(rest.length > 0 ? [{ ...section, blocks: rest }] : []), ...own];
  });
}

const yearsOf = (block: Content): number[] =>
  block.kind === 'labels' ? block.lines.filter(line => bareYear.test(line)).map(Number) : [];

function withoutYears(block: Content): Content[] {
  if (block.kind !== 'labels') return [block];
  const lines = block.lines.filter(line => !bareYear.test(line));
  return lines.length === 0 ? [] : [{ ...block, lines }];
}

/** `Det fortæller vi i år 2016`: the year in a heading is the section's, up to where the text is torn. */
function tieHeadings(sections: Section[], tie: Tie): Section[] {
  return sections.flatMap(section => {
    const year = /(?:^|\s)år (20\d\d)$/.exec(section.path.at(-1) ?? '')?.[1];
    if (year === undefined) return [section];
    const torn = section.blocks.findIndex(isTorn);
    if (torn < 0) return [tie(section, Number(year))];
    // Columns printed side by side ran into each other: what follows may belong to the neighbour.
    return [
      tie({ ...section, blocks: section.blocks.slice(0, torn) }, Number(year)),
      { ...section, blocks: section.blocks.slice(torn) },
    ];
  });
}

const isTorn = (block: Content) =>
  block.kind === 'labels' ||
  (block.kind === 'text' && (/^\p{Ll}/u.test(block.text) || /\p{L}-\p{Ll}\S* irk|(^|\s)i i\s/u.test(block.text)));

/** Tracks that come back once a year, in the years' order; a year in which a track stands twice has two columns mixed. */
function tieTracks(sections: Section[], tie: Tie): Section[] {
  const tracks = sections.filter(section => section.repeated);
  const first = tracks[0]?.path.at(-1);
  const years = [
    ...new Set(sections.flatMap(section => (section.ties.year === undefined ? [] : [section.ties.year]))),
  ].sort();
  const rounds: Section[][] = [];
  for (const section of tracks) {
    if (section.path.at(-1) === first) rounds.push([]);
    rounds.at(-1)?.push(section);
  }
  if (rounds.length < 2 || rounds.length !== years.length) return sections;
  const yearOf = new Map<Section, number>();
  rounds.forEach((round, r) => {
    for (const section of round) {
      const twice = round.filter(other => other.path.at(-1) === section.path.at(-1)).length > 1;
      const year = years[r];
      if (!twice && year !== undefined) yearOf.set(section, year);
    }
  });
  return sections.map(section => {
    const year = yearOf.get(section);
    return year === undefined ? section : tie(section, year);
  });
}
