// What a language model may write an answer from: what the found subjects say, each with the citation that its number stands for.
// Called by answer-question.ts; read by fluent.ts and grounding.ts.
import type { Catalog } from '../../knowledge/catalog.ts';
import type { Quotes } from '../../knowledge/quotes.ts';
import type { Subject } from '../../knowledge/subjects.ts';
import type { Citation } from '../../model/answer.ts';
import { addressesMachine } from '../../model/instructions.ts';
import type { Source } from '../../model/knowledge.ts';
import { textsFor } from '../../texts/texts.ts';
import { maskContacts } from './masking.ts';
import { inSentences } from './sentences.ts';

export interface Evidence {
  citation: Citation;
  /** Other sources that say the same. */
  also: Citation[];
  /** What the source is called and where in it this stands: may be said, and supports nothing by itself. */
  heading: string;
  /** At most 1,500 characters in whole sentences and points, without addresses and numbers of people; a line break before each point. */
  text: string;
}

export const mostEvidence = 6;
export const evidenceLength = 1500;

/** One source and what it says; a forum has several that disagree. */
interface Statement {
  source: Source;
  also?: Source[];
  text: string;
}

/** @param basis the best first. @returns at most six, the best first; none of what is written to steer a machine. */
export function evidenceOf(catalog: Catalog, quotes: Quotes, basis: readonly Subject[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { source, also = [], text } of basis.flatMap(statementsOf)) {
    // Line by line: figures below each other in a table are no phone number.
    const shown = wholeSentences(text.split('\n').map(maskContacts).join('\n'));
    if (shown === '' || addressesMachine(shown) || evidence.some(one => one.text === shown)) continue;
    const statement = wholeSentences(text);
    const cite = (from: Source) => citationOf(catalog, quotes, from, statement);
    const citation = cite(source);
    const document = catalog.knowledge.documents.find(({ slug }) => slug === source.document);
    evidence.push({
      citation,
      also: also.map(cite),
      heading: maskContacts(`${document?.short ?? citation.title}, ${citation.section}`),
      text: shown,
    });
    if (evidence.length === mostEvidence) break;
  }
  return evidence;
}

/** Once a document is imported its own words stand behind every citation, the nearest there are. */
function citationOf({ knowledge }: Catalog, quotes: Quotes, source: Source, statement: string): Citation {
  const verbatim = quotes.nearest(source, statement);
  return {
    document: source.document,
    title: knowledge.documents.find(({ slug }) => slug === source.document)?.title ?? source.document,
    section: verbatim?.section ?? source.section,
    ...(verbatim?.page === undefined ? {} : { page: verbatim.page }),
    quote: verbatim?.text ?? statement,
  };
}

/** In Danish, as the documents are. */
const { answer: phrases } = textsFor('da');
const lines = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n');

function statementsOf(subject: Subject): Statement[] {
  switch (subject.kind) {
    case 'fact': {
      const { sources, text, points, asOf } = subject.fact;
      const dated = asOf && phrases.asOf(asOf);
      const [source, ...also] = sources;
      return source ? [{ source, also, text: lines(text, ...points, dated) }] : [];
    }
    case 'point':
      return [{ source: subject.profile.source, text: `${subject.profile.name.da}: ${subject.text}` }];
    case 'activity': {
      const { arrow, year, activity } = subject;
      const track = arrow.tracks.find(({ id }) => id === activity.track)?.name.da;
      const source = arrow.years.find(one => one.year === year)?.source ?? arrow.source;
      return [{ source, text: lines(phrases.activityIn(arrow.name.da, year, track), activity.text) }];
    }
    case 'tells': {
      const year = subject.arrow.years.find(one => one.year === subject.year);
      const source = year?.tellsSource ?? year?.source ?? subject.arrow.source;
      return [{ source, text: lines(phrases.tells(subject.year), ...(year?.tells ?? [])) }];
    }
    case 'block': {
      const { arrow, block } = subject;
      return [{ source: block.source, text: lines(`${block.title} i ${arrow.name.da}:`, ...block.points) }];
    }
    case 'forum':
      return subject.forum.accounts.map(({ source, asOf, content, participants, frequency }) => ({
        source,
        text: lines(`${subject.forum.name}:`, content, participants, frequency, phrases.asOf(asOf)),
      }));
    case 'document': {
      const { slug, title, publisher, published, about, caveat } = subject.document;
      return [
        {
          source: { document: slug, section: title },
          text: lines(`${title} (${publisher}, ${published}).`, about, caveat),
        },
      ];
    }
    case 'passage': {
      const { document, section, text } = subject.passage;
      return [{ source: { document, section }, text }];
    }
  }
}

/** As many of the first sentences and points as fit. */
function wholeSentences(text: string): string {
  let kept = '';
  for (const part of inSentences(text)) {
    if (kept.length + part.trimEnd().length > evidenceLength) break;
    kept += part;
  }
  return kept.trim();
}
