// Cuts a text into sentences and list lines while it arrives in pieces, each with its [n]; the parts put together are the text. Used by fluent.ts and grounding.ts.

export interface Sentences {
  /** @returns the sentences that are complete now: with their end and marks, and the next one begun, or at a line break. */
  push(piece: string): string[];
  /** What is left when no more comes; may be empty. */
  rest(): string;
}

/** What ends in a full stop and goes on: also single letters, figures ("1. marts") and `§`. */
const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:f\.\s?eks|t\.\s?ex|bl\.\s?a|d\.\s?v\.\s?s|m\.\s?m|m\.\s?fl|m\.\s?v|o\.\s?l(?:ign)?|e\.\s?l(?:ign)?|i\.\s?e|e\.\s?g|dvs|fx|ca|cirka|jf|jvf|nr|kl|hhv|pga|vedr|evt|inkl|ekskl|eks|kap|afs|stk|sml|tlf|mio|mia|kr|pct|max|min|mht|ift|ang|bla|etc|vs|dr|hr|mr|mrs|prof|no|st|\p{L}|\d+)\.$/iu;
/** Behind these a text may be over even where it goes on. */
const mayAlsoEnd = /(?:m\.\s?m|m\.\s?fl|m\.\s?v|o\.\s?l(?:ign)?|e\.\s?l(?:ign)?|kr|mio|mia|pct|etc|\d+)\.$/iu;
/** The end of a sentence, what closes behind it, its marks, and the space before the next. */
const end =
  /[.!?…]+["”“»«’')\]*]*(?:\s*\[\d{1,2}\][.,]?)*(?=[ \t])|(?<=\S)(?:\s?\[\d{1,2}\])+[.!?…]*(?=[ \t]+\p{Lu})/gu;
const beginning = /^[ \t]+["“„»«(*-]*[ \t]*[\p{Lu}\d§]/u;

export function createSentences(): Sentences {
  let open = '';
  return {
    push(piece) {
      open += piece;
      const parts: string[] = [];
      for (let cut = firstCut(open); cut > 0; cut = firstCut(open)) {
        parts.push(open.slice(0, cut));
        open = open.slice(cut);
      }
      return parts;
    },
    rest() {
      const last = open;
      open = '';
      return last;
    },
  };
}

/** A whole text in sentences and lines. */
export function inSentences(text: string): string[] {
  const sentences = createSentences();
  const parts = sentences.push(text);
  const rest = sentences.rest();
  return rest === '' ? parts : [...parts, rest];
}

/** Where the first complete sentence ends, 0 while there is none. */
function firstCut(text: string): number {
  const start = text.length - text.trimStart().length;
  const broken = text.indexOf('\n', start);
  const line = broken < 0 ? text : text.slice(0, broken);
  for (const found of line.matchAll(end)) {
    const to = found.index + found[0].length;
    if (to > start && isEnd(line, found.index, to)) return to;
  }
  return broken + 1;
}

function isEnd(line: string, from: number, to: number): boolean {
  // A mark may still be on its way, and what begins must be seen.
  if (!beginning.test(line.slice(to))) return false;
  const before = line.slice(0, to);
  if (quotationOpen(before)) return false;
  // The number of a list line: "1. Vision".
  if (/^\s*\d{1,2}\.$/.test(before)) return false;
  if (line[from] !== '.' || to - from > 1) return true;
  if (!abbreviation.test(before)) return true;
  return mayAlsoEnd.test(before) && /^[ \t]+["“„»(]?\p{Lu}/u.test(line.slice(to));
}

function quotationOpen(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  return count('»') > count('«') || count('„') > count('“') + count('”') || count('"') % 2 === 1;
}
