// A language model's words are never worse than the answer without one, whether it is honest or lies; measured on all question sets.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFluent } from '../src/app.ts';
import { grade, readQuestions } from '../src/cli/eval/grade.ts';
import { answerAlone } from '../src/domain/dialogue.ts';
import { openLibrary } from '../src/domain/library.ts';
import { unlimitedBudget } from '../src/domain/model-budget.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { systemClock } from '../src/lib/clock.ts';
import { createLogger } from '../src/lib/logger.ts';
import { systemTimers } from '../src/lib/timers.ts';
import { openStore } from '../src/store/open.ts';
import { testConfig } from './support/app.ts';
import { temporaryFolder } from './support/databases.ts';
import { answer, honest, liar, startModelServer } from './support/model-server.ts';

const given = '../shared/eval/questions.jsonl';
const files = [
  ...readdirSync('test/eval')
    .filter(name => name.startsWith('questions-'))
    .map(name => join('test/eval', name)),
  ...(existsSync(given) ? [given] : []),
];

test.each([
  ['honest', honest],
  ['lying', liar],
])(
  'with a model that is %s as many questions of each set are answered right as without',
  { timeout: 120_000 },
  async (_, speaks) => {
    const server = await startModelServer(answer(speaks));
    onTestFinished(() => server.close());
    const folder = temporaryFolder();
    const store = await openStore({ dataDir: folder });
    onTestFinished(() => store.close());
    const logger = createLogger('silent');
    const library = await openLibrary({ db: store.db, knowledge: loadKnowledge(['knowledge']), logger });
    const model = {
      provider: 'compatible',
      model: 'stand-in',
      endpoint: server.url,
      dailyTokens: 100_000_000,
    } as const;
    const config = { ...testConfig(folder), model };
    const fluent = createFluent(config, { budget: () => unlimitedBudget, timers: systemTimers, logger });
    for (const file of files) {
      const right = { without: 0, with: 0 };
      let written = 0;
      for (const question of readQuestions(file)) {
        const now = systemClock.now();
        const plain = await answerAlone({ library }, question.q, 'da', now);
        const said = await answerAlone({ library, fluent }, question.q, 'da', now);
        if (grade(question, plain) === 'correct') right.without += 1;
        if (grade(question, said) === 'correct') right.with += 1;
        if (said.byModel) written += 1;
      }
      expect(right.with, file).toBeGreaterThanOrEqual(right.without);
      if (speaks === honest) expect(written, file).toBeGreaterThan(0);
    }
  },
);
