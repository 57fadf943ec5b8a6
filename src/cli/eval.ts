// `npm run eval [-- FILE.jsonl …] [--verbose] [--model]`: how many questions of each set are answered right, on the shipped knowledge alone
// and after an import of the documents in ../shared/sources where they are there. The sets of test/eval unless files are named.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config/config.ts';
import { readEnvironment } from '../config/env.ts';
import { answerAlone } from '../domain/dialogue.ts';
import type { Library } from '../domain/library.ts';
import { importDocuments } from '../knowledge/import/import-documents.ts';
import { findLost } from '../knowledge/import/look-up.ts';
import { systemClock } from '../lib/clock.ts';
import { createLogger } from '../lib/logger.ts';
import { type GradedQuestion, grade, readQuestions, type Verdict } from './eval/grade.ts';
import { openCommandLibrary } from './open-library.ts';
import { openModel } from './open-model.ts';

const sources = '../shared/sources';
const given = ['../shared/eval/questions.jsonl'];

const { values, positionals } = parseArgs({
  options: { verbose: { type: 'boolean' }, model: { type: 'boolean' } },
  allowPositionals: true,
});
const own = readdirSync('test/eval')
  .filter(name => name.startsWith('questions-'))
  .map(name => join('test/eval', name));
const files = positionals.length > 0 ? positionals : [...own, ...given].filter(existsSync);

const folder = mkdtempSync(join(tmpdir(), 'lp-eval-'));
// Of the environment only the language model counts: the knowledge is the shipped one, the database a fresh one.
const environment = Object.entries(values.model ? readEnvironment() : {}).filter(([name]) =>
  name.startsWith('LANGUAGE_MODEL'),
);
const config = loadConfig('command', { ...Object.fromEntries(environment), DATA_DIR: folder });
const logger = createLogger('silent');
const { library, store } = await openCommandLibrary(config, logger);
/** What became of the answers that the model was to write. */
const outcomes = new Map<string, number>();
const count = (outcome: string) => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
const fluent = values.model ? openModel(config, logger, count) : undefined;
try {
  for (const file of files) await print(`${basename(file)}, shipped knowledge`, readQuestions(file), library);
  if (existsSync(sources)) {
    await importDocuments({
      db: store.db,
      clock: systemClock,
      knowledge: library.catalog().knowledge,
      paths: [sources],
      findable: findLost,
    });
    await library.refresh();
    for (const file of files) await print(`${basename(file)}, documents imported`, readQuestions(file), library);
  } else {
    console.log(`not shown: after an import, since ${sources} is not here`);
  }
  if (fluent) console.log(`\nthe model: ${[...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', ')}`);
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}

async function print(title: string, questions: GradedQuestion[], library: Library): Promise<void> {
  const graded: { question: GradedQuestion; verdict: Verdict }[] = [];
  for (const question of questions) {
    const answer = await answerAlone({ library, fluent }, question.q, 'da', systemClock.now());
    graded.push({ question, verdict: grade(question, answer) });
  }
  console.log(`\n${title}`);
  const categories = [...new Set(questions.map(({ cat }) => cat))];
  for (const category of categories)
    line(
      category,
      graded.filter(({ question }) => question.cat === category),
    );
  line('TOTAL', graded);
  if (!values.verbose) return;
  for (const { question, verdict } of graded)
    if (verdict !== 'correct') console.log(`  ${verdict}: ${question.id} ${question.q}`);
}

function line(name: string, graded: { verdict: Verdict }[]): void {
  const count = (verdict: Verdict) => graded.filter(one => one.verdict === verdict).length;
  const right = count('correct');
  const share = `${((100 * right) / Math.max(1, graded.length)).toFixed(1)} %`;
  console.log(
    `${name.padEnd(26)}${String(right).padStart(4)} of ${String(graded.length).padStart(3)}${share.padStart(9)}` +
      `   abstained wrongly ${count('wrong abstention')}, answered wrongly ${count('false answer')}`,
  );
}
