// Turns HTML, whole (Word documents) or in scraps (saved pages), into Markdown-like lines; called by read-file.ts and lines.ts.

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Headings become `#`, list items `- `, table rows `| a | b |`; everything else keeps its text. */
export function htmlToText(html: string): string {
  const withTables = html.replace(/<table[\s\S]*?<\/table>/gi, tableToRows);
  return decodeEntities(
    withTables
      .replace(/<h([1-6])[^>]*>([\s\S]*?)<\/h\1>/gi, (_, level: string, text: string) => {
        return `\n\n${'#'.repeat(Number(level))} ${oneLine(text)}\n\n`;
      })
      .replace(/<li[^>]*>/gi, '\n- ')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<\/?(p|ul|ol|div)(\s[^>]*)?>/gi, '\n\n')
      .replace(/<img[^>]*>/gi, '')
      .replace(/<[^>]+>/g, ''),
  )
    .replace(/^- \s*\n+/gm, '- ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** One cell of a flattened table: its HTML scraps removed, its points joined to what leads them in. */
export function cellText(cell: string): string {
  const parts = decodeEntities(cell)
    .replace(/<\/?(p|ul|ol|li|div|br)(\s[^>]*)?\/?>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/[•·]/g, '\n• ')
    .split('\n')
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  let text = '';
  for (const part of parts) {
    const point = part.startsWith('• ');
    if (text === '') text = part;
    else if (point) text += `${/[:,]$/.test(text) ? ' ' : ', '}${part.slice(1).trim()}`;
    else text += `${/[.:!?]$/.test(text) ? ' ' : isCapitals(text) ? ': ' : '. '}${part}`;
  }
  return text.replace(/:\s*,/g, ':');
}

/** Tags that stand in running text are noise; the text between them stays. */
export function dropTags(line: string): string {
  return /<\/?[a-z][^>]*>/i.test(line) ? decodeEntities(line.replace(/<\/?[a-z][^>]*>/gi, ' ')) : line;
}

const isCapitals = (text: string) => text === text.toUpperCase();
const oneLine = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function tableToRows(table: string): string {
  const rows = table.match(/<tr[\s\S]*?<\/tr>/gi) ?? [];
  const lines = rows.map(row => {
    const cells = row.match(/<t[hd][^>]*>[\s\S]*?<\/t[hd]>/gi) ?? [];
    return `| ${cells.map(oneLine).join(' | ')} |`;
  });
  return `\n\n${lines.join('\n')}\n\n`;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
