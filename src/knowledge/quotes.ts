// Finds the sentences of an imported document that say what a statement says, word for word. Used by domain/answers for citations and quotations.
import type { Source } from '../model/knowledge.ts';
import type { Passage } from '../model/passage.ts';
import type { Catalog } from './catalog.ts';
import { stem, wordsOf } from './search/fold.ts';
import { createGramIndex, type GramIndex } from './search/gram-index.ts';

/** A sentence or list point of a passage, as it stands in the document. */
export interface Quote {
  text: string;
  section: string;
  page?: number;
  /** 0–1: how much of the statement the quotation covers. */
  likeness: number;
}

export interface Quotes {
  /** The sentence nearest to the statement, and the next one where that says more of it; `undefined` where the document is not imported. */
  nearest(source: Source, statement: string): Quote | undefined;
}

interface Sentence {
  text: string;
  passage: Passage;
  stems: Set<string>;
}

const quoteLength = 420;
const segmenter = new Intl.Segmenter('da', { granularity: 'sentence' });

/** Sentences are indexed per document at first use. */
export function createQuotes(catalog: Catalog): Quotes {
  const documents = new Map<string, { sentences: Sentence[]; index: GramIndex }>();
  const open = (slug: string) => {
    const known = documents.get(slug);
    if (known) return known;
    const sentences = catalog
      .passagesOf(slug)
      .flatMap(passage =>
        sentencesOf(passage).map(text => ({ text, passage, stems: new Set(wordsOf(text).map(stem)) })),
      );
    const document = { sentences, index: createGramIndex(sentences.map(({ text }) => text)) };
    documents.set(slug, document);
    return document;
  };

  return {
    nearest(source, statement) {
      const { sentences, index } = open(source.document);
      if (sentences.length === 0) return undefined;
      const wanted = [...new Set(wordsOf(statement).map(stem))];
      const likeness = (stems: ReadonlySet<string>) => {
        let shared = 0;
        let all = 0;
        for (const one of wanted) {
          const weight = Math.max(0.05, catalog.rarity(one));
          all += weight;
          if (stems.has(one)) shared += weight;
        }
        return all > 0 ? shared / all : 0;
      };
      const section = new Set(wordsOf(source.section).map(stem));
      const rank = ({ passage, stems }: Sentence) => {
        const shared = wordsOf(passage.section).filter(word => section.has(stem(word))).length;
        return likeness(stems) + 0.1 * Math.min(1, shared / Math.max(1, section.size));
      };
      const best = index
        .search(statement, 12)
        .map(({ entry }) => ({ entry, rank: rank(sentences[entry] as Sentence) }))
        .sort((a, b) => b.rank - a.rank)[0];
      if (!best) return undefined;
      const first = sentences[best.entry] as Sentence;
      const joined = withNeighbour(sentences, best.entry, likeness);
      return {
        text: joined.text,
        section: first.passage.section,
        ...(first.passage.page === undefined ? {} : { page: first.passage.page }),
        likeness: likeness(joined.stems),
      };
    },
  };
}

/** A following sentence of the same passage comes along where it covers clearly more of the statement. */
function withNeighbour(sentences: Sentence[], at: number, likeness: (stems: ReadonlySet<string>) => number) {
  const first = sentences[at] as Sentence;
  const alone = { text: first.text, stems: first.stems };
  for (const [before, after] of [
    [at, at + 1],
    [at - 1, at],
  ] as const) {
    const [a, b] = [sentences[before], sentences[after]];
    if (!a || !b || a.passage !== b.passage || a.text.length + b.text.length > quoteLength) continue;
    const stems = new Set([...a.stems, ...b.stems]);
    const glue = first.passage.kind === 'text' ? ' ' : '\n';
    if (likeness(stems) >= likeness(first.stems) + 0.15) return { text: `${a.text}${glue}${b.text}`, stems };
  }
  return alone;
}

/** Sentences of running text; lines of lists and tables. */
export function sentencesOf(passage: Passage): string[] {
  const lines = passage.text.split('\n').map(line => line.trim());
  if (passage.kind !== 'text') return lines.filter(Boolean);
  return lines.flatMap(line => [...segmenter.segment(line)].map(({ segment }) => segment.trim())).filter(Boolean);
}
