// Drops the menus that a saved web page carries before and after its text, by the shape of the lines; called by lines.ts.
import type { RawLine } from './raw-line.ts';

/** Words of menus and sharing buttons that text seldom holds alone on a line. */
const menuWords =
  /^(hjem|home|forside|menu|søg|search|log (på|ind|in)|login|del|share|print|udskriv|hent|download|copied!?|copy|tags?|dansk|english|cookies?|kontakt|om os|luk|vis mere|næste|forrige|nyhedsbrev|facebook|linkedin|twitter)\b/i;

const proseLength = 200;
const fewestMenuLines = 12;

/** Lines without the menus around the text; `dropped` are the menus' lines. */
export function dropSiteMenus(lines: RawLine[]): { lines: RawLine[]; dropped: string[] } {
  const prose = proseRanges(lines);
  const first = prose[0];
  const last = prose.at(-1);
  if (!first || !last) return { lines, dropped: [] };
  const start = looksLikeMenus(lines.slice(0, first.from)) ? textStart(lines, first.from) : 0;
  const end = looksLikeMenus(lines.slice(last.to)) ? last.to : lines.length;
  const dropped = [...lines.slice(0, start), ...lines.slice(end)].map(line => line.text).filter(Boolean);
  return { lines: lines.slice(start, end), dropped };
}

/** Stretches of adjoining lines that hold sentences. */
function proseRanges(lines: RawLine[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  let from = 0;
  for (let i = 0; i <= lines.length; i++) {
    if (lines[i]?.text) continue;
    const text = lines
      .slice(from, i)
      .map(line => line.text)
      .join(' ');
    if (text.length >= proseLength && /[.!?]/.test(text)) ranges.push({ from, to: i });
    from = i + 1;
  }
  return ranges;
}

/** Many short lines, deeply and unevenly indented or naming what menus name. */
function looksLikeMenus(lines: RawLine[]): boolean {
  const filled = lines.filter(line => line.text !== '');
  const short = filled.filter(line => line.text.split(/\s+/).length <= 6 && !/^[#+•*-]|[.:]$/.test(line.text));
  if (short.length < fewestMenuLines || short.length < filled.length * 0.7) return false;
  const indented = filled.filter(line => line.indent >= 4).length;
  return indented >= filled.length / 2 || short.filter(line => menuWords.test(line.text)).length >= 4;
}

/** Back from the first sentences over the headings that belong to them: to the last menu line. */
function textStart(lines: RawLine[], prose: number): number {
  for (let i = prose - 1; i >= 0; i--) {
    const line = lines[i];
    if (line?.text && (line.indent >= 4 || menuWords.test(line.text))) return i + 1;
  }
  return 0;
}
