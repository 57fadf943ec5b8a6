// How well each subject covers a word that is asked for, worked out once a word for all subjects at a time. Used by the catalogue.
import { createMemory } from './memory.ts';
import { invert, type Postings } from './postings.ts';
import type { Relatives } from './relatives.ts';

/** Per cent: 100 the word itself, less a synonym or a part of a compound, 0 nothing. */
export interface WordCoverage {
  /** Of each subject, with everything it says and is asked by. */
  whole: Uint8Array;
  /** Of each subject, with what it says alone. */
  said: Uint8Array;
  /** Of each single view. */
  views: Uint8Array;
}

/** A subject, its title and one of its views by their numbers; -1 where there is none. */
export interface Place {
  entry: number;
  title: number;
  view: number;
}

/** 0–1, by everything the subject says and is asked by. */
export const wholly = ({ whole }: WordCoverage, { entry }: Place): number => (whole[entry] ?? 0) / 100;

/** 0–1, by what the subject says and the one view: words from many stored questions prove little together. */
export const closely = ({ said, views }: WordCoverage, { entry, view }: Place): number =>
  Math.max(said[entry] ?? 0, views[view] ?? 0) / 100;

/** 0–1, by the subject's own name. */
export const byTitle = ({ views }: WordCoverage, { title }: Place): number =>
  title < 0 ? 0 : (views[title] as number) / 100;

/** Words whose coverage is kept: some 20 kB each at 5,000 passages. */
const remembered = 400;

/** @param stems the numbers of the stems that each subject or view holds. @param numbers of the known stems. */
export function createCoverage(
  stems: Record<keyof WordCoverage, readonly (readonly number[])[]>,
  numbers: ReadonlyMap<string, number>,
  relatives: Relatives,
): (stem: string) => WordCoverage {
  const index = (lists: readonly (readonly number[])[]) => ({
    size: lists.length,
    postings: invert(lists, numbers.size),
  });
  const [whole, said, views] = [index(stems.whole), index(stems.said), index(stems.views)];

  function cover({ size, postings: { offsets, entries } }: { size: number; postings: Postings }, stem: string) {
    const covered = new Uint8Array(size);
    for (const [relative, worth] of relatives.of(stem)) {
      const number = numbers.get(relative) as number;
      const percent = Math.round(worth * 100);
      const to = offsets[number + 1] as number;
      for (let at = offsets[number] as number; at < to; at++) {
        const entry = entries[at] as number;
        if ((covered[entry] as number) < percent) covered[entry] = percent;
      }
    }
    return covered;
  }

  return createMemory(remembered, stem => ({
    whole: cover(whole, stem),
    said: cover(said, stem),
    views: cover(views, stem),
  }));
}
