// Everything that can be asked for, searchable: shipped knowledge and imported passages. Built by app.ts, rebuilt after an import.
import { commandsMachine } from '../model/instructions.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Passage } from '../model/passage.ts';
import { createCoverage, type Place, type WordCoverage } from './search/coverage.ts';
import { stem, wordsOf } from './search/fold.ts';
import { best, indexOfGrams, numberedGrams, queryGrams } from './search/gram-index.ts';
import { numberOf } from './search/postings.ts';
import { createRelatives, type Relatives } from './search/relatives.ts';
import { type Item, itemsOf, type Subject } from './subjects.ts';

export interface Candidate {
  subject: Subject;
  /** Where the subject, its title and its likest view stand in the catalogue; -1 where it has none. */
  place: Place;
  /** BM25 of the whole subject and of its likest single view, over what the query could reach at most: about 0 to 1.5. */
  score: number;
}

export interface Catalog {
  readonly knowledge: Knowledge;
  readonly passages: readonly Passage[];
  search(query: string, limit: number, kinds?: ReadonlySet<Subject['kind']>): Candidate[];
  /** How well the subjects cover a word; read it with `closely` and its like. */
  coverageOf(stem: string): WordCoverage;
  /** Figures and number words that a candidate says or is asked by, as stems. */
  figuresOf(candidate: Candidate): readonly string[];
  /** Whether any subject, or a question stored with one, uses a word with this stem. */
  isWord(stem: string): boolean;
  /** Stems of what the subjects say, without the stored questions. */
  readonly said: ReadonlySet<string>;
  /** How telling a stem is: 0 (everywhere) to 1 (rare or unknown). */
  rarity(stem: string): number;
  /** What words stand for: right spellings, compounds, synonyms. */
  readonly relatives: Relatives;
  /** English phrases of the field → Danish words. */
  readonly english: ReadonlyMap<string, string>;
  passagesOf(document: string): readonly Passage[];
}

/** How much the likest single view counts beside the whole subject; set on the stored questions, each left out in turn. */
const viewWeight = 0.5;

/** Builds the catalogue and its index: about 0.2 s for 5,000 passages. */
export function createCatalog(knowledge: Knowledge, imported: readonly Passage[]): Catalog {
  // What gives orders to a language model says nothing to a reader, and must never reach one.
  const passages = imported.filter(({ section, text }) => !commandsMachine(`${section}\n${text}`));
  const items = itemsOf(knowledge, passages);
  const { views, firstViews, numbers, stems, said } = readItems(items);
  const gramNumbers = new Map<number, number>();
  const grams = views.map(({ text }) => numberedGrams(text, gramNumbers));
  const single = indexOfGrams(grams, gramNumbers);
  // What a subject says counts twice beside the questions stored with it.
  const whole = indexOfGrams(
    items.map((_, entry) => {
      const own = grams.slice(firstViews[entry], firstViews[entry + 1]);
      return ([] as number[]).concat(own[0] ?? [], ...own);
    }),
    gramNumbers,
  );

  const known = [...numbers.keys()];
  /** How many subjects use each stem. */
  const uses = new Uint32Array(known.length);
  for (const own of stems) for (const number of own) uses[number] = (uses[number] as number) + 1;
  const rarest = Math.log(1 + items.length);
  const synonyms = synonymStems(knowledge.synonyms);
  const relatives = createRelatives(
    new Map(known.map((one, number) => [one, uses[number] as number])),
    one => synonyms.get(one) ?? [],
  );
  const coverageOf = createCoverage({ whole: stems, said, views: views.map(view => view.stems) }, numbers, relatives);
  const figures = stems.map(own => own.map(number => known[number] as string).filter(isFigure));
  const byDocument = groupPassages(passages);

  const scores = new Float32Array(items.length);
  const likest = new Int32Array(items.length);
  let scored: string | undefined;
  function score(query: string): void {
    // One question is looked at from several sides: its scores stand until the next.
    if (query === scored) return;
    scored = query;
    const grams = queryGrams(query);
    const [ofWhole, highest] = [whole.scores(grams), whole.highest(grams) || 1];
    const [ofViews, highestView] = [single.scores(grams), single.highest(grams) || 1];
    for (let entry = 0; entry < items.length; entry++) {
      const to = firstViews[entry + 1] as number;
      let view = firstViews[entry] as number;
      let most = ofViews[view] as number;
      for (let one = view + 1; one < to; one++) {
        const score = ofViews[one] as number;
        if (score > most) {
          most = score;
          view = one;
        }
      }
      likest[entry] = view;
      scores[entry] = ((ofWhole[entry] as number) / highest + (viewWeight * most) / highestView) / (1 + viewWeight);
    }
  }

  return {
    knowledge,
    passages,
    relatives,
    coverageOf,
    english: new Map(knowledge.glossary.map(({ en, da }) => [wordsOf(en).join(' ').toLowerCase(), da])),
    isWord: one => numbers.has(one),
    said: new Set(said.flatMap(own => own.map(number => known[number] as string))),
    rarity: one => Math.log((items.length + 1) / ((uses[numbers.get(one) ?? -1] ?? 0) + 1)) / rarest,
    passagesOf: document => byDocument.get(document) ?? [],
    figuresOf: ({ place }) => figures[place.entry] ?? [],
    search(query, limit, kinds) {
      score(query);
      const wanted = kinds && ((entry: number) => kinds.has((items[entry] as Item).subject.kind));
      return best(scores, limit, wanted).map(({ entry, score }) => ({
        subject: (items[entry] as Item).subject,
        place: {
          entry,
          view: likest[entry] as number,
          title: items[entry]?.titled ? (firstViews[entry] as number) + 1 : -1,
        },
        score,
      }));
    },
  };
}

