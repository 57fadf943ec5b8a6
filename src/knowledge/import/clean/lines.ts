// The document as lines that know their page and their distance from the line before; first step of parse-document.ts.
import type { SourcePage } from '../read-file.ts';
import { dropTags } from './markup.ts';
import { dropRunningHeads, findPages } from './pages.ts';
import type { RawLine } from './raw-line.ts';
import { dropSiteMenus } from './site-menus.ts';

/** A line that holds something; blank lines live on as `gap`. */
export interface Line {
  text: string;
  /** Blank lines before it. */
  gap: number;
  /** First line of a page. */
  newPage: boolean;
  page?: number;
  /** Length as printed, before words were joined: tells whether the line was broken on purpose. */
  width: number;
}

const ligatures: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/** Composed characters, plain spaces, no soft hyphens or ligatures, one kind of line ending. */
export function normaliseCharacters(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\u00ad\n[ \t]*/g, '')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[ﬀ-ﬆ]/g, ligature => ligatures[ligature] ?? ligature)
    .normalize('NFC');
}

/** What the clean-up took away, for `--report`. */
export interface Dropped {
  menuLines: string[];
  pageFurniture: string[];
}

/** Pages → lines without site menus, page numbers and running heads. */
export function toLines(pages: SourcePage[]): { lines: Line[]; dropped: Dropped } {
  const raw = pages.flatMap((page, index) =>
    normaliseCharacters(page.text)
      .split('\n')
      .map((text, place): RawLine => {
        const indent = text.length - text.trimStart().length;
        const line = { text: text.trimEnd().slice(indent), indent, newPage: place === 0 && index > 0 };
        return page.number === undefined ? line : { ...line, page: page.number };
      }),
  );
  const menus = dropSiteMenus(raw);
  const paged = findPages(menus.lines);
  const heads = dropRunningHeads(paged);
  return { lines: measure(heads.lines), dropped: { menuLines: menus.dropped, pageFurniture: heads.dropped } };
}

function measure(raw: RawLine[]): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let newPage = false;
  for (const { text, indent, page, newPage: opens } of raw) {
    newPage ||= opens;
    const clean = text.includes('\t') ? text : dropTags(text).trim();
    if (clean === '') {
      // A line of nothing but spaces is an empty paragraph: the distance is counted from there.
      gap = indent > 0 ? 0 : gap + 1;
      continue;
    }
    lines.push({ text: clean, gap, newPage, width: clean.length, ...(page === undefined ? {} : { page }) });
    gap = 0;
    newPage = false;
  }
  return lines;
}
