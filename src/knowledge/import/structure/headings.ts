// Decides which units are headings and how deep; called by blocks.ts.
import { isCapitals, isFootnote, type Unit } from './units.ts';

export interface Heading {
  depth: number;
  /** Comes back three times or more with text of its own: a track of a figure. */
  repeated: boolean;
}

const longestTitle = 150;
const number = /^(\d+(?:\.\d+)*)\.?\s+(?=\p{Lu})/u;

/** Unit index → heading. */
export function findHeadings(units: Unit[]): Map<number, Heading> {
  const numbers = chapterNumbers(units);
  const repeated = repeatedTitles(units);
  const found = new Set<number>();
  units.forEach((unit, i) => {
    if (unit.kind === 'markdown-heading' || numbers.has(i)) found.add(i);
  });
  const candidates = units.map(
    (unit, i) => !found.has(i) && isTitle(unit, units[i - 1], units[i + 1]) && !isSecondLine(units, i),
  );
  for (let start = 0; start < units.length; start++) {
    if (!candidates[start]) continue;
    let end = start;
    while (candidates[end + 1]) end++;
    for (const i of headingsOfRun(units, start, end, repeated)) found.add(i);
    start = end;
  }
  return withDepths(units, found, numbers, repeated);
}

/** Numbers of chapters that follow on each other, so that `5. Alle …` in a list is none. A head that repeats its chapter is no new one. */
function chapterNumbers(units: Unit[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  let last: number[] = [];
  units.forEach((unit, i) => {
    const match = unit.kind === 'markdown-heading' ? null : number.exec(unit.text);
    if (!match?.[1] || unit.text.length > longestTitle || /[.:;,]$/.test(unit.text) || isFootnote(unit.text)) return;
    const parts = match[1].split('.').map(Number);
    const again = [...found].some(([at]) => units[at]?.text.toLowerCase() === unit.text.toLowerCase());
    if (again) found.set(i, parts);
    else if (follows(parts, last)) {
      found.set(i, parts);
      last = parts;
    }
  });
  // A single number proves nothing.
  return found.size >= 2 ? found : new Map();
}

function follows(next: number[], last: number[]): boolean {
  if (last.length === 0) return next.length === 1 && (next[0] ?? 9) <= 3;
  const depth = next.length;
  if (depth > last.length + 1) return false;
  const sameParents = next.slice(0, -1).every((part, i) => part === last[i]);
  return sameParents && next[depth - 1] === (last[depth - 1] ?? 0) + 1;
}

/** Titles that come back three times or more: tracks of a figure, or else captions, which are no headings. */
function repeatedTitles(units: Unit[]): Map<string, 'track' | 'caption'> {
  const seen = new Map<string, { times: number; leads: number }>();
  units.forEach((unit, i) => {
    if (unit.kind !== 'text' || unit.text.length > longestTitle || isCapitals(unit.text)) return;
    const entry = seen.get(unit.text.toLowerCase()) ?? { times: 0, leads: 0 };
    entry.times++;
    if (units[i + 1]?.group === unit.group) entry.leads++;
    seen.set(unit.text.toLowerCase(), entry);
  });
  const often = [...seen].filter(([, { times }]) => times >= 3);
  return new Map(
    often.map(([text, { times, leads }]) => {
      // Tracks come back together, as often as each other.
      const together = text.split(' ').length <= 3 && often.filter(([, other]) => other.times === times).length >= 2;
      return [text, together || leads * 2 > times ? 'track' : 'caption'];
    }),
  );
}

function isTitle(unit: Unit, before: Unit | undefined, after: Unit | undefined): boolean {
  const { text } = unit;
  if (unit.kind !== 'text' || text.length > longestTitle || isFootnote(text)) return false;
  if (!/^[\p{Lu}\d”"»]/u.test(text) || /[.,;:…]["”»]?$/.test(text) || !/\p{L}{3}/u.test(text)) return false;
  // Torn lines hold stray letters; a figure's labels shout a word.
  if (/(^|\s)(i i|[^iIåÅ\d\s&–—-])(\s|$)/u.test(text) || (/\p{Lu}{5}/u.test(text) && !isCapitals(text))) return false;
  if (/^(19|20)\d\d$/.test(text) || /(^|\s)(https?:|www\.)/.test(text) || /\t|\|/.test(text)) return false;
  // What follows a colon is a point, unless it has a text of its own.
  const leadIn = before?.text.endsWith(':') && (after?.text.length ?? 0) < 200;
  return !leadIn && text.split(/\s+/).length <= (text.endsWith('?') ? 24 : 18);
}

/** Not the first line of its group, under a line that is neither shouted nor a question's heading: part of a label. */
function isSecondLine(units: Unit[], i: number): boolean {
  const unit = units[i] as Unit;
  const before = units[i - 1];
  if (before?.group !== unit.group || before.kind !== 'text' || unit.text.endsWith('?')) return false;
  return !isCapitals(before.text) && !/[.!?:]["”»]?$/.test(before.text);
}

const isBody = (unit: Unit | undefined) =>
  unit !== undefined &&
  unit.kind !== 'markdown-heading' &&
  (unit.text.length >= 120 || /[.:!?)]["”»]?$/.test(unit.text));
const isPoints = (units: Unit[], i: number) =>
  units[i]?.kind === 'table' ||
  (units[i]?.kind === 'item' && ((units[i]?.text.length ?? 0) >= 40 || units[i + 1]?.kind === 'item'));

/** Of one to two titles before text all are headings; of more only the last, and only if it does not read like the others: they are a figure's labels. */
function headingsOfRun(
  units: Unit[],
  start: number,
  end: number,
  repeated: Map<string, 'track' | 'caption'>,
): number[] {
  const run = Array.from({ length: end - start + 1 }, (_, k) => start + k);
  const at = (i: number) => units[i] as Unit;
  const capitals = run.filter(i => isCapitals(at(i).text) && at(i).text.length <= 60);
  const last = at(end);
  const tracks = run.filter(i => repeated.get(at(i).text.toLowerCase()) === 'track');
  if (repeated.get(last.text.toLowerCase()) === 'caption') return capitals;
  const shoutsOverPoint = isCapitals(last.text) && units[end + 1]?.kind === 'item';
  const headsText = isBody(units[end + 1]) || isPoints(units, end + 1) || shoutsOverPoint;
  if (!headsText) return capitals.filter(i => i === end && isCapitals(units[end + 1]?.text ?? '')).concat(tracks);
  const underTrack = new Set(tracks.map(i => i + 1));
  const labels = run.filter(i => !capitals.includes(i) && !tracks.includes(i));
  const ownGroup = labels.filter(i => at(i).group === last.group);
  if (ownGroup.length >= 3) return ownGroup[0] === start ? [start] : capitals;
  if (labels.length <= 2) {
    return run.filter(
      i => repeated.get(at(i).text.toLowerCase()) !== 'caption' && (!underTrack.has(i) || tracks.includes(i)),
    );
  }
  const firstWord = (i: number) => at(i).text.split(' ', 1)[0];
  const apart = !run.slice(0, -1).some(i => firstWord(i) === firstWord(end));
  const heads = new Set([...tracks, ...(apart ? [end] : [])]);
  // A shouted line of many labels is a heading only above another heading or the text.
  for (const i of [...capitals].reverse()) if (i === end || heads.has(i + 1)) heads.add(i);
  return [...heads];
}

function withDepths(
  units: Unit[],
  found: Set<number>,
  numbers: Map<number, number[]>,
  repeated: Map<string, 'track' | 'caption'>,
): Map<number, Heading> {
  const at = (i: number) => units[i] as Unit;
  const order = [...found].sort((a, b) => a - b);
  const top = Math.min(
    ...order.filter(i => at(i).level !== undefined && at(i).level !== 6).map(i => at(i).level ?? 6),
    6,
  );
  const usual = usualGap(units);
  const wide = (i: number) => at(i).newPage || at(i).gap > usual;
  const gapsRank = numbers.size > 0 && [...numbers.keys()].filter(wide).length * 2 >= numbers.size;
  const headings = new Map<number, Heading>();
  let numberedDepth = 0;
  let last = { index: -2, depth: 0, capitals: false };
  for (const i of order) {
    const unit = at(i);
    const numbered = numbers.get(i);
    const capitals = isCapitals(unit.text);
    const isTrack = repeated.get(unit.text.toLowerCase()) === 'track';
    let depth: number;
    if (numbered) depth = numberedDepth = numbered.length;
    else if (unit.level !== undefined && unit.level !== 6) depth = numberedDepth = unit.level - top + 1;
    else if (isTrack) depth = numberedDepth + 2;
    else if (numberedDepth > 0) depth = numberedDepth + 1;
    else if (units[i - 1]?.text.endsWith(':') && last.depth > 0) depth = 2;
    else if (capitals || wide(i)) depth = 1;
    else if (last.index === i - 1) depth = last.capitals || gapsRank ? 2 : last.depth;
    else if (last.depth === 2) depth = 2;
    else depth = (gapsRank || last.capitals) && last.depth === 1 ? 2 : 1;
    headings.set(i, { depth, repeated: isTrack });
    last = { index: i, depth, capitals };
  }
  return headings;
}

/** The number of blank lines that most paragraphs stand apart. */
function usualGap(units: Unit[]): number {
  const counts = new Map<number, number>();
  for (const { gap } of units) if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}
