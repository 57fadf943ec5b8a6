// What an answer can be about, shipped or imported, and the texts by which each is found. Used by catalog.ts and the answers.
import {
  type Activity,
  type ArrowBlock,
  type DocumentInfo,
  type Fact,
  type Forum,
  type GoalArrow,
  type Knowledge,
  type Profile,
  type ProfileList,
  profileLists,
} from '../model/knowledge.ts';
import type { Passage } from '../model/passage.ts';

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

/** Slugs of the documents that the profiles are taken from. */
export const profileDocuments = ({ profiles }: Knowledge): string[] => [
  ...new Set(profiles.map(({ source }) => source.document)),
];

/** A subject as the catalogue indexes it. */
export interface Item {
  subject: Subject;
  /** Texts that are searched, each on its own: what the subject says, then its title and the questions stored with it. */
  views: string[];
  /** Whether the second view is a title. */
  titled?: true;
  /** Words that count as covered but are not searched: headings, document names. */
  context: string;
}

/** Everything that can be asked for as one list. */
export const itemsOf = (knowledge: Knowledge, passages: readonly Passage[]): Item[] => [
  ...shippedItems(knowledge),
  ...passages.map(passageItem(knowledge)),
];

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
      titled: true,
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
            titled: true,
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
