// Puts a found answer into a language model's words, as far as they pass the checks; the answer without a model stands behind it. Called by domain/dialogue.
import type { Catalog } from '../../knowledge/catalog.ts';
import { numberedPassages } from '../../language/passages.ts';
import { AppError } from '../../lib/errors.ts';
import type { Logger } from '../../lib/logger.ts';
import type { Timers } from '../../lib/timers.ts';
import type { Answer } from '../../model/answer.ts';
import type { LanguageModel } from '../../model/language-model.ts';
import { textsFor } from '../../texts/texts.ts';
import type { ModelBudget } from '../model-budget.ts';
import { wordsAlone } from './claims.ts';
import { answerLength, fitted, mostCitations } from './draft.ts';
import type { Evidence } from './evidence.ts';
import { createGrounding } from './grounding.ts';
import { maskPersonal } from './masking.ts';
import { createSentences } from './sentences.ts';

/** `written`: all of it by the model; `part`: it begins so; `default`: not a word of the model passed; `unavailable`: it could not be asked. */
export type FluentOutcome = 'written' | 'part' | 'default' | 'unavailable';

export interface FluentRequest {
  question: string;
  /** The answer without a model. */
  answer: Answer;
  /** What the model may write from, the best first; never empty. */
  evidence: readonly Evidence[];
  catalog: Catalog;
  /** The last questions and answers, the oldest first. */
  history: readonly { question: string; answer: string }[];
  tenantId: string;
}

export interface FluentAnswers {
  /** @param show told of the text so far, sentence by sentence, each of which has passed. Never rejects. */
  write(request: FluentRequest, show?: (text: string) => void): Promise<Answer>;
}

/** Milliseconds, both attempts and the retries behind them included. */
export const timeLimitMs = 12_000;
const attempts = 2;
/** Characters of an earlier answer that are sent along. */
const longestHistory = 600;
/** Characters of the prompt's own text, and tokens that an answer may have, for the estimate of a call. */
const promptLength = 4_000;
const answerTokens = 900;
const charactersPerToken = 3;

export function createFluentAnswers(parts: {
  model: LanguageModel;
  budget: ModelBudget;
  timers: Timers;
  logger: Logger;
  /** Told of every answer, for the metrics. */
  onOutcome?: (outcome: FluentOutcome) => void;
  /** Aborted when the server stops: answers that are being written end without the model, so that they still get out. */
  stopping?: AbortSignal;
}): FluentAnswers {
  const { model, budget, timers, logger, onOutcome, stopping } = parts;

  async function write(request: FluentRequest, show?: (text: string) => void): Promise<Answer> {
    const deadline = new AbortController();
    const cancel = timers.after(timeLimitMs, () => deadline.abort());
    const page = createPage(request.evidence, show);
    try {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const ended = await attemptToWrite(request, page, deadline.signal);
        if (ended === 'passed') {
          onOutcome?.('written');
          return byModel(request, page.text());
        }
        if (ended === 'nothing') break;
      }
      onOutcome?.(page.text() ? 'part' : 'default');
    } catch (error) {
      // Whatever it is, the user has an answer: without a model.
      logger.warn({ err: error }, 'the language model gave no answer');
      onOutcome?.(page.text() ? 'part' : 'unavailable');
    } finally {
      cancel();
    }
    return page.text() ? joined(request, page.text()) : request.answer;
  }

  /**
   * Says what passes, sentence by sentence, until one does not.
   * @returns `nothing` when the model finds no answer in the evidence. @throws when the model cannot be asked (again).
   */
  async function attemptToWrite(
    { question, answer, evidence, catalog, history, tenantId }: FluentRequest,
    page: Page,
    deadline: AbortSignal,
  ): Promise<'passed' | 'stopped' | 'nothing'> {
    const variables = {
      language: answer.language === 'en' ? 'engelsk' : 'dansk',
      passages: numberedPassages(evidence),
      shown: page.asWritten(),
    };
    const said = history.flatMap(({ question, answer }) => [
      { role: 'user' as const, text: maskPersonal(question, catalog) },
      { role: 'assistant' as const, text: maskPersonal(withoutMarks(answer), catalog).slice(0, longestHistory) },
    ]);
    const length =
      promptLength +
      variables.passages.length +
      variables.shown.length +
      said.reduce((sum, { text }) => sum + text.length, 0);
    const estimate = Math.ceil((length + question.length) / charactersPerToken) + answerTokens;
    const settle = await budget.reserve(tenantId, estimate);
    if (!settle) throw new AppError('model-unavailable', 'the budget of the day is used up');

    const stop = new AbortController();
    const grounding = createGrounding(catalog, evidence);
    const sentences = createSentences();
    page.goOn();
    /** Why the attempt ends here, if it does. */
    const ending = (sentence: string): 'stopped' | 'nothing' | undefined => {
      const problem = sentence.trim() === '' ? undefined : grounding.check(sentence);
      if (problem) {
        logger.info({ problem }, 'a sentence of the language model did not pass');
        return problem === 'no-answer' ? 'nothing' : 'stopped';
      }
      if (page.text().length + sentence.length > answerLength) return 'stopped';
      page.add(sentence);
      return undefined;
    };
    let used = estimate;
    try {
      const pieces = model.write(
        { prompt: 'answer', variables, history: said, input: maskPersonal(question, catalog) },
        {
          signal: AbortSignal.any([deadline, stop.signal, ...(stopping ? [stopping] : [])]),
          onUsage: tokens => {
            used = tokens;
          },
        },
      );
      for await (const piece of pieces) {
        for (const sentence of sentences.push(piece)) {
          const ended = ending(sentence);
          if (ended) return ended;
        }
      }
      const ended = ending(sentences.rest());
      if (ended) return ended;
      const problem = grounding.finish(page.asWritten());
      if (problem) logger.info({ problem }, 'an answer of the language model did not pass');
      return problem ? 'stopped' : 'passed';
    } finally {
      stop.abort();
      await settle(used).catch(error => logger.warn({ err: error }, 'the use of the language model was not counted'));
    }
  }

  return { write };
}

