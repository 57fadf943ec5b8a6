// Grades answers against question sets whose lines say which documents and which key words a right answer has. Used by `npm run eval` and its test.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Answer } from '../../model/answer.ts';

/** A question with what a right answer must hold: `nuggets` are lists of alternative regular expressions, `min` of them must match. */
const questionSchema = z.object({
  id: z.string(),
  q: z.string(),
  cat: z.string(),
  docs: z.array(z.string()),
  nuggets: z.array(z.array(z.string()).min(1)),
  min: z.number().int().nonnegative(),
  abstain: z.boolean(),
});
export type GradedQuestion = z.infer<typeof questionSchema>;

export type Verdict = 'correct' | 'wrong' | 'wrong abstention' | 'false answer';

const chatLength = 2500;

/** @throws ZodError or SyntaxError for a line that is not a question. */
export function readQuestions(file: string): GradedQuestion[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');
  return lines.map(line => questionSchema.parse(JSON.parse(line)));
}

/** Right when it abstains where it should; otherwise it cites a right document, holds enough nuggets and fits a chat. */
export function grade(question: GradedQuestion, { text, citations, abstained }: Answer): Verdict {
  if (question.abstain) return abstained ? 'correct' : 'false answer';
  if (abstained) return 'wrong abstention';
  const said = evened(text);
  const found = question.nuggets.filter(nugget => nugget.some(source => new RegExp(source, 'iu').test(said))).length;
  const cited = citations.some(({ document }) => question.docs.includes(document));
  return cited && found >= question.min && said.length <= chatLength ? 'correct' : 'wrong';
}

/** Markup, dashes and odd spaces must not hide a key word. */
function evened(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B*_`]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ');
}
