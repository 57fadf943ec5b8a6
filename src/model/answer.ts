// An answer to a question about the documents, as the domain gives it and `ask` prints it.
import type { Language } from './language.ts';

/** One source of an answer; stands as `[n]` in the text, n counted from 1 in this order. */
export interface Citation {
  /** The document's slug. */
  document: string;
  title: string;
  /** Heading path inside the document, joined with ` › `. */
  section: string;
  page?: number;
  /** Word for word where the document has been imported, otherwise the shipped statement. */
  quote: string;
}

/** A button that asks something on the user's behalf. */
export interface Choice {
  label: string;
  question: string;
}

/** Which card shows the answer best; filled in turns/ by cards/. */
export type CardRequest =
  | { kind: 'profile'; level: string }
  | { kind: 'compare-profiles'; levels: [string, string] }
  | { kind: 'goal-arrow'; arrow: string; year?: number; track?: string }
  | { kind: 'forum'; forum: string };

export interface Answer {
  /** Markdown, at most 2,500 characters, with `[n]` for each citation. */
  text: string;
  citations: Citation[];
  /** True when the documents do not answer, or the question builds on something that they do not have. */
  abstained: boolean;
  /** A language model wrote it, or a part of it. */
  byModel?: true;
  language: Language;
  card?: CardRequest;
  /** Buttons: a question back, or natural next questions. */
  choices: Choice[];
}