/** The numbers of an earlier answer mean nothing among today's passages. */
const withoutMarks = (text: string) => text.replace(/\s*\[\d+\]/g, '');

/** What the user sees while it is written. */
interface Page {
  /** Leaves out what has been said already. */
  add(sentence: string): void;
  /** Another attempt goes on behind what stands there. */
  goOn(): void;
  /** With the numbers of the answer's sources. */
  text(): string;
  /** With the numbers of the evidence, as the model wrote it. */
  asWritten(): string;
}

/** Evidence may have several sources: all of them stand where it is cited first, the first one after that. */
function createPage(evidence: readonly Evidence[], show?: (text: string) => void): Page {
  let written = '';
  let text = '';
  const cited = new Set<number>();
  const numbered = sourcesOf(evidence);
  const marks = (n: number): string => {
    const own = numbered.flatMap((source, i) => (source.evidence === n ? [`[${i + 1}]`] : []));
    const shown = cited.has(n) ? own.slice(0, 1) : own;
    cited.add(n);
    return shown.join(' ');
  };
  const said = new Set<string>();
  return {
    add: sentence => {
      const words = wordsAlone(sentence).toLowerCase();
      // Two pieces of evidence may say the same, such as the year they are from.
      if (words !== '' && said.has(words)) return;
      said.add(words);
      // What is shown must begin as the whole does.
      const next = written === '' ? sentence.trimStart() : sentence;
      written += next;
      text += next.replace(/\[(\d+)\]/g, (_, n: string) => marks(Number(n)));
      if (sentence.trim() !== '') show?.(text.trimEnd());
    },
    goOn: () => {
      if (written === '' || written.endsWith('\n')) return;
      written = `${written.trimEnd()} `;
      text = `${text.trimEnd()} `;
    },
    text: () => text.trim(),
    asWritten: () => written.trim(),
  };
}

/** The answer's sources in order, each with the number of the evidence that it belongs to. */
const sourcesOf = (evidence: readonly Evidence[]) =>
  evidence.flatMap(({ citation, also }, i) => [citation, ...also].map(source => ({ source, evidence: i + 1 })));

function byModel({ answer, evidence }: FluentRequest, text: string): Answer {
  return { ...answer, text, citations: sourcesOf(evidence).map(({ source }) => source), byModel: true };
}

/** The answer without a model behind what has been shown; its sources are numbered on, as far as Teams takes them. */
function joined(request: FluentRequest, shown: string): Answer {
  const { answer, evidence } = request;
  const before = sourcesOf(evidence).length;
  const renumbered = answer.text.replace(/\s?\[(\d+)\]/g, (_, n: string) =>
    Number(n) + before > mostCitations ? '' : ` [${Number(n) + before}]`,
  );
  const text = fitted([shown, '', ...renumbered.split('\n')], textsFor(answer.language));
  const written = byModel(request, text.length > answerLength ? shown : text);
  return { ...written, citations: [...written.citations, ...answer.citations].slice(0, mostCitations) };
}
