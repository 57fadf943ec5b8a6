// One document from pages of text to passages, without touching disk or database; called by import-documents.ts.
import type { DocumentInfo, Knowledge } from '../../model/knowledge.ts';
import type { Passage } from '../../model/passage.ts';
import { joinBrokenWords, type TextChange } from './clean/join-words.ts';
import { type Dropped, toLines } from './clean/lines.ts';
import { type OcrReport, repairOcr } from './ocr.ts';
import { toPassages } from './passages.ts';
import type { SourcePage } from './read-file.ts';
import { keepBareHeadings, toSections } from './sections.ts';
import { toBlocks } from './structure/blocks.ts';
import { tieSections } from './ties.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ParsedDocument {
  passages: Passage[];
  report: { joined: TextChange[]; ocr: OcrReport; dropped: Dropped };
}

export interface DocumentIdentity {
  slug: string;
  title: string;
  /** What the knowledge files say of it, where they know it. */
  known?: DocumentInfo;
}

/** Cleans, repairs and cuts up a document; `vocabulary` knows the words of the clean documents. */
export function parseDocument(
  pages: SourcePage[],
  { slug, title, known }: DocumentIdentity,
  knowledge: Knowledge,
  vocabulary: Vocabulary,
): ParsedDocument {
  const { lines, dropped } = toLines(pages);
  const joined = joinBrokenWords(lines, vocabulary);
  const repaired = repairOcr(joined.lines, vocabulary);
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const sections = toSections(toBlocks(repaired.lines), text => text !== '' && fold(text) === fold(title));
  return {
    passages: toPassages(keepBareHeadings(tieSections(sections, knowledge, known)), slug, title),
    report: { joined: joined.changes, ocr: repaired.report, dropped },
  };
}
