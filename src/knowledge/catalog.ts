// Everything that can be asked for as one searchable list: shipped knowledge and imported passages. Built by app.ts, rebuilt after an import.
import type {
  Activity,
  ArrowBlock,
  DocumentInfo,
  Fact,
  Forum,
  GoalArrow,
  Knowledge,
  Profile,
  ProfileList,
} from '../model/knowledge.ts';
import { profileLists } from '../model/knowledge.ts';
import type { Passage } from '../model/passage.ts';
import { gramsOf, stem, wordsOf } from './search/fold.ts';
import { indexOfGrams } from './search/gram-index.ts';
import { createRelatives, type Relatives } from './search/relatives.ts';

/** One thing that an answer can be about. */
export type Subject =
  | { kind: 'fact'; fact: Fact }
  | { kind: 'point'; profile: Profile; list: ProfileList; text: string }
  | { kind: 'activity'; arrow: GoalArrow; year: number; activity: Activity }
  | { kind: 'tells'; arrow: GoalArrow; year: number }
  | { kind: 'block'; arrow: GoalArrow; block: ArrowBlock }
  | { kind: 'forum'; forum: Forum }
  | { kind: 'document'; document: DocumentInfo }
  | { kind: 'passage'; passage: Passage };

/** Anything that can tell whether it holds a stem. */
export interface Stems {
  has(stem: string): boolean;
}

export interface Candidate {
  subject: Subject;
  /** Stems of everything the subject says and is asked by, its headings included. */
  stems: ReadonlySet<string>;
  /** Stems of what it says and of the one stored question that is likest: words from many questions prove little together. */
  close: Stems;
  /** BM25 of the whole subject and of its likest single view, over what the query could reach at most: about 0 to 1.5. */
  score: number;
}

/** What a subject says, without the questions stored with it. */
export function saidBy(subject: Subject): string {
  switch (subject.kind) {
    case 'fact':
      return [subject.fact.text, ...subject.fact.points].join(' ');
    case 'point':
      return subject.text;
    case 'activity':
      return subject.activity.text;
    case 'tells':
      return subject.arrow.years.find(({ year }) => year === subject.year)?.tells.join(' ') ?? '';
    case 'block':
      return subject.block.points.join(' ');
    case 'forum':
      return subject.forum.accounts.flatMap(a => [a.content, a.participants, a.frequency]).join(' ');
    case 'document':
      return subject.document.about;
    case 'passage':
      return subject.passage.text;
  }
}

/** Slugs of the documents that a subject is taken from. */
export function documentsOf(subject: Subject): string[] {
  switch (subject.kind) {
    case 'fact':
      return subject.fact.sources.map(({ document }) => document);
    case 'point':
      return [subject.profile.source.document];
    case 'activity':
    case 'tells':
    case 'block':
      return [subject.arrow.source.document];
    case 'forum':
      return subject.forum.accounts.map(({ source }) => source.document);
    case 'document':
      return [subject.document.slug];
    case 'passage':
      return [subject.passage.document];
  }
}

export interface Catalog {
  readonly knowledge: Knowledge;
  readonly passages: readonly Passage[];
  search(query: string, limit: number, kinds?: ReadonlySet<Subject['kind']>): Candidate[];
  /** Whether any subject, or a question stored with one, uses a word with this stem. */
  isWord(stem: string): boolean;
  /** Stems of what the subjects say, without the stored questions. */
  readonly said: ReadonlySet<string>;
  /** How telling a stem is: 0 (everywhere) to 1 (rare or unknown). */
  rarity(stem: string): number;
  /** Known stems, for putting misspellings right. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** What words stand for: right spellings, compounds, synonyms. */
  readonly relatives: Relatives;
  /** English phrases of the field → Danish words. */
  readonly english: ReadonlyMap<string, string>;
  passagesOf(document: string): readonly Passage[];
}

/** How much the likest single view counts beside the whole subject; set on the stored questions, each left out in turn. */
const viewWeight = 0.5;
/** Views looked at for each subject wanted. */
const viewsPerSubject = 6;

