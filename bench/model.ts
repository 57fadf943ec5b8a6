// What the checks of a language model's answer cost, and how soon its first sentence is shown; called by bench/measure.ts.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Answers, createAnswers } from '../src/domain/answers/answer-question.ts';
import type { Evidence } from '../src/domain/answers/evidence.ts';
import { createFluentAnswers } from '../src/domain/answers/fluent.ts';
import { createGrounding } from '../src/domain/answers/grounding.ts';
import { type Catalog, createCatalog } from '../src/knowledge/catalog.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createLanguageModel } from '../src/language/language-model.ts';
import { readPrompts } from '../src/language/prompts.ts';
import { createLogger } from '../src/lib/logger.ts';
import { systemTimers } from '../src/lib/timers.ts';
import type { Answer } from '../src/model/answer.ts';
import { type Figures, median, percentile } from './figures.ts';

const checkedAnswers = 400;
const streamedAnswers = 60;

interface Case {
  question: string;
  answer: Answer;
  evidence: Evidence[];
  /** What an honest model says: the evidence's own sentences. */
  sentences: string[];
}

export async function measureModel(): Promise<Figures> {
  const knowledge = loadKnowledge([fileURLToPath(new URL('../knowledge', import.meta.url))]);
  const catalog = createCatalog(knowledge, []);
  const cases = casesOf(
    createAnswers(catalog),
    knowledge.facts.flatMap(({ asked }) => asked.slice(0, 1)),
  );
  for (const one of cases) check(catalog, one);
  const checks = cases.slice(0, checkedAnswers).map(one => {
    const begun = performance.now();
    check(catalog, one);
    return performance.now() - begun;
  });
  const firsts = await firstSentences(catalog, cases.slice(0, streamedAnswers));
  return {
    'model.check_p50_ms': median(checks),
    'model.check_p99_ms': percentile(checks, 0.99),
    'model.first_ms': percentile(firsts, 0.99),
    'model.first_p50_ms': median(firsts),
  };
}

function casesOf(answers: Answers, questions: string[]): Case[] {
  return questions.flatMap(question => {
    const { answer, basis } = answers.answer(question, { language: 'da', now: 0 });
    if (basis.length === 0) return [];
    const evidence = answers.evidenceOf(basis);
    const sentences = evidence.flatMap(({ text }, i) =>
      [...text.matchAll(/[^.\n]+\./g)].slice(0, 4).map(([sentence]) => `${sentence.trim().slice(0, -1)} [${i + 1}].`),
    );
    return sentences.length > 1 ? [{ question, answer, evidence, sentences }] : [];
  });
}

/** All that is done to an answer, the preparation of its evidence included. */
function check(catalog: Catalog, { evidence, sentences }: Case): void {
  const grounding = createGrounding(catalog, evidence);
  for (const sentence of sentences) grounding.check(sentence);
  grounding.finish(sentences.join(' '));
}

/** Milliseconds from the endpoint having finished the first sentence (the next one has begun) to its being shown. */
async function firstSentences(catalog: Catalog, cases: Case[]): Promise<number[]> {
  let current: Case | undefined;
  let finished = 0;
  const endpoint = createServer((request, response) => {
    request.resume().once('end', async () => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      for (const sentence of current?.sentences ?? []) {
        for (const word of `${sentence} `.match(/\S+\s*/g) ?? []) await piece(response, word);
        finished ||= performance.now();
      }
      response.end(`${event({}, 'stop')}data: [DONE]\n\n`);
    });
  });
  await new Promise<void>(resolve => endpoint.listen(0, '127.0.0.1', resolve));
  const logger = createLogger('silent');
  const model = createLanguageModel(
    {
      provider: 'compatible',
      model: 'bench',
      endpoint: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1`,
      dailyTokens: 1,
    },
    { prompts: readPrompts(), logger },
  );
  const fluent = createFluentAnswers({ model, budget: unlimited, timers: systemTimers, logger });
  const times: number[] = [];
  // The first call loads the client and is not timed.
  for (const one of cases.slice(0, 1).concat(cases)) {
    [current, finished] = [one, 0];
    let shown: number | undefined;
    const { question, answer, evidence } = one;
    await fluent.write({ question, answer, evidence, catalog, history: [], tenantId: '' }, () => {
      shown ??= performance.now();
    });
    // A sentence of the knowledge that the splitter or the checks take for something else shows nothing to time.
    if (shown !== undefined && finished > 0) times.push(Math.max(0, shown - finished));
  }
  times.shift();
  endpoint.closeAllConnections();
  await new Promise(resolve => endpoint.close(resolve));
  if (times.length < cases.length / 2)
    throw new Error(`Only ${times.length} of ${cases.length} first sentences were shown.`);
  return times;
}

const unlimited = { reserve: async () => async () => {} };

const event = (delta: { content?: string }, finish_reason: string | null = null) =>
  `data: ${JSON.stringify({ id: 'bench', object: 'chat.completion.chunk', created: 0, model: 'bench', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;

/** As a model does: a word at a time, each in a packet of its own. */
async function piece(response: ServerResponse, content: string): Promise<void> {
  response.write(event({ content }));
  await new Promise(resolve => setImmediate(resolve));
}
