// The shapes of the knowledge files (knowledge/**/*.yaml) as zod schemas and the types that follow from them.
// Read by knowledge/load.ts; the types travel through every floor.
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens only');
const text = z.string().trim().min(1, 'must not be empty');
const words = z.array(text).default([]);

/** A text in both languages of the user interface. */
export const bilingualSchema = z.strictObject({ da: text, en: text });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** Where a statement comes from: the document's slug and the heading path inside it, joined with ` › `. */
export const sourceSchema = z.strictObject({ document: slug, section: text });
export type Source = z.infer<typeof sourceSchema>;

export const documentSchema = z.strictObject({
  slug,
  title: text,
  publisher: text,
  /** When it was published, as a reader would say it: `juni 2016`. */
  published: text,
  /** Short name in running text: `brochuren fra 2016`. */
  short: text,
  aliases: words,
  about: text,
  /** What a reader must know before trusting it (torn figures, the year it really describes). */
  caveat: text.optional(),
});
export type DocumentInfo = z.infer<typeof documentSchema>;
export const documentsFileSchema = z.strictObject({ kind: z.literal('documents'), documents: z.array(documentSchema) });

export const profileLists = ['priorities', 'workValues', 'skills'] as const;
export type ProfileList = (typeof profileLists)[number];

/** A point of a list; with the everyday ways to ask for it where they use other words than the point itself. */
const pointSchema = z.union([
  text.transform(plain => ({ text: plain, asked: [] as string[] })),
  z.strictObject({ text, asked: words }),
]);
export type Point = z.infer<typeof pointSchema>;

/** One Learning Pipeline level with its three lists, in the order of the document. */
export const profileSchema = z.strictObject({
  kind: z.literal('profile'),
  level: slug,
  order: z.number().int().positive(),
  name: bilingualSchema,
  /** Everyday words that mean this level and no other. */
  aliases: z.strictObject({ da: words, en: words }),
  /** Everyday words that may mean this level or another: the assistant asks. */
  unsure: words,
  /** One sentence: who this is in an Aalborg school or administration. */
  about: text,
  source: sourceSchema,
  priorities: z.array(pointSchema).min(1),
  workValues: z.array(pointSchema).min(1),
  skills: z.array(pointSchema).min(1),
});
export type Profile = z.infer<typeof profileSchema>;

const activitySchema = z.strictObject({
  id: slug,
  /** Id of a track of the same arrow; arrows without tracks leave it out. */
  track: slug.optional(),
  /** A few words that name the activity. */
  title: text,
  text,
  asked: words,
  /** What the drawing once said and no longer shows, where it is torn. */
  unreadable: text.optional(),
});
export type Activity = z.infer<typeof activitySchema>;

const blockSchema = z.strictObject({
  id: slug,
  title: text,
  aliases: words,
  asked: words,
  points: z.array(text).min(1),
  source: sourceSchema,
});
export type ArrowBlock = z.infer<typeof blockSchema>;

/** A multi-year plan drawn as an arrow (målpil). */
export const goalArrowSchema = z.strictObject({
  kind: z.literal('goal-arrow'),
  id: slug,
  name: bilingualSchema,
  from: z.number().int(),
  to: z.number().int(),
  aliases: words,
  about: text,
  source: sourceSchema,
  tracks: z.array(z.strictObject({ id: slug, name: bilingualSchema, aliases: words })).default([]),
  years: z
    .array(
      z.strictObject({
        year: z.number().int(),
        source: sourceSchema,
        activities: z.array(activitySchema),
        /** "Det fortæller vi i år …": what the schools will be able to tell that year. */
        tells: z.array(text).default([]),
        tellsSource: sourceSchema.optional(),
      }),
    )
    .min(1),
  /** What stands beside the years: foundation, vision, what children experience. */
  blocks: z.array(blockSchema).default([]),
});
export type GoalArrow = z.infer<typeof goalArrowSchema>;

/** What one source says of a forum at one time; sources that disagree stand beside each other. */
const forumAccountSchema = z.strictObject({
  asOf: text,
  content: text.optional(),
  participants: text.optional(),
  frequency: text.optional(),
  source: sourceSchema,
});
export type ForumAccount = z.infer<typeof forumAccountSchema>;
export const forumSchema = z.strictObject({
  id: slug,
  name: text,
  short: text.optional(),
  aliases: words,
  asked: words,
  accounts: z.array(forumAccountSchema).min(1),
});
export const forumsFileSchema = z.strictObject({
  kind: z.literal('forums'),
  municipality: z.strictObject({ id: slug, name: text, aliases: words }),
  forums: z.array(forumSchema),
});
export type ForumsFile = z.infer<typeof forumsFileSchema>;
export type Forum = z.infer<typeof forumSchema> & { municipality: string };

/** The municipality whose assistant this is; one file says it, and a municipality's own `home.yaml` replaces the shipped one. */
export const homeSchema = z.strictObject({ kind: z.literal('home'), municipality: slug });

/** One fact, figure, definition or answer; the unit that a question is answered with. */
export const factSchema = z.strictObject({
  id: slug,
  title: text,
  /** One to three sentences that answer on their own, the point first. */
  text,
  points: z.array(text).default([]),
  /** The year or time it was true (`2016`, `primo 2017`); always said in the answer. */
  asOf: text.optional(),
  /** Id of the one municipality it is about, as a forums file defines it. */
  municipality: slug.optional(),
  /** Names an office holder: only such facts answer "hvad hedder …". */
  person: z.boolean().default(false),
  /** How leaders may ask for it, in their own words; the search reads these. */
  asked: words,
  /** Everyday words and abbreviations for the same thing. */
  words,
  sources: z.array(sourceSchema).min(1),
});
export type Fact = z.infer<typeof factSchema> & { topic: string };
export const factsFileSchema = z.strictObject({
  kind: z.literal('facts'),
  topic: slug,
  title: bilingualSchema,
  items: z.array(factSchema).min(1),
});
export type FactsFile = z.infer<typeof factsFileSchema>;

/** English words of the field → the Danish words of the documents, for questions in English. */
export const glossarySchema = z.strictObject({ kind: z.literal('glossary'), words: z.record(text, text) });

/** Groups of Danish words that leaders use for the same thing; a question's word is covered by any of its group. */
export const synonymsSchema = z.strictObject({ kind: z.literal('synonyms'), groups: z.array(z.array(text).min(2)) });

export const knowledgeFileSchema = z.discriminatedUnion('kind', [
  documentsFileSchema,
  profileSchema,
  goalArrowSchema,
  forumsFileSchema,
  homeSchema,
  factsFileSchema,
  glossarySchema,
  synonymsSchema,
]);
export type KnowledgeFile = z.infer<typeof knowledgeFileSchema>;

/** Everything the knowledge files say, checked and joined. */
export interface Knowledge {
  documents: DocumentInfo[];
  profiles: Profile[];
  goalArrows: GoalArrow[];
  municipalities: ForumsFile['municipality'][];
  /** Id of the municipality whose assistant this is, one of `municipalities`; absent where no file says it. */
  homeMunicipality?: string;
  forums: Forum[];
  topics: { id: string; title: Bilingual }[];
  facts: Fact[];
  /** English → Danish. */
  glossary: { en: string; da: string }[];
  synonyms: string[][];
}