/** Builds the catalogue and its index: about 0.2 s for 5,000 passages. */
export function createCatalog(knowledge: Knowledge, passages: readonly Passage[]): Catalog {
  const items = [...shippedItems(knowledge), ...passages.map(passageItem(knowledge))];
  const owners: number[] = [];
  const views: string[] = [];
  /** The places of each subject's views. */
  const ownViews = items.map((item, owner) =>
    item.views.map(view => {
      owners.push(owner);
      return views.push(view) - 1;
    }),
  );
  const viewStems = views.map(view => new Set(stemsOf(view)));
  const said = items.map(({ context }, owner) => {
    const [text] = ownViews[owner] ?? [];
    return new Set([...stemsOf(context), ...((text !== undefined && viewStems[text]) || [])]);
  });
  const stems = said.map(
    (own, owner) => new Set([...own, ...(ownViews[owner] ?? []).flatMap(view => [...(viewStems[view] ?? [])])]),
  );
  const grams = views.map(gramsOf);
  const single = indexOfGrams(grams);
  // What a subject says counts twice beside the questions stored with it.
  const whole = indexOfGrams(
    ownViews.map(own => [own[0], ...own].flatMap(view => (view === undefined ? [] : (grams[view] ?? [])))),
  );
  const vocabulary = new Map<string, number>();
  for (const set of stems) for (const one of set) vocabulary.set(one, (vocabulary.get(one) ?? 0) + 1);
  const rarest = Math.log(1 + items.length);
  const synonyms = synonymStems(knowledge.synonyms);
  const byDocument = groupPassages(passages);

  return {
    knowledge,
    passages,
    vocabulary,
    relatives: createRelatives(vocabulary, one => synonyms.get(one) ?? []),
    english: new Map(knowledge.glossary.map(({ en, da }) => [wordsOf(en).join(' ').toLowerCase(), da])),
    isWord: one => vocabulary.has(one),
    said: new Set(said.flatMap(set => [...set])),
    rarity: one => Math.log((items.length + 1) / ((vocabulary.get(one) ?? 0) + 1)) / rarest,
    passagesOf: document => byDocument.get(document) ?? [],
    search(query, limit, kinds) {
      const likest = new Map<number, { view: number; score: number }>();
      const most = single.highest(query) || 1;
      for (const { entry, score } of single.search(query, limit * viewsPerSubject)) {
        const owner = owners[entry] as number;
        if (!likest.has(owner)) likest.set(owner, { view: entry, score: score / most });
      }
      const highest = whole.highest(query) || 1;
      const wanted = kinds && ((entry: number) => kinds.has((items[entry] as Item).subject.kind));
      return whole
        .search(query, limit * 2, wanted)
        .map(({ entry, score }) => {
          const nearest = likest.get(entry);
          return {
            subject: (items[entry] as Item).subject,
            stems: stems[entry] as Set<string>,
            close: either(said[entry] as Set<string>, nearest && viewStems[nearest.view]),
            score: (score / highest + viewWeight * (nearest?.score ?? 0)) / (1 + viewWeight),
          };
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}

const either = (one: ReadonlySet<string>, other: ReadonlySet<string> | undefined): Stems => ({
  has: stem => one.has(stem) || other?.has(stem) === true,
});

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

interface Item {
  subject: Subject;
  /** Texts that are searched, each on its own. */
  views: string[];
  /** Words that count as covered but are not searched: headings, document names. */
  context: string;
}

function shippedItems(knowledge: Knowledge): Item[] {
  const documents = new Map(knowledge.documents.map(document => [document.slug, document]));
  const named = (slug: string) => {
    const document = documents.get(slug);
    return document ? `${document.title} ${document.short} ${document.aliases.join(' ')} ${document.publisher}` : '';
  };
  const places = new Map(knowledge.municipalities.map(({ id, name }) => [id, name]));
  const topics = new Map(knowledge.topics.map(({ id, title }) => [id, `${title.da} ${title.en}`]));

  const facts = knowledge.facts.map(
    (fact): Item => ({
      subject: { kind: 'fact', fact },
      views: [[fact.title, fact.words.join(' '), fact.text, ...fact.points].join(' '), fact.title, ...fact.asked],
      context: [
        topics.get(fact.topic) ?? '',
        fact.asOf ?? '',
        places.get(fact.municipality ?? '') ?? '',
        ...fact.sources.map(source => `${source.section} ${named(source.document)}`),
      ].join(' '),
    }),
  );

  const points = knowledge.profiles.flatMap(profile =>
    profileLists.flatMap(list =>
      profile[list].map(
        ({ text, asked }): Item => ({
          subject: { kind: 'point', profile, list, text },
          views: [text, ...asked],
          context: `${profile.name.da} ${named(profile.source.document)}`,
        }),
      ),
    ),
  );

  const arrows = knowledge.goalArrows.flatMap(arrow => {
    const context = `${arrow.name.da} ${arrow.aliases.join(' ')} ${named(arrow.source.document)} målpil målpilen indsats aktivitet plan`;
    const trackName = (id?: string) => arrow.tracks.find(track => track.id === id)?.name.da ?? '';
    return [
      ...arrow.years.flatMap(({ year, activities, tells }) => [
        ...activities.map(
          (activity): Item => ({
            subject: { kind: 'activity', arrow, year, activity },
            views: [`${activity.title} ${activity.text}`, activity.title, ...activity.asked],
            context: `${context} ${year} ${trackName(activity.track)}`,
          }),
        ),
        ...(tells.length > 0
          ? [
              {
                subject: { kind: 'tells', arrow, year } as const,
                views: [tells.join(' '), ...tells],
                context: `${context} ${year} fortæller`,
              },
            ]
          : []),
      ]),
      ...arrow.blocks.map(
        (block): Item => ({
          subject: { kind: 'block', arrow, block },
          views: [`${block.title} ${block.aliases.join(' ')} ${block.points.join(' ')}`, block.title, ...block.asked],
          context: `${context} ${block.source.section}`,
        }),
      ),
    ];
  });

  const forums = knowledge.forums.map(
    (forum): Item => ({
      subject: { kind: 'forum', forum },
      views: [
        [
          forum.name,
          forum.short ?? '',
          ...forum.aliases,
          ...forum.accounts.flatMap(a => [a.content, a.participants, a.frequency]),
        ].join(' '),
        [forum.name, forum.short ?? '', ...forum.aliases].join(' '),
        ...forum.asked,
      ],
      context: `${places.get(forum.municipality) ?? ''} møde forum mødes deltager deltagere indhold hyppighed ofte ${forum.accounts.map(a => named(a.source.document)).join(' ')}`,
    }),
  );

  const about = knowledge.documents.map(
    (document): Item => ({
      subject: { kind: 'document', document },
      views: [`${document.title} ${document.short} ${document.aliases.join(' ')} ${document.about}`],
      context: `${document.publisher} ${document.published} dokument udgivet`,
    }),
  );

  return [...facts, ...points, ...arrows, ...forums, ...about];
}

function passageItem(knowledge: Knowledge): (passage: Passage) => Item {
  const titles = new Map(knowledge.documents.map(document => [document.slug, `${document.title} ${document.short}`]));
  return passage => ({
    subject: { kind: 'passage', passage },
    views: [`${passage.section} ${passage.text}`],
    context: titles.get(passage.document) ?? '',
  });
}
