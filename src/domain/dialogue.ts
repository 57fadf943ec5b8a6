// A person's questions in a conversation: their language, what was asked before, and what is kept of the answer. Called by turns/.
import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { Answer } from '../model/answer.ts';
import { holdsPersonalNumber } from '../model/personal-number.ts';
import type { Language, Turn } from '../model/turn.ts';
import { loadContext } from '../store/conversations.ts';
import { languageOf, setLanguage } from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { textsFor } from '../texts/texts.ts';
import { contextSchema, type QuestionContext } from './answers/follow-up.ts';
import type { Inbox } from './inbox.ts';
import type { Library } from './library.ts';
import { refusePersonalNumbers } from './privacy.ts';

export interface Dialogue {
  /**
   * Answers and leaves what is to be kept with the turn.
   * @param language the person's choice, as `languageOf` gives it.
   * @throws AppError `personal-number` before anything is stored.
   */
  ask(turn: Turn, question: string, language: Language): Promise<{ answer: Answer; answerId: string }>;
  languageOf(personKey: string): Promise<Language>;
  chooseLanguage(personKey: string, language: Language): Promise<void>;
}

export function createDialogue(parts: {
  db: Db;
  clock: Clock;
  ids: Ids;
  library: Library;
  inbox: Inbox;
  defaultLanguage: Language;
  /** Told of every answer, for the metrics. */
  onAnswer: (abstained: boolean) => void;
}): Dialogue {
  const { db, clock, ids, library, inbox, defaultLanguage, onAnswer } = parts;
  const languageFor = async (personKey: string) => (await languageOf(db, personKey)) ?? defaultLanguage;

  return {
    async ask(turn, question, language) {
      refusePersonalNumbers(question);
      const { conversation, sender } = turn;
      // In a group everybody has a thread of their own: "og færdighederne?" means what the same person asked last.
      const key = `${conversation.id} ${sender.key}`;
      const now = clock.now();
      const given = library
        .answers()
        .answer(question, { language, context: parseContext(await loadContext(db, key)), now: now.getTime() });
      const { answer } = given;
      onAnswer(answer.abstained);
      const answerId = ids.next();
      inbox.leave(turn, {
        context: { key, value: given.context },
        answer: {
          id: answerId,
          conversationId: conversation.id,
          personKey: sender.key,
          question,
          answer: answer.text,
          citations: answer.citations,
          abstained: answer.abstained,
          language: answer.language,
          at: now,
        },
      });
      return { answer, answerId };
    },
    languageOf: languageFor,
    chooseLanguage: (personKey, language) => setLanguage(db, personKey, language, clock.now()),
  };
}

/** A question outside any conversation, for the command line: the same answer, and nothing is kept. */
export function answerAlone(library: Library, question: string, language: Language, now: Date): Answer {
  if (holdsPersonalNumber(question)) {
    const text = textsFor(language).errors['personal-number'];
    return { text, citations: [], abstained: true, language, choices: [] };
  }
  return library.answers().answer(question, { language, now: now.getTime() }).answer;
}

/** A context of an earlier version is forgotten, not an error. */
function parseContext(value: unknown): QuestionContext | undefined {
  const parsed = contextSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
