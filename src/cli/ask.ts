// `npm run --silent ask -- [--model] "spørgsmål"` and `-- [--model] --batch FILE.jsonl`: answers as the bot would, without storing anything.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadConfig } from '../config/config.ts';
import { readEnvironment } from '../config/env.ts';
import type { FluentOutcome } from '../domain/answers/fluent.ts';
import { answerAlone } from '../domain/dialogue.ts';
import { systemClock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import { createLogger } from '../lib/logger.ts';
import type { Answer } from '../model/answer.ts';
import { textsFor } from '../texts/texts.ts';
import { openCommandLibrary } from './open-library.ts';
import { openModel } from './open-model.ts';

const usage =
  'Brug: npm run --silent ask -- "spørgsmål"   eller   npm run --silent ask -- --batch FIL.jsonl   (med --model: i sprogmodellens ord)';
const lineSchema = z.object({ id: z.string().min(1), q: z.string() });

try {
  await main();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { batch, question, model } = readArguments();
  const questions = batch === undefined ? [] : readBatch(batch);
  const config = loadConfig('command', readEnvironment());
  const logger = createLogger('silent');
  const { library, store } = await openCommandLibrary(config, logger);
  const fluent = model ? openModel(config, logger, warnWithout) : undefined;
  const ask = (text: string) => answerAlone({ library, fluent }, text, config.language, systemClock.now());
  try {
    if (question !== undefined) console.log(withSources(await ask(question)));
    for (const { id, q } of questions) {
      const begun = performance.now();
      const { text, citations, abstained } = await ask(q);
      const ms = Math.round((performance.now() - begun) * 1000) / 1000;
      const cited = citations.map(({ document, section, quote }) => ({ document, section, quote }));
      console.log(JSON.stringify({ id, answer: text, citations: cited, abstained, ms }));
    }
  } finally {
    await store.close();
  }
}

/** Beside the answers: they look the same with and without the model. */
function warnWithout(outcome: FluentOutcome): void {
  if (outcome === 'unavailable') console.error('Sprogmodellen kunne ikke spørges: svaret er uden model.');
}

/** The numbers in the text, spelt out: a terminal has no citations to open. */
function withSources({ text, citations, language }: Answer): string {
  const cited = citations.map(({ title, section }, i) => `[${i + 1}] ${title}, ${section}`);
  return cited.length > 0 ? `${text}\n\n${textsFor(language).teams.sources}:\n${cited.join('\n')}` : text;
}

function readArguments(): { batch?: string; question?: string; model: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { batch: { type: 'string' }, model: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const { batch, model } = values;
    if (batch !== undefined && positionals.length === 0) return { batch, model };
    if (batch === undefined && positionals.length > 0) return { question: positionals.join(' '), model };
  } catch {
    // An unknown option: the usage below says what is known.
  }
  throw new AppError('invalid-input', usage);
}

/** @throws AppError `invalid-input` naming every line that is not `{id, q}`; then nothing is answered. */
function readBatch(file: string): z.infer<typeof lineSchema>[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('invalid-input', `${file} kan ikke læses: ${(error as Error).message}`);
  }
  const problems: string[] = [];
  const questions = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const parsed = lineSchema.safeParse(parseJson(line));
      if (parsed.success) return [parsed.data];
      problems.push(`${file}, linje ${i + 1}: skal være {"id": "…", "q": "…"}`);
      return [];
    });
  if (problems.length > 0) throw new AppError('invalid-input', problems.join('\n'));
  return questions;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
