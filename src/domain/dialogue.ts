// A person's questions in a conversation: their language, what was asked before, and what is kept of the answer. Called by turns/.
import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { Answer } from '../model/answer.ts';
import { holdsPersonalNumber } from '../model/personal-number.ts';
import type { Language, Turn } from '../model/turn.ts';
import { recentAnswers } from '../store/answers.ts';
import { loadContext } from '../store/conversations.ts';
import { languageOf, setLanguage } from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { textsFor } from '../texts/texts.ts';
import type { Answered } from './answers/answer-question.ts';
import type { FluentAnswers, FluentRequest } from './answers/fluent.ts';
import { contextSchema, type QuestionContext } from './answers/follow-up.ts';
import type { Inbox } from './inbox.ts';
import type { Library } from './library.ts';
import { refusePersonalNumbers } from './privacy.ts';

export interface Asked {
  answer: Answer;
  answerId: string;
  /** There where a language model may put the answer into words of its own; what is kept of the turn then waits for it. */
  rewrite?: (show?: (text: string) => void) => Promise<Answer>;
}

export interface Dialogue {
  /**
   * Answers and leaves what is to be kept with the turn.
   * @param language the person's choice, as `languageOf` gives it.
   * @throws AppError `personal-number` before anything is stored.
   */
  ask(turn: Turn, question: string, language: Language, options?: { fluently: boolean }): Promise<Asked>;
  languageOf(personKey: string): Promise<Language>;
  chooseLanguage(personKey: string, language: Language): Promise<void>;
}

/** So much of a conversation is sent along to a language model: the last turns, and none older than half an hour. */
const historyTurns = 2;
const historyMs = 30 * 60 * 1_000;

export function createDialogue(parts: {
  db: Db;
  clock: Clock;
  ids: Ids;
  library: Library;
  inbox: Inbox;
  /** Where a language model is configured. */
  fluent?: FluentAnswers | undefined;
  defaultLanguage: Language;
  /** Told of every answer, for the metrics. */
  onAnswer: (abstained: boolean) => void;
}): Dialogue {
  const { db, clock, ids, library, inbox, fluent, defaultLanguage, onAnswer } = parts;
  const languageFor = async (personKey: string) => (await languageOf(db, personKey)) ?? defaultLanguage;

  return {
    async ask(turn, question, language, { fluently } = { fluently: false }) {
      refusePersonalNumbers(question);
      const { conversation, sender } = turn;
      // In a group everybody has a thread of their own: "og færdighederne?" means what the same person asked last.
      const key = `${conversation.id} ${sender.key}`;
      const now = clock.now();
      const given = library.answers().answer(question, {
        language,
        context: parseContext(await loadContext(db, key)),
        now: now.getTime(),
      });
      const { answer, context, basis } = given;
      onAnswer(answer.abstained);
      const answerId = ids.next();
      const thread = { conversationId: conversation.id, personKey: sender.key };
      const leave = ({ text, citations, abstained, language }: Answer) =>
        inbox.leave(turn, {
          context: { key, value: context },
          answer: { id: answerId, ...thread, question, answer: text, citations, abstained, language, at: now },
        });
      if (!fluent || !fluently || basis.length === 0) {
        leave(answer);
        return { answer, answerId };
      }
      return {
        answer,
        answerId,
        rewrite: async show => {
          const since = new Date(now.getTime() - historyMs);
          // The answer is there: a database that fails must not take it away.
          const recent = await recentAnswers(db, { ...thread, since, most: historyTurns }).catch(() => []);
          const { tenantId } = conversation;
          const written = await rewrite(
            { library, fluent },
            given,
            { question, history: recent.reverse(), tenantId },
            show,
          );
          leave(written);
          return written;
        },
      };
    },
    languageOf: languageFor,
    chooseLanguage: (personKey, language) => setLanguage(db, personKey, language, clock.now()),
  };
}

/** A question outside any conversation, for the command line: the same answer, and nothing is kept. */
export async function answerAlone(
  { library, fluent }: { library: Library; fluent?: FluentAnswers | undefined },
  question: string,
  language: Language,
  now: Date,
): Promise<Answer> {
  if (holdsPersonalNumber(question)) {
    const text = textsFor(language).errors['personal-number'];
    return { text, citations: [], abstained: true, language, choices: [] };
  }
  const given = library.answers().answer(question, { language, now: now.getTime() });
  return fluent ? rewrite({ library, fluent }, given, { question, history: [], tenantId: '' }) : given.answer;
}

/** The answer in a model's words; as it is where nothing is left that a model may be shown. */
async function rewrite(
  { library, fluent }: { library: Library; fluent: FluentAnswers },
  { answer, basis }: Answered,
  asked: Pick<FluentRequest, 'question' | 'history' | 'tenantId'>,
  show?: (text: string) => void,
): Promise<Answer> {
  const evidence = library.answers().evidenceOf(basis);
  if (evidence.length === 0) return answer;
  return fluent.write({ ...asked, answer, evidence, catalog: library.catalog() }, show);
}

/** A context of an earlier version is forgotten, not an error. */
function parseContext(value: unknown): QuestionContext | undefined {
  const parsed = contextSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
