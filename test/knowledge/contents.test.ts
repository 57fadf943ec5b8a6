// Counts the shipped items against a list of what each document contains, so that nothing is silently missing.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { profileLists } from '../../src/model/knowledge.ts';

const byYear = z.record(z.number()).default({});
const counts = z.union([
  z.strictObject({ profile: z.string(), priorities: z.number(), workValues: z.number(), skills: z.number() }),
  z.strictObject({ forums: z.string(), rows: z.number() }),
  z.strictObject({ arrow: z.string(), tracks: z.number(), activities: byYear, tells: byYear, blocks: byYear }),
]);
/** How many facts a topic has, forums a municipality, points a fact. */
const totals = z.strictObject({
  facts: z.record(z.number()),
  forums: z.record(z.number()),
  points: z.record(z.number()),
});
const listSchema = z.strictObject({
  document: z.string(),
  counts: z.union([z.array(counts), totals]).default([]),
  contents: z.array(
    z.strictObject({ section: z.string(), what: z.string(), in: z.string(), says: z.array(z.string()).min(1) }),
  ),
});

const folder = 'test/knowledge/contents';
const lists = readdirSync(folder).map(name => ({
  name,
  list: listSchema.parse(parse(readFileSync(`${folder}/${name}`, 'utf8'))),
}));
const knowledge = loadKnowledge(['knowledge']);
const items = new Map(shippedItems());

/** Id → everything that the item says, in small letters. */
function shippedItems(): [string, string][] {
  const { facts, profiles, goalArrows, forums } = knowledge;
  const said = (id: string, ...content: unknown[]): [string, string] => [id, JSON.stringify(content).toLowerCase()];
  return [
    ...facts.map(({ asked: _, words: __, ...fact }) => said(fact.id, fact)),
    ...profiles.map(profile =>
      said(profile.level, profile.about, ...profileLists.map(list => profile[list].map(({ text }) => text))),
    ),
    ...goalArrows.flatMap(arrow => [
      said(arrow.id, arrow),
      ...arrow.blocks.map(({ asked: _, ...block }) => said(block.id, block)),
      ...arrow.years.flatMap(({ activities }) =>
        activities.map(({ asked: _, ...activity }) => said(activity.id, activity)),
      ),
    ]),
    ...forums.map(({ asked: _, ...forum }) => said(forum.id, forum)),
  ];
}

describe.each(lists)('$name', ({ list }) => {
  test('names only items that are shipped', () => {
    expect(list.contents.filter(entry => !items.has(entry.in)).map(entry => entry.in)).toEqual([]);
  });

  test('finds what the document says in the item that holds it', () => {
    const missing = list.contents.flatMap(entry =>
      entry.says
        .filter(words => !items.get(entry.in)?.includes(JSON.stringify(words.toLowerCase()).slice(1, -1)))
        .map(words => `${entry.in}: ${words}`),
    );
    expect(missing).toEqual([]);
  });

  test('counts as many as the document has', () => {
    const counted = Array.isArray(list.counts) ? list.counts.map(recount) : recountTotals(list.counts);
    expect(counted).toEqual(list.counts);
  });
});

test('every shipped item is on some list', () => {
  const listed = new Set(lists.flatMap(({ list }) => list.contents.map(entry => entry.in)));
  const { facts, profiles, goalArrows, forums } = knowledge;
  const shipped = [
    ...facts.map(({ id }) => id),
    ...profiles.map(({ level }) => level),
    ...forums.map(({ id }) => id),
    ...goalArrows.flatMap(({ blocks, years }) => [
      ...blocks.map(({ id }) => id),
      ...years.flatMap(({ activities }) => activities.map(({ id }) => id)),
    ]),
  ];
  expect(shipped.filter(id => !listed.has(id))).toEqual([]);
});

/** The same figures, taken from what is shipped. */
function recount(wanted: z.infer<typeof counts>): unknown {
  if ('profile' in wanted) {
    const profile = knowledge.profiles.find(({ level }) => level === wanted.profile);
    return {
      profile: wanted.profile,
      ...Object.fromEntries(profileLists.map(list => [list, profile?.[list].length ?? 0])),
    };
  }
  if ('forums' in wanted) return { ...wanted, rows: forumsIn(wanted.forums) };
  const arrow = knowledge.goalArrows.find(({ id }) => id === wanted.arrow);
  const years = arrow?.years ?? [];
  return {
    arrow: wanted.arrow,
    tracks: arrow?.tracks.length,
    activities: Object.fromEntries(years.map(({ year, activities }) => [year, activities.length])),
    tells: Object.fromEntries(
      years.filter(({ tells }) => tells.length > 0).map(({ year, tells }) => [year, tells.length]),
    ),
    blocks: Object.fromEntries((arrow?.blocks ?? []).map(({ id, points }) => [id, points.length])),
  };
}

function recountTotals({ facts, forums, points }: z.infer<typeof totals>): unknown {
  const count = (wanted: Record<string, number>, of: (key: string) => number) =>
    Object.fromEntries(Object.keys(wanted).map(key => [key, of(key)]));
  return {
    facts: count(facts, topic => knowledge.facts.filter(fact => fact.topic === topic).length),
    forums: count(forums, forumsIn),
    points: count(points, id => knowledge.facts.find(fact => fact.id === id)?.points.length ?? 0),
  };
}

function forumsIn(municipality: string): number {
  return knowledge.forums.filter(forum => forum.municipality === municipality).length;
}
