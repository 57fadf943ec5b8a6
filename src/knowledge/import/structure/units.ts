// Lines → units: the smallest pieces that may be a heading, a point, a paragraph or a label. Called by blocks.ts.
import type { Line } from '../clean/lines.ts';

export interface Unit {
  text: string;
  /** What the document's own marks say; `text` may still prove to be a heading or a point. */
  kind: 'text' | 'item' | 'markdown-heading' | 'table';
  /** Of a table; its `text` is the caption. */
  rows?: string[];
  /** `#` count of a Markdown heading. */
  level?: number;
  /** Blank lines before it; 0 inside a group of adjoining lines. */
  gap: number;
  newPage: boolean;
  page?: number;
  /** Number of the group of adjoining lines. */
  group: number;
}

export const bullet = /^(?:[+•®·▪‣●○◦]\s*|[*–—-]\s+)(?=\S)/u;
const dash = /^[–—-]\s/;
const numbered = /^\d{1,2}[.)]\s+(?=\p{Lu})/u;
const markdownHeading = /^(#{1,6})\s+(.+?)\s*#*$/;
const figureNumber = /^(?:figur|tabel)\s+[\d.]+$/i;
const boldLine = /^(\*\*|__)(.+)\1:?$/;

/** Splits groups of adjoining lines at marks and where a line was broken on purpose, and joins what was broken by chance. */
export function toUnits(lines: Line[], firstGroup: number): Unit[] {
  const dashes = lines.filter((line, i) => dash.test(line.text) && !isDashPoint(lines, i));
  const groups = toGroups(lines);
  const units = groups.flatMap((group, i) => splitGroup(group, firstGroup + i, localWidth(groups, i), dashes));
  return rejoin(units.filter(unit => /[\p{L}\d]/u.test(unit.text) && !figureNumber.test(unit.text)));
}

function toGroups(lines: Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    if (current && line.gap === 0 && !line.newPage) current.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** The width of the column here: that of the group where its lines run on, otherwise of the groups around. */
function localWidth(groups: Line[][], index: number): number {
  const own = groups[index] ?? [];
  const small = own.slice(1).filter(line => /^\p{Ll}/u.test(line.text)).length;
  const full = Math.min(...own.slice(0, -1).map(line => line.width)) >= 0.7 * Math.max(...own.map(line => line.width));
  const runsOn = small * 2 >= own.length - 1 || (full && own.length >= 4);
  const near = own.length >= 3 && runsOn ? own : groups.slice(Math.max(0, index - 3), index + 4).flat();
  const widths = near.map(line => line.width).sort((a, b) => a - b);
  // Footnotes in small type are wider than the column; they are few.
  return widths[Math.floor(widths.length * 0.85)] ?? 0;
}

function splitGroup(group: Line[], index: number, width: number, dashes: Line[]): Unit[] {
  const units: Unit[] = [];
  const anew = group.filter(line => startsAnew.test(line.text)).length;
  const widest = Math.max(...group.slice(0, -1).map(line => line.width));
  const first = group.map(line => line.text.split(' ', 1)[0]);
  const alike = first.filter((word, i) => first.indexOf(word) !== i || first.lastIndexOf(word) !== i).length;
  const beginAlike = alike >= 3 && alike >= group.length * 0.5;
  const isList = group.length >= 3 && ((anew >= group.length * 0.6 && widest <= width * 0.85) || beginAlike);
  group.forEach((line, i) => {
    const before = group[i - 1];
    const current = units.at(-1);
    const opened = open(line, i === 0 ? line.gap : 0, i === 0 && line.newPage, index);
    if (dashes.includes(line)) Object.assign(opened, { kind: 'text', text: line.text });
    const continues =
      current !== undefined &&
      before !== undefined &&
      opened.kind === 'text' &&
      current.kind !== 'markdown-heading' &&
      !(isList ? startsAnew.test(line.text) : brokenOnPurpose(before, line, width));
    if (continues) current.text = `${current.text} ${line.text}`;
    else units.push(opened);
  });
  return units;
}

function open(line: Line, gap: number, newPage: boolean, group: number): Unit {
  const base = { gap, newPage, group, ...(line.page === undefined ? {} : { page: line.page }) };
  const heading = markdownHeading.exec(line.text);
  if (heading?.[1] && heading[2])
    return { ...base, kind: 'markdown-heading', level: heading[1].length, text: heading[2] };
  const bold = boldLine.exec(line.text)?.[2];
  if (bold !== undefined && !bold.includes('**')) return { ...base, kind: 'markdown-heading', level: 6, text: bold };
  if (bullet.test(line.text)) return { ...base, kind: 'item', text: line.text.replace(bullet, '') };
  if (numbered.test(line.text)) return { ...base, kind: 'item', text: line.text };
  return { ...base, kind: 'text', text: line.text };
}

/** A line that leaves room for the next word, which begins anew, was not broken by the margin. */
function brokenOnPurpose(line: Line, next: Line, width: number): boolean {
  if (!startsAnew.test(next.text)) return false;
  if (isCapitals(line.text) && isCapitals(next.text)) return false;
  if (isCapitals(line.text) || next.text.startsWith(line.text)) return true;
  const nextWord = next.text.split(/\s/, 1)[0] ?? '';
  const room = width - line.width - 1 - nextWord.length;
  const slack = /\?["”»]?$/.test(line.text) ? 0.1 : /[.!:]["”»]?$/.test(line.text) ? 0.18 : 0.3;
  return room >= width * slack;
}

const startsAnew = /^(?:\p{Lu}|(?:19|20)\d\d$)/u;

/** A lone dash that goes on with small letters is a dash in a sentence. */
function isDashPoint(lines: Line[], i: number): boolean {
  const text = (at: number) => lines[at]?.text ?? '';
  return /^.\s+\P{Ll}/u.test(text(i)) || text(i - 1).endsWith(':') || dash.test(text(i - 1)) || dash.test(text(i + 1));
}

/** Sentences that a page, a column or a stray blank line cut in two; footnotes and headings between are looked past. */
function rejoin(units: Unit[]): Unit[] {
  const result: Unit[] = [];
  for (const unit of units) {
    const target = unit.kind === 'text' && /^(?:[–—-]\s)?[\p{Ll}(]/u.test(unit.text) ? openSentence(result) : undefined;
    if (target) target.text = `${target.text} ${unit.text}`;
    else result.push({ ...unit });
  }
  return result;
}

/** Shorter lines are titles and labels; what follows them is no end of theirs. */
const shortestOpen = 30;
const quotes = (text: string) => text.match(/["”“„»«]/g)?.length ?? 0;

function openSentence(units: Unit[]): Unit | undefined {
  for (let i = units.length - 1; i >= 0 && i >= units.length - 4; i--) {
    const unit = units[i];
    if (unit === undefined || unit.kind === 'markdown-heading') return undefined;
    const ends = /[.!?:]["”»')]*$/.test(unit.text) && !/\b(hhv|ca|fx|bl\.a|jf|dvs|m\.m|pga)\.$/.test(unit.text);
    if (!ends && !isFootnote(unit.text) && !isChapter(unit.text)) {
      return unit.text.length >= shortestOpen || quotes(unit.text) % 2 === 1 ? unit : undefined;
    }
    if (!isFootnote(unit.text) && !isChapter(unit.text)) return undefined;
  }
  return undefined;
}

/** `2   Siden dataindsamlingen er …`: the number is set apart by wide space. */
export const isFootnote = (text: string) => /^\d{1,2}\s{2,}\p{Lu}.{25,}/u.test(text);
export const isChapter = (text: string) => /^\d+(\.\d+)*\.?\s+\p{Lu}[^.]{2,100}$/u.test(text) && !isFootnote(text);
export const isCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
