// Puts words together that were broken at the end of a line; called by parse-document.ts.
import type { Vocabulary } from '../vocabulary.ts';
import type { Line } from './lines.ts';

/** A change made to the text, counted over the document. */
export interface TextChange {
  from: string;
  to: string;
  count: number;
}

type Decision = 'join' | 'keep-hyphen' | 'leave';

const bindingWords = /^(og|eller|samt|og\/eller|til|hhv\.?)$/i;
const numberWords = /^(en|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)$/i;
const brokenEnd = /([\p{L}\d]+(?:-[\p{L}\d]+)*)-$/u;
const firstWord = /^([„”"»(]?[\p{L}\d][^\s]*)(\s*)/u;

/** Moves the rest of a broken word up to the line where it begins; a line left empty goes away. */
export function joinBrokenWords(lines: Line[], vocabulary: Vocabulary): { lines: Line[]; changes: TextChange[] } {
  const result: Line[] = [];
  const changes = new Map<string, TextChange>();
  const waiting = lines.map(line => ({ ...line }));
  waiting.forEach((line, i) => {
    if (line.text === '') return;
    let rest = nextFilled(waiting, i);
    let head = brokenEnd.exec(line.text)?.[1];
    // A word can be broken twice: `pro-`, `gres-`, `sion`.
    while (rest && head !== undefined) {
      const tail = firstWord.exec(rest.text);
      const decision = tail?.[1] === undefined ? 'leave' : decide(head, tail[1], vocabulary);
      if (!tail?.[1] || decision === 'leave') break;
      const joined = decision === 'join' ? line.text.slice(0, -1) + tail[1] : line.text + tail[1];
      note(changes, `${head}-|${tail[1]}`, joined.slice(line.text.length - 1 - head.length));
      line.text = joined;
      // Wide spaces after the moved word are a table's cell border and stay.
      rest.text = tail[2] && tail[2].length > 1 ? rest.text.slice(tail[1].length) : rest.text.slice(tail[0].length);
      head = rest.text === '' ? brokenEnd.exec(line.text)?.[1] : undefined;
      if (rest.text === '') rest = nextFilled(waiting, i);
    }
    result.push(line);
  });
  return { lines: result, changes: [...changes.values()] };
}

/** Danish: a hyphen before *og* stands for a word to come; capitals, figures and number words keep theirs; otherwise the line broke the word. */
export function decide(head: string, rest: string, vocabulary: Vocabulary): Decision {
  const tail = rest.replace(/[^\p{L}\d-].*$/u, '');
  const lastPart = head.split('-').at(-1) ?? head;
  if (tail === '') return 'leave';
  if (bindingWords.test(rest)) return vocabulary.count(head + tail) > 0 ? 'join' : 'leave';
  const isAbbreviation = lastPart.length > 1 && lastPart === lastPart.toUpperCase();
  if (/^\p{Lu}/u.test(tail)) return isAbbreviation ? 'keep-hyphen' : 'leave';
  if (/\d$/.test(head) || /^\d/.test(tail)) return 'keep-hyphen';
  if (isAbbreviation) return 'keep-hyphen';
  if (/^\p{L}+-\p{L}/u.test(tail) && !vocabulary.knows(head + tail.split('-', 1)[0])) return 'keep-hyphen';
  if (numberWords.test(lastPart) && numberWords.test(tail)) return 'keep-hyphen';
  if (vocabulary.count(head + tail) === 0 && vocabulary.count(`${head}-${tail}`) > 0) return 'keep-hyphen';
  return 'join';
}

function nextFilled(lines: Line[], after: number): Line | undefined {
  for (let i = after + 1; i < lines.length; i++) if (lines[i]?.text) return lines[i];
  return undefined;
}

function note(changes: Map<string, TextChange>, from: string, to: string): void {
  const change = changes.get(from);
  if (change) change.count++;
  else changes.set(from, { from, to, count: 1 });
}
