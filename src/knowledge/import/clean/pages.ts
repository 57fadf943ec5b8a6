// Finds page breaks and numbers in plain text and drops what is printed on every page; called by lines.ts.
import type { RawLine } from './raw-line.ts';

const mark = /^\((\d{1,3})\)\s?(.*)$/;

/**
 * Pages of a text that has lost its form feeds: `(27)` at the start of a line opens page 27; a lone leading space is what
 * is left of a form feed. A page whose number cannot be known has none.
 */
export function findPages(lines: RawLine[]): RawLine[] {
  if (lines.some(line => line.page !== undefined)) return lines;
  const broken = markLostFormFeeds(lines);
  const marks = pageMarks(broken);
  if (marks.size < 3) return broken;
  return numberPages(
    broken.map((line, i) => {
      const number = marks.get(i);
      return number === undefined
        ? line
        : { ...line, text: line.text.replace(mark, '$2'), newPage: true, page: number };
    }),
    [...marks].map(([line, number]) => ({ line, number })),
  );
}

/** Line index → number, where the numbers count upwards through the text. */
function pageMarks(lines: RawLine[]): Map<number, number> {
  const found = new Map<number, number>();
  let last = 0;
  lines.forEach(({ text }, i) => {
    const number = Number(mark.exec(text)?.[1] ?? 0);
    if (number > last && number <= last + 20) {
      found.set(i, number);
      last = number;
    }
  });
  return found;
}

function markLostFormFeeds(lines: RawLine[]): RawLine[] {
  const filled = lines.filter(line => line.text !== '');
  const indented = filled.filter(line => line.indent > 0);
  const indentIsRare = indented.length < filled.length * 0.1;
  const usual = indented.filter(line => line.indent === 1).length * 2 >= indented.length ? 1 : 2;
  return lines.map((line, i) => {
    if (line.text === '' || line.indent === 0 || line.indent > 2 || i === 0) return line;
    // Where the second line of a paragraph is indented and all after it, a break shows in three ways.
    const afterFlushLines = [lines[i - 1], lines[i - 2]].every(before => before?.text && before.indent === 0);
    const afterSentence = /[.!?]$/.test(lines[i - 1]?.text ?? '') && /^\p{Lu}|^\d+(\.\d+)* /u.test(line.text);
    return indentIsRare || afterFlushLines || afterSentence || line.indent > usual ? { ...line, newPage: true } : line;
  });
}

/** Counts the breaks between two known numbers; they give their numbers to the pages between when the sum is right. */
function numberPages(lines: RawLine[], marks: { line: number; number: number }[]): RawLine[] {
  const numbered = lines.map(line => ({ ...line }));
  marks.forEach(({ line, number }, m) => {
    const next = marks[m + 1];
    const end = next?.line ?? lines.length;
    let breaks = 0;
    for (let i = line + 1; i < end; i++) if (lines[i]?.newPage) breaks++;
    const certain = next !== undefined && next.number - number - 1 === breaks;
    let page = number;
    for (let i = line; i < end; i++) {
      const here = numbered[i];
      if (!here) continue;
      if (i > line && here.newPage) page++;
      if (certain || page === number) here.page = page;
    }
  });
  return numbered;
}

const isNumberOnly = (text: string) =>
  /^(side|s\.|page)?\s*[-–—]?\s*\d{1,3}\s*([-–—]|(\/|af|of)\s*\d{1,3})?$/i.test(text);

/** Takes away page numbers and the heads and feet that come back from page to page. */
export function dropRunningHeads(lines: RawLine[]): { lines: RawLine[]; dropped: string[] } {
  const edges = edgeLines(lines);
  const shape = (text: string) => text.replace(/\d+/g, '#').toLowerCase();
  const counts = new Map<string, number>();
  for (const i of edges) {
    const key = shape(lines[i]?.text ?? '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const pages = lines.filter(line => line.newPage).length + 1;
  const often = Math.max(3, Math.ceil(pages * 0.4));
  const numbers = loneNumbers(lines);
  const dropped: string[] = [];
  const kept = lines.map((line, i) => {
    const repeated = edges.has(i) && (counts.get(shape(line.text)) ?? 0) >= often;
    if (!repeated && !numbers.has(i)) return line;
    dropped.push(line.text);
    return { ...line, text: '' };
  });
  return { lines: kept, dropped };
}

/** The first two and the last two filled lines of every page. */
function edgeLines(lines: RawLine[]): Set<number> {
  const edges = new Set<number>();
  let page: number[] = [];
  const close = () => {
    if (page.length > 4) for (const i of [...page.slice(0, 2), ...page.slice(-2)]) edges.add(i);
    page = [];
  };
  lines.forEach((line, i) => {
    if (line.newPage) close();
    if (line.text !== '') page.push(i);
  });
  close();
  return edges;
}

/** Lines of nothing but a number that count upwards: at least three of them, or one at the edge of a known page. */
function loneNumbers(lines: RawLine[]): Set<number> {
  const edges = edgeLines(lines);
  const rising: number[] = [];
  const certain = new Set<number>();
  let last = 0;
  lines.forEach(({ text, page }, i) => {
    if (!isNumberOnly(text)) return;
    const number = Number(/\d+/.exec(text)?.[0]);
    if (page !== undefined && edges.has(i) && Math.abs(number - page) <= 12) certain.add(i);
    const alone = !lines[i - 1]?.text || !lines[i + 1]?.text;
    if (alone && number > last && number <= last + 20) {
      rising.push(i);
      last = number;
    }
  });
  return new Set([...certain, ...(rising.length >= 3 ? rising : [])]);
}
