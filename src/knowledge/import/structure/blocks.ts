// Lines → headings, paragraphs, lists and tables in the document's order; called by parse-document.ts.
import type { Line } from '../clean/lines.ts';
import { findHeadings } from './headings.ts';
import { markLostPoints } from './lost-points.ts';
import { cutTables } from './tables.ts';
import { isFootnote, toUnits, type Unit } from './units.ts';

export type Block = { page?: number } & (
  | { kind: 'heading'; text: string; depth: number; repeated: boolean }
  | { kind: 'text'; text: string }
  /** Short pieces of a figure. */
  | { kind: 'labels'; lines: string[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; caption: string; rows: string[] }
);

/** Reads the structure of a cleaned document. */
export function toBlocks(lines: Line[]): Block[] {
  let group = 0;
  const units = cutTables(lines).flatMap(segment => {
    if (!('lines' in segment)) {
      const { rows, caption, page } = segment;
      return [
        { kind: 'table', text: caption, rows, gap: 1, newPage: false, group: ++group, ...pageOf({ page }) } as Unit,
      ];
    }
    const own = toUnits(segment.lines, group + 1);
    group = own.at(-1)?.group ?? group;
    return own;
  });
  return build(markLostPoints(chaptersToPageTop(dropFootnoteMarks(units))));
}

function build(units: Unit[]): Block[] {
  const headings = findHeadings(units);
  const blocks: Block[] = [];
  let list: { items: string[]; group: number; dense: boolean } | undefined;
  let labels: string[] | undefined;
  const denseGroups = groupsOfSeveral(units);
  units.forEach((unit, i) => {
    const heading = headings.get(i);
    const text = plain(unit.text);
    const openList = list;
    list = undefined;
    const openLabels = labels;
    labels = undefined;
    if (heading) {
      blocks.push({ kind: 'heading', text, ...heading, ...pageOf(unit) });
      return;
    }
    if (unit.kind === 'table') {
      blocks.push({ kind: 'table', caption: text, rows: unit.rows ?? [], ...pageOf(unit) });
      return;
    }
    if (unit.kind === 'item') {
      const item = text.replace(/^\d{1,2}[.)]\s+/, '');
      const dense = denseGroups.has(unit.group);
      // After points that stand close together a blank line begins a new list; points that all stand apart are one.
      const goesOn = openList && (openList.group === unit.group || (!openList.dense && !dense));
      if (goesOn && openList) {
        openList.items.push(item);
        list = { ...openList, group: unit.group };
      } else {
        const items = [item];
        blocks.push({ kind: 'list', items, ...pageOf(unit) });
        list = { items, group: unit.group, dense };
      }
      return;
    }
    if (text.length <= 60 && !/[.:!?]["”»]?$/.test(text)) {
      if (openLabels) {
        openLabels.push(text);
        labels = openLabels;
      } else {
        labels = [text];
        blocks.push({ kind: 'labels', lines: labels, ...pageOf(unit) });
      }
    } else blocks.push({ kind: 'text', text, ...pageOf(unit) });
  });
  return blocks;
}

/** Groups that hold two points or more. */
function groupsOfSeveral(units: Unit[]): Set<number> {
  const seen = new Set<number>();
  return new Set(
    units.flatMap(({ kind, group }) => {
      if (kind !== 'item') return [];
      if (seen.has(group)) return [group];
      seen.add(group);
      return [];
    }),
  );
}

/** A chapter's title printed last on its page, under the text that it opens, goes to the top of that page. */
function chaptersToPageTop(units: Unit[]): Unit[] {
  const result = [...units];
  for (let i = 1; i < result.length; i++) {
    const unit = result[i] as Unit;
    const next = result[i + 1];
    if (
      unit.page === undefined ||
      next?.page === undefined ||
      next.page === unit.page ||
      !/^\d{1,2}\.?\s+\p{Lu}[^.]{2,80}$/u.test(unit.text)
    )
      continue;
    let top = i;
    while (top > 0 && result[top - 1]?.page === unit.page) top--;
    if (top === i) continue;
    result.splice(i, 1);
    result.splice(top, 0, { ...unit, newPage: true });
  }
  return result;
}

/** `55 skoler.2` → `55 skoler.` where the document has a footnote 2. */
function dropFootnoteMarks(units: Unit[]): Unit[] {
  const numbers = units.filter(unit => isFootnote(unit.text)).map(unit => /^\d+/.exec(unit.text)?.[0]);
  if (numbers.length === 0) return units;
  const mark = new RegExp(`(\\p{L}{3,}[.,]?)(?:${numbers.join('|')})(?=[\\s.,]|$)`, 'gu');
  return units.map(unit => ({
    ...unit,
    text: unit.text.replace(mark, '$1').replace(/^\d{1,2}\s{2,}(?=\p{Lu}.{25})/u, ''),
  }));
}

/** Without Markdown's emphasis and double spaces. */
function plain(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d*_])([*_])(?=[^\s*_])([^*_]*[^\s*_])\1(?![\p{L}\d*_])/gu, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

const pageOf = ({ page }: { page?: number | undefined }) => (page === undefined ? {} : { page });
