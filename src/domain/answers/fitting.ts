// How much of a table of points fits into a chat: whole groups, then whole points, never a part of a sentence. Used by goal-arrows.ts and profiles.ts.
import type { Source } from '../../model/knowledge.ts';
import { answerLength, type Draft } from './draft.ts';

/** Draft.cite, or its stand-in while it is tried how much fits: what is left off must not be among the sources. */
export type Cite = (source: Source, statement: string) => string;

/** A group of lists, and how many points of each of them are shown at most. */
export interface Shown<Group> {
  group: Group;
  most: number;
}

/** For the frame around an answer. */
const spare = 60;
const fits = (lines: string[]) => lines.join('\n').length <= answerLength - spare;

/**
 * @param groups the most important first: the last is left off first.
 * @param longest the number of points of the longest list.
 * @returns as many groups, and of the last of them as many points, as fit, and the lines that `write` makes of them.
 */
export function fitGroups<Group>(
  draft: Draft,
  groups: Group[],
  longest: number,
  write: (shown: Shown<Group>[], cite: Cite) => string[],
): { lines: string[]; shown: Shown<Group>[] } {
  const everything = groups.map(group => ({ group, most: longest }));
  for (let last = groups.length - 1; last >= 0; last--) {
    for (let most = longest; most > 0; most--) {
      const shown = everything.slice(0, last + 1).map((one, at) => (at === last ? { ...one, most } : one));
      if (fits(write(shown, () => ' [20]'))) return { lines: write(shown, draft.cite), shown };
    }
  }
  return { lines: write([], draft.cite), shown: [] };
}
