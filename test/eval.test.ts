// Holds the level that the answers have reached, on the shipped knowledge: `npm run eval` shows it question by question.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { grade, readQuestions } from '../src/cli/eval/grade.ts';
import { createAnswers } from '../src/domain/answers/answer-question.ts';
import { createCatalog } from '../src/knowledge/catalog.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';

const folder = 'test/eval';
const given = '../shared/eval/questions.jsonl';
/** Share of the house's own questions that must be answered right. */
const ownLevel = 0.8;
const givenLevel = 0.85;
/** Questions that the documents do not answer, answered all the same. */
const mostFalseAnswers = 9;

function gradeAll(files: string[]): { right: number; falseAnswers: number } {
  const answers = createAnswers(createCatalog(loadKnowledge(['knowledge']), []));
  const verdicts = files
    .flatMap(readQuestions)
    .map(question => grade(question, answers.answer(question.q, { language: 'da', now: 0 }).answer));
  const count = (wanted: string) => verdicts.filter(verdict => verdict === wanted).length;
  return { right: count('correct') / verdicts.length, falseAnswers: count('false answer') };
}

test('of the own questions enough are answered right, and few that should not be answered', { timeout: 60_000 }, () => {
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'));
  const { right, falseAnswers } = gradeAll(files.map(name => join(folder, name)));
  expect(right).toBeGreaterThanOrEqual(ownLevel);
  expect(falseAnswers).toBeLessThanOrEqual(mostFalseAnswers);
});

if (!existsSync(given)) console.warn(`NOT TESTED: the given questions, since ${given} is not here`);
test.skipIf(!existsSync(given))('of the given questions enough are answered right', { timeout: 60_000 }, () => {
  expect(gradeAll([given]).right).toBeGreaterThanOrEqual(givenLevel);
});
