// Builds one answer: numbers its citations, quotes imported documents word for word and keeps within a chat's length.
import type { Catalog } from '../../knowledge/catalog.ts';
import type { Quotes } from '../../knowledge/quotes.ts';
import type { Subject } from '../../knowledge/subjects.ts';
import type { Answer, CardRequest, Choice, Citation } from '../../model/answer.ts';
import type { Source } from '../../model/knowledge.ts';
import type { Language } from '../../model/turn.ts';
import { type Texts, textsFor } from '../../texts/texts.ts';

/** What the parts of the answer engine share for one question. */
export interface Draft {
  readonly texts: Texts;
  readonly language: Language;
  /** ` [n]` for the source of a statement; the same section of a document keeps its number. */
  cite(source: Source, statement: string): string;
  /** The document's own words for a statement as a block quotation; `undefined` where it is not imported or says something else. */
  wording(source: Source, statement: string): string | undefined;
  /** Remembers which subjects the answer rests on, the best first, for a language model to put into words of its own. */
  restOn(subjects: Subject[]): void;
  readonly basis: readonly Subject[];
  /** Joins the lines; what does not fit into 2,500 characters is left off with a line that says so. */
  finish(lines: string[], options?: { abstained?: boolean; card?: CardRequest; choices?: Choice[] }): Answer;
}

export const answerLength = 2500;
export const mostCitations = 20;
/** Below this share of the statement's telling words a sentence counts as saying something else. */
const saysTheSame = 0.3;

export function createDraft(catalog: Catalog, quotes: Quotes, language: Language): Draft {
  const texts = textsFor(language);
  const citations: Citation[] = [];
  const numbers = new Map<string, number>();
  let basis: readonly Subject[] = [];
  const titles = new Map(catalog.knowledge.documents.map(document => [document.slug, document.title]));

  return {
    texts,
    language,
    get basis() {
      return basis;
    },
    restOn(subjects) {
      basis = subjects;
    },
    cite(source, statement) {
      const key = `${source.document}\n${source.section}`;
      let number = numbers.get(key);
      if (number === undefined) {
        if (citations.length === mostCitations) return '';
        // Once a document is imported its own words stand behind every citation, the nearest there are.
        const verbatim = quotes.nearest(source, statement);
        citations.push({
          document: source.document,
          title: titles.get(source.document) ?? source.document,
          section: verbatim?.section ?? source.section,
          ...(verbatim?.page === undefined ? {} : { page: verbatim.page }),
          quote: verbatim?.text ?? statement,
        });
        number = citations.length;
        numbers.set(key, number);
      }
      return ` [${number}]`;
    },
    wording(source, statement) {
      const found = quotes.nearest(source, statement);
      if (!found || found.likeness < saysTheSame) return undefined;
      return `> »${found.text.replace(/\n/g, ' / ')}«`;
    },
    finish(lines, { abstained = false, card, choices = [] } = {}) {
      const head = language === 'en' && citations.length > 0 && !abstained ? [texts.answer.frame, ''] : [];
      const text = fitted([...head, ...lines], texts);
      return {
        text: text.trim(),
        citations: abstained ? [] : citations,
        abstained,
        language,
        choices,
        ...(card ? { card } : {}),
      };
    },
  };
}

/** As many of the lines as fit into an answer, the first at least, and how many do not. */
export function fitted(lines: readonly string[], texts: Texts): string {
  const kept = (dropped: number) =>
    [...lines.slice(0, lines.length - dropped), ...(dropped > 0 ? [texts.answer.more(dropped)] : [])].join('\n');
  let dropped = 0;
  while (lines.length - dropped > 1 && kept(dropped).length > answerLength) dropped++;
  return kept(dropped);
}

/** Cuts at a word, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > most / 2 ? space : cut.length).replace(/[,;:–-]$/, '')}…`;
}
