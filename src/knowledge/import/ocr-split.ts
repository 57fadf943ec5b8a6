// Takes words apart that lost the space between them ("Vimener"); called by ocr.ts.
import type { Vocabulary } from './vocabulary.ts';

const set = (words: string) => new Set(words.split(' '));
/** Words that stand before another word more often than they begin one. */
const leading = set('vi at er og de');
/** Words between the content words of a long run. */
const binding = set('vi at er og de i for på den det en et af til som har skal kan vil om med blot led gå');
const shortestContent = 4;
const mostParts = 6;

/**
 * The word with its spaces back, or `undefined` when there is no safe way. `repair` puts single parts right. Safe are
 * a leading word before a known one (`Vi|mener`), nothing but small words (`led|i|at`), and a run of known words with
 * small words between (`ansvarlige|for|forvaltningens|økonomisystem`); two content words side by side are a compound.
 */
export function splitRunTogether(
  word: string,
  vocabulary: Vocabulary,
  repair: (part: string) => string,
): string | undefined {
  if (word === word.toUpperCase()) return undefined;
  const lower = word.toLowerCase();
  const content = (part: string) => {
    if (part.length < shortestContent) return undefined;
    if (vocabulary.knows(part)) return part;
    const fixed = repair(part);
    return vocabulary.knows(fixed) ? fixed : undefined;
  };
  for (const first of leading) {
    const rest = lower.startsWith(first) ? content(word.slice(first.length)) : undefined;
    if (rest !== undefined) return `${word.slice(0, first.length)} ${rest}`;
  }
  const small = split(word, part => (binding.has(part.toLowerCase()) || part === 'op' ? part : undefined), 3);
  if (small && word.length <= 6) return small.join(' ');
  if (word.length < 9) return undefined;
  const parts = split(
    word,
    (part, at) => {
      const isSmall = (text: string) => binding.has(text.toLowerCase()) && at + part.length < word.length;
      if (isSmall(part)) return part;
      if (part.length === 2 && isSmall(repair(part))) return repair(part);
      return content(part);
    },
    mostParts,
  );
  const contents = parts?.filter(part => !binding.has(part.toLowerCase())) ?? [];
  const enough = contents.length > 0 && (contents.join('').length * 2 > word.length || (parts?.length ?? 0) >= 4);
  return parts && parts.length > 2 && contents.length < parts.length && enough ? parts.join(' ') : undefined;
}

/** The fewest parts that `accept` lets through; it gives the part back, repaired where it must be. */
function split(
  word: string,
  accept: (part: string, at: number) => string | undefined,
  most: number,
): string[] | undefined {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before || before.length >= most || before.length + 1 >= (best[end]?.length ?? most + 1)) continue;
      const part = accept(word.slice(start, end), start);
      if (part !== undefined) best[end] = [...before, part];
    }
  }
  const found = best[word.length];
  return found && found.length >= 2 ? found : undefined;
}
