// Carries what was asked last into a question that leans on it: "og færdighederne?", "hvad med chefen?", "og i 2022?".
import { z } from 'zod';
import type { Answer } from '../../model/answer.ts';
import { profileLists } from '../../model/knowledge.ts';
import type { Understanding } from './understand.ts';

/** What the conversation was about, as kept between turns. Times are milliseconds since 1970. */
export const contextSchema = z.object({
  at: z.number(),
  question: z.string(),
  /** That it was asked in. */
  language: z.enum(['da', 'en']).optional(),
  levels: z.array(z.string()).default([]),
  lists: z.array(z.enum(profileLists)).default([]),
  arrows: z.array(z.string()).default([]),
  years: z.array(z.number()).default([]),
  tracks: z.array(z.string()).default([]),
  tells: z.boolean().default(false),
  forums: z.array(z.string()).default([]),
  aspects: z.array(z.enum(['content', 'participants', 'frequency'])).default([]),
  municipalities: z.array(z.string()).default([]),
});
export type QuestionContext = z.infer<typeof contextSchema>;

const remembered = 30 * 60 * 1000;
const shortQuestion = 6;

const isFresh = (context: QuestionContext | undefined, now: number): context is QuestionContext =>
  context !== undefined && now - context.at <= remembered;

/** The language of a question; one too short to tell is asked in that of the question before it. */
export const spokenIn = ({ language }: Understanding, context: QuestionContext | undefined, now: number) =>
  language ?? (isFresh(context, now) ? context.language : undefined);

/** The context that the next question may lean on. */
export function contextOf(question: Understanding, { card, language }: Answer, at: number): QuestionContext {
  const { text, levels, lists, years, tracks, tells, aspects, municipalities } = question;
  // What the answer settled on: "målpilen for 2022" names a year, and the answer knows which plan that is.
  const arrows = card?.kind === 'goal-arrow' ? [card.arrow] : question.arrows;
  const forums = card?.kind === 'forum' ? [card.forum] : question.forums;
  return { at, question: text, language, levels, lists, arrows, years, tracks, tells, forums, aspects, municipalities };
}

/**
 * Fills what the question leaves open from the context, where it leans on it: it says so ("og …", "hvad med …"), points
 * back ("… de?") or consists of little more than a name. A question with a subject of its own is left as it is.
 */
export function leanOn(question: Understanding, context: QuestionContext | undefined, now: number): Understanding {
  if (!isFresh(context, now)) return question;
  const bare = question.content.length === 0 && question.words.length <= shortQuestion;
  const ownSubject = question.content.length > 1;
  if (!(question.leans || bare || pointsBack(question.text)) || ownSubject) return question;
  const { levels, lists, years, tracks, forums, aspects, municipalities } = question;
  const names = { levels: levels.length, lists: lists.length, years: years.length, tracks: tracks.length };

  if (
    context.levels.length > 0 &&
    !question.namesProfile &&
    question.unsureLevels.length === 0 &&
    (names.levels || names.lists) &&
    !(names.levels && names.lists)
  ) {
    return {
      ...question,
      levels: names.levels ? levels : context.levels,
      lists: names.lists ? lists : context.lists,
      unsureLevels: [],
    };
  }
  if (context.arrows.length > 0 && (names.years || names.tracks || question.tells)) {
    return {
      ...question,
      arrows: question.arrows.length > 0 ? question.arrows : context.arrows,
      years: names.years ? years : context.years,
      tracks: names.tracks ? tracks : context.tracks,
      tells: question.tells || (!names.tracks && context.tells),
      namesGoalArrow: true,
    };
  }
  if (context.forums.length > 0 && (aspects.length > 0 || forums.length > 0)) {
    return {
      ...question,
      forums: forums.length > 0 ? forums : context.forums,
      aspects: aspects.length > 0 ? aspects : context.aspects,
    };
  }
  return municipalities.length > 0 || question.content.length > 0 ? question : { ...question };
}

/** Pronouns that can only mean what was just talked about: "hvor tit mødes de?", "how often do they meet?". */
export const pointsBack = (text: string) => pointsBackPattern.test(text);

const pointsBackPattern = new RegExp(
  [
    String.raw`\b(de|den|det|dem|deres|dens|dets|der|it)\b\s*\??$`,
    String.raw`\b(mødes|møder|deltager|sidder) (de|man|der)\b`,
    String.raw`\b(they|them|their|theirs)\b`,
    String.raw`\b(do|does|did|is|was|will) (it|this|that)\b`,
  ].join('|'),
  'i',
);
