// Cuts tables out of the lines: Markdown, tab-separated and flattened ones; called by blocks.ts.
import type { Line } from '../clean/lines.ts';
import { cellText } from '../clean/markup.ts';
import { readFlattenedTable, type Table, tableHead } from './flattened-table.ts';

/** A stretch of running lines, or a table with its caption and one text per row. */
export type Segment = { lines: Line[] } | { rows: string[]; caption: string; page?: number };

const ruler = /^[\s|:-]*-{2,}[\s|:-]*$/;

/** Running lines and tables in their order; the line just before a table's head becomes its caption. */
export function cutTables(lines: Line[]): Segment[] {
  const segments: Segment[] = [];
  let running: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    const found = tableAt(lines, i);
    if (!found) {
      running.push(line);
      i++;
      continue;
    }
    const before = running.at(-1);
    const isCaption =
      found.captioned && before !== undefined && before.text.length <= 120 && !/[.:]$/.test(before.text);
    const caption = isCaption ? (running.pop()?.text ?? '') : '';
    segments.push(
      { lines: running },
      { rows: found.rows, caption, ...(line.page === undefined ? {} : { page: line.page }) },
    );
    running = [];
    i += found.used;
  }
  return [...segments, { lines: running }].filter(segment => !('lines' in segment) || segment.lines.length > 0);
}

function tableAt(lines: Line[], at: number): { rows: string[]; used: number; captioned: boolean } | undefined {
  const line = lines[at];
  if (!line) return undefined;
  if (/^\|.*\|$/.test(line.text)) return fromRows(lines, at, text => text.slice(1, -1).split('|'), /^\|.*\|$/);
  if (line.text.includes('\t')) return fromRows(lines, at, text => text.split('\t'), /\t/);
  const columns = tableHead(line);
  if (!columns) return undefined;
  const { table, used } = readFlattenedTable(lines.slice(at + 1), columns);
  // Two rows at least: anything less is a line with wide spaces.
  return table.rows.length < 2 ? undefined : { rows: rowTexts(table), used: used + 1, captioned: true };
}

function fromRows(lines: Line[], at: number, split: (text: string) => string[], shape: RegExp) {
  let end = at;
  while (end < lines.length && (shape.test(lines[end]?.text ?? '') || ruler.test(lines[end]?.text ?? ''))) end++;
  const rows = lines
    .slice(at, end)
    .filter(line => !ruler.test(line.text))
    .map(line => split(line.text).map(cellText));
  const [head = [], ...body] = rows;
  // A single row has no head: each of its cells speaks for itself.
  const texts = body.length === 0 ? head.filter(Boolean) : rowTexts({ columns: head, rows: body });
  return { rows: texts, used: end - at, captioned: false };
}

/** `Name. Column: value. Column: value`: a row that can be understood alone. */
function rowTexts({ columns, rows }: Table): string[] {
  return rows.map(([name = '', ...cells]) => {
    const values = cells.flatMap((cell, i) =>
      /\p{L}|\d/u.test(cell) ? `${columns[i + 1]}: ${cell.replace(/\.$/, '')}` : [],
    );
    return [name, ...values].filter(Boolean).join('. ');
  });
}
