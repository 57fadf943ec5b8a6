// Rebuilds tables whose cells a text extraction has written one after the other; called by blocks.ts.
import type { Line } from '../clean/lines.ts';

export interface Table {
  columns: string[];
  rows: string[][];
}

const frequencyHead = /^(hyppighed|frekvens|hvor ofte)$/i;
const frequency = /(^|\s)(gange?|ugentligt?|månedligt?|årligt?|dagligt?|hver(t)?\s.*(uge|måned|år|dag))(\s|$|\.)/i;
const longestCell = 260;
const longestFrequency = 90;

/** A line of three or more column heads set apart by wide space. */
export function tableHead(line: Line): string[] | undefined {
  const cells = line.text.split(/\s{2,}/).filter(Boolean);
  const heads = cells.length >= 3 && cells.every(cell => cell.length <= 30 && /^\p{Lu}[^.:?!]*$/u.test(cell));
  return heads ? cells : undefined;
}

/**
 * Reads the rows after a head. Cells are divided by wide space or blank lines; a row ends with its frequency where there
 * is such a column, otherwise when it is full. `used` is the number of lines that belong to the table.
 */
export function readFlattenedTable(lines: Line[], columns: string[]): { table: Table; used: number } {
  const hasFrequency = frequencyHead.test(columns.at(-1) ?? '');
  const rows: string[][] = [];
  let row: string[] = [];
  let openedByGap = false;
  let used = 0;
  const isComplete = (cells: string[]) => {
    const last = cells.at(-1) ?? '';
    if (!hasFrequency) return cells.length === columns.length;
    return cells.length >= columns.length - 1 && frequency.test(last) && last.length <= longestFrequency;
  };
  for (let i = 0; i < lines.length; ) {
    const paragraph = paragraphAt(lines, i);
    const pieces = splitCells(paragraph);
    const first = pieces[0] ?? '';
    // A long paragraph, or a chapter number, is the text that follows the table; what stands alone before it is its heading.
    if (pieces.some(piece => piece.length > longestCell) || /^\d+(\.\d+)+\s/.test(first)) break;
    const complete = isComplete(row);
    const lowercase = /^[\p{Ll}(]/u.test(first) && row.length > 0;
    const unfinished = openedByGap && pieces.length > 1 && !complete && row.length < columns.length;
    if (first === '') pieces.shift();
    else if (lowercase || unfinished) {
      row.push(`${row.pop() ?? ''} ${first}`.trim());
      pieces.shift();
    }
    for (const piece of pieces) {
      if (isComplete(row)) {
        rows.push(row);
        row = [];
        used = i;
      }
      row.push(piece);
    }
    openedByGap = splitCells(paragraph).length > 1;
    i += paragraph.length;
    if (isComplete(row)) {
      // The cell may go on in the next paragraph (`Et par gange år-` + `ligt`): kept open until the next cell begins.
      used = i;
    }
  }
  if (isComplete(row)) rows.push(row);
  return { table: { columns, rows: fitColumns(rows, columns.length) }, used };
}

function paragraphAt(lines: Line[], start: number): Line[] {
  let end = start + 1;
  while (end < lines.length && lines[end]?.gap === 0 && !lines[end]?.newPage) end++;
  return lines.slice(start, end);
}

function splitCells(paragraph: Line[]): string[] {
  return paragraph
    .map(line => line.text)
    .join('\n')
    .replace(/\n(?=\S)/g, ' ')
    .split(/\s{2,}/)
    .map(cell => cell.trim());
}

/**
 * Gives every row its columns: a row one cell short goes on under the name before it; a cell of two paragraphs is put
 * together where the columns then share most words with the rows that came out whole.
 */
function fitColumns(rows: string[][], width: number): string[][] {
  const whole = rows.filter(row => row.length === width);
  const words = Array.from({ length: width }, (_, column) => new Set(whole.flatMap(row => wordsOf(row[column] ?? ''))));
  let name = '';
  return rows.map(row => {
    let fitted = row;
    if (row.length < width) fitted = [name, ...row];
    while (fitted.length > width) fitted = mergeBest(fitted, words);
    name = fitted[0] ?? name;
    return fitted;
  });
}

function mergeBest(row: string[], words: Set<string>[]): string[] {
  let best: { row: string[]; score: number } | undefined;
  for (let i = 1; i < row.length - 2; i++) {
    const merged = [...row.slice(0, i), `${row[i]?.replace(/[.]?$/, '.')} ${row[i + 1]}`, ...row.slice(i + 2)];
    const score = merged.reduce((sum, cell, column) => {
      const inCell = wordsOf(cell);
      const shared = inCell.filter(word => words[column]?.has(word)).length;
      return sum + shared / Math.max(1, inCell.length);
    }, 0);
    if (!best || score > best.score) best = { row: merged, score };
  }
  return best?.row ?? row.slice(0, words.length);
}

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
