// Finds civil registration numbers in a file that is to be imported, and says where they stand, never what they are; called by import-documents.ts.
import { basename } from 'node:path';
import type { Passage } from '../../model/passage.ts';
import { hidePersonalNumbers, holdsPersonalNumber, lineOfPersonalNumber } from '../../model/personal-number.ts';
import type { SourceFile } from './read-file.ts';

/** A file that must not be taken in: its path, fit to be shown, and the Danish reason. */
export interface Refusal {
  path: string;
  reason: string;
}

const refusal = (path: string, place: string): Refusal => ({
  path: hidePersonalNumbers(path),
  reason: `${place} står der noget, som ligner et CPR-nummer; fjern det, og indlæs filen igen`,
});

/** `undefined` when the file's name holds none. */
export function refuseName(path: string): Refusal | undefined {
  return holdsPersonalNumber(basename(path)) ? refusal(path, 'i filens navn') : undefined;
}

/** `undefined` when the text holds none, as it was read. */
export function refuseText(path: string, { format, pages }: SourceFile): Refusal | undefined {
  for (const { number, text } of pages) {
    const line = lineOfPersonalNumber(text);
    if (line !== undefined) return refusal(path, placeIn(format, text, line, number));
  }
  return undefined;
}

/** Only a text file has lines that its writer sees as well; of a PDF the page is known, of a Word document the paragraph. */
function placeIn(format: SourceFile['format'], text: string, line: number, page: number | undefined): string {
  if (format === 'text') return page === undefined ? `i linje ${line}` : `på side ${page}, linje ${line},`;
  if (format === 'pdf') return `på side ${page}`;
  const paragraphs = text.split('\n').slice(0, line).filter(Boolean);
  return `i afsnit ${paragraphs.length}`;
}

/** `undefined` when the text holds none once it is cleaned: parts that markup kept asunder stand together now. */
export function refusePassages(path: string, passages: Passage[]): Refusal | undefined {
  const found = passages.find(({ section, text }) => holdsPersonalNumber(section) || holdsPersonalNumber(text));
  if (!found) return undefined;
  return refusal(path, `under »${hidePersonalNumbers(found.section)}«`);
}