/** The items' texts as numbered stems, each number once a text; the views of item `n` stand at `firstViews[n]` up to `firstViews[n + 1]`. */
function readItems(items: readonly Item[]) {
  const numbers = new Map<string, number>();
  const read = (text: string) => stemsOf(text).map(one => numberOf(numbers, one));
  const views: { text: string; stems: number[] }[] = [];
  const firstViews = [0];
  const said: number[][] = [];
  const stems: number[][] = [];
  for (const { views: texts, context } of items) {
    const own = texts.map(text => ({ text, stems: [...new Set(read(text))] }));
    views.push(...own);
    firstViews.push(views.length);
    const first = new Set([...read(context), ...(own[0]?.stems ?? [])]);
    said.push([...first]);
    stems.push([...new Set([...first, ...own.flatMap(view => view.stems)])]);
  }
  return { views, firstViews: Int32Array.from(firstViews), numbers, said, stems };
}

const numberWords = new Set(
  (
    'nul to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tredive fyrre ' +
    'halvtreds tres halvfjerds firs halvfems hundrede tusind million fjerdedel halvdel tredjedel ugentlig månedlig årlig'
  )
    .split(' ')
    .map(stem),
);

/** Whether a stem is a figure or a number word. */
export const isFigure = (one: string): boolean => /\d/.test(one) || numberWords.has(one);

function synonymStems(groups: string[][]): Map<string, string[]> {
  const known = new Map<string, Set<string>>();
  for (const group of groups) {
    const members = group.map(stem);
    for (const one of members) {
      const others = known.get(one) ?? new Set();
      for (const other of members) if (other !== one) others.add(other);
      known.set(one, others);
    }
  }
  return new Map([...known].map(([one, others]) => [one, [...others]]));
}

/** Stems of a text; the two halves of `DUS-plan` also as one word, as people write it. */
function stemsOf(text: string): string[] {
  if (!text.includes('-')) return wordsOf(text).map(stem);
  const joined = text.match(/\p{L}+-\p{L}+/gu)?.map(pair => stem(pair.replace('-', ''))) ?? [];
  return [...wordsOf(text).map(stem), ...joined];
}

function groupPassages(passages: readonly Passage[]): Map<string, Passage[]> {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const group = groups.get(passage.document);
    if (group) group.push(passage);
    else groups.set(passage.document, [passage]);
  }
  return groups;
}
