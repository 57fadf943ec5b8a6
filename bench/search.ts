// How long a search, and a whole answer, takes at 5,000 passages beside the shipped knowledge; called by bench/measure.ts.
import { fileURLToPath } from 'node:url';
import { createAnswers } from '../src/domain/answers/answer-question.ts';
import { createCatalog } from '../src/knowledge/catalog.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import type { Passage } from '../src/model/passage.ts';
import { type Figures, median, percentile } from './figures.ts';

const passageCount = 5_000;
const documentCount = 50;
const questionCount = 500;
/** As many as the answers ask the search for. */
const wanted = 40;

export function measureSearch(): Figures {
  const knowledge = loadKnowledge([fileURLToPath(new URL('../knowledge', import.meta.url))]);
  const begun = performance.now();
  const catalog = createCatalog(knowledge, inventPassages(knowledge));
  const built = performance.now() - begun;
  const answers = createAnswers(catalog);
  const questions = spread(
    knowledge.facts.flatMap(({ asked }) => asked),
    questionCount,
  );
  const search = (question: string) => void catalog.search(question, wanted);
  const answer = (question: string) => void answers.answer(question, { language: 'da', now: Date.now() });
  questions.forEach(search);
  const searches = questions.map(question => timed(question, search));
  questions.forEach(answer);
  const whole = questions.map(question => timed(question, answer));
  return {
    'search.p50_ms_5000': median(searches),
    'search.p99_ms_5000': percentile(searches, 0.99),
    'search.answer_p50_ms_5000': median(whole),
    'search.answer_p99_ms_5000': percentile(whole, 0.99),
    'search.build_ms_5000': built,
  };
}

function timed(question: string, work: (question: string) => void): number {
  const begun = performance.now();
  work(question);
  return performance.now() - begun;
}

/** Every n-th, so that all topics are asked about. */
function spread<T>(all: readonly T[], count: number): T[] {
  if (all.length < count) throw new Error(`${count} are needed, there are ${all.length}.`);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] as T);
}

/** Runs of words from the knowledge files, put together by chance that is the same each time: Danish to the index, no document's text. */
function inventPassages(knowledge: Knowledge): Passage[] {
  const texts = knowledge.facts.map(({ text, points }) => [text, ...points].join(' ').split(/\s+/));
  const chance = createChance(1);
  const run = () => {
    const words = texts[Math.floor(chance() * texts.length)] ?? [];
    const from = Math.floor(chance() * words.length);
    return words.slice(from, from + 4 + Math.floor(chance() * 8)).join(' ');
  };
  const runs = (count: number) => Array.from({ length: count }, run).join(' ');
  return Array.from({ length: passageCount }, (_, i) => ({
    document: `dokument-${i % documentCount}`,
    ordinal: Math.floor(i / documentCount),
    section: runs(1),
    kind: 'text',
    text: `${runs(5)}.\n${runs(5)}.`,
    ties: {},
  }));
}

/** Numbers from 0 to 1 that only look like chance (mulberry32). */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
