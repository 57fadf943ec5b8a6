// From a question to an answer with its sources, without a language model: understand, choose the kind of answer, or say that the documents do not hold it.
// Called by domain/dialogue and by `ask`; the same path for both.
import type { Catalog } from '../../knowledge/catalog.ts';
import { createQuotes } from '../../knowledge/quotes.ts';
import type { Subject } from '../../knowledge/subjects.ts';
import type { Answer } from '../../model/answer.ts';
import type { Language } from '../../model/language.ts';
import { createDraft } from './draft.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { contextOf, leanOn, pointsBack, type QuestionContext, spokenIn } from './follow-up.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { answerSearched } from './searched.ts';
import { answerStructured } from './structured.ts';
import { type Understanding, understand } from './understand.ts';

export interface Answers {
  /**
   * @param language the person's choice; a question in English is answered in English even where that is Danish.
   * @param context what the conversation was about, as an earlier call gave it back.
   * @param now milliseconds since 1970.
   */
  answer(
    question: string,
    options: { language: Language; context?: QuestionContext | undefined; now: number },
  ): Answered;
  /** What a language model may write the answer from, numbered as they stand. */
  evidenceOf(basis: readonly Subject[]): Evidence[];
}

export interface Answered {
  answer: Answer;
  context: QuestionContext;
  /** What a found answer rests on, the best first; none for lists, questions back and honest limits, which stay as they are. */
  basis: readonly Subject[];
}

/** Bound to one catalogue; after an import a new one is made. */
export function createAnswers(catalog: Catalog): Answers {
  const lexicon = createLexicon(catalog);
  const quotes = createQuotes(catalog);
  return {
    answer(text, { language, context, now }) {
      const asked = understand(text, catalog, lexicon);
      const question = recall(leanOn(asked, context, now), context, catalog, lexicon);
      const draft = createDraft(catalog, quotes, spokenIn(asked, context, now) === 'en' ? 'en' : language);
      const answer = answerStructured(catalog, draft, question) ?? answerSearched(catalog, draft, question);
      const basis = answer.abstained ? [] : draft.basis;
      return { answer, context: contextOf(question, answer, now), basis };
    },
    evidenceOf: basis => evidenceOf(catalog, quotes, basis),
  };
}

/** A question that only points back ("hvor tit mødes de?", "og i Glostrup?") is searched together with the one before it. */
function recall(
  question: Understanding,
  context: QuestionContext | undefined,
  catalog: Catalog,
  lexicon: Lexicon,
): Understanding {
  const { levels, forums, years, lists, municipalities } = question;
  const named = levels.length + forums.length + years.length + lists.length > 0;
  const pointing = question.leans || pointsBack(question.text);
  if (!context || named || !pointing || question.content.length > 2) return question;
  const before = understand(context.question, catalog, lexicon);
  if (before.forums.length > 0 && question.aspects.length > 0) return { ...question, forums: before.forums };
  const elsewhere = municipalities.length > 0;
  return {
    ...question,
    query: `${elsewhere ? before.content.map(({ word }) => word).join(' ') : before.query} ${question.query}`,
    subject: [...(elsewhere ? before.content : before.subject), ...question.subject],
    content: [...before.content, ...question.content],
    municipalities: elsewhere ? municipalities : before.municipalities,
  };
}
