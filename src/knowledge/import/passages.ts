// Sections → passages: pieces small enough to quote and large enough to be understood. Called by parse-document.ts.
import type { Passage } from '../../model/passage.ts';
import type { Content, Section } from './sections.ts';

/** Characters: pieces are put together up to `aim`, and cut between sentences above `longest`. */
const shortest = 250;
const aim = 800;
const longest = 900;
const deepestPath = 3;

type Piece = Pick<Passage, 'kind' | 'text'> & { page?: number };

/** Passages in the document's order; `title` stands as section where there is no heading. */
export function toPassages(sections: Section[], document: string, title: string): Passage[] {
  const passages: Passage[] = [];
  for (const { path, blocks, ties } of sections) {
    const section = path.length === 0 ? title : path.slice(-deepestPath).join(' › ');
    for (const { kind, text, page } of piecesOf(blocks)) {
      if (!/\p{L}{2}/u.test(text)) continue;
      const base = { document, ordinal: passages.length, section, kind, text, ties };
      passages.push(page === undefined ? base : { ...base, page });
    }
  }
  return passages;
}

function piecesOf(blocks: Content[]): Piece[] {
  const pieces: Piece[] = [];
  let open: { lines: string[]; page?: number } | undefined;
  const close = () => {
    if (!open) return;
    const { lines, page } = open;
    const last = pieces.at(-1);
    const text = lines.join('\n');
    // A short end stays with what it ends.
    if (last?.kind === 'text' && text.length < shortest && last.text.length + text.length <= longest)
      last.text += `\n${text}`;
    else pieces.push({ kind: 'text', text, ...pageOf(page) });
    open = undefined;
  };
  const add = (text: string, page: number | undefined) => {
    const length = open?.lines.join('\n').length ?? 0;
    if (open && length >= shortest && length + text.length > aim) close();
    if (!open) open = { lines: [], ...pageOf(page) };
    open.lines.push(text);
  };
  blocks.forEach((block, i) => {
    const page = block.page;
    if (block.kind === 'text') {
      const leadsIn = blocks[i + 1]?.kind === 'list' && block.text.endsWith(':');
      const parts = inSentences(block.text);
      // The sentence that leads a list in goes with the list; it stays here too where it is not alone.
      const own = leadsIn ? parts.slice(0, -1) : parts;
      for (const part of leadsIn && own.length === 0 ? [] : sized(leadsIn ? parts : own)) add(part, page);
    } else if (block.kind === 'labels') {
      add(block.lines.join('\n'), page);
    } else {
      close();
      const before = blocks[i - 1];
      const leadIn =
        block.kind === 'list' && before?.kind === 'text' && before.text.endsWith(':')
          ? inSentences(before.text).at(-1)
          : undefined;
      if (block.kind === 'list')
        pieces.push({ kind: 'list', text: [leadIn, ...block.items].filter(Boolean).join('\n'), ...pageOf(page) });
      else
        for (const row of block.rows)
          pieces.push({ kind: 'table', text: [block.caption, row].filter(Boolean).join('\n'), ...pageOf(page) });
    }
  });
  close();
  return pieces;
}

const abbreviation =
  /(?:^|[\s(])(?:f\.eks|bl\.a|m\.m|m\.fl|m\.v|mv|osv|dvs|hhv|ca|fx|jf|pga|vedr|evt|eksempelvis|inkl|ekskl|kl|nr|kr|mio|\p{L}|\d+)\.$/u;

function inSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const part of text.split(/(?<=[.!?:]["”»)]*)\s+(?=[\p{Lu}\d”"„»•])/u)) {
    open = open === '' ? part : `${open} ${part}`;
    if (abbreviation.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  return open === '' ? sentences : [...sentences, open];
}

/** Sentences put together again to parts of at most `longest` characters and of about the same length. */
function sized(sentences: string[]): string[] {
  const total = sentences.join(' ').length;
  if (total <= longest) return [sentences.join(' ')];
  const each = total / Math.ceil(total / aim);
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length / 2 <= each && last.length + sentence.length < longest) {
      parts[parts.length - 1] = `${last} ${sentence}`;
    } else parts.push(sentence);
  }
  return parts;
}

const pageOf = (page: number | undefined) => (page === undefined ? {} : { page });
