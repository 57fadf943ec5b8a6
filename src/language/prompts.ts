// Reads the prompt folders (prompts/<name>/skprompt.txt and config.json, as teams-ai has them), checks them at the start and fills them. Called by app.ts.
// teams-ai's own PromptManager is not used: it needs a TurnContext to fill a prompt, and what is wrong with one it passes over or says mid-turn.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import type { ModelRequest } from '../model/language-model.ts';

/** The placeholders (`{{$name}}`) that each prompt must have, and no others. */
const placeholders = { answer: ['language', 'passages', 'shown'] } as const;
type PromptName = keyof typeof placeholders;
const names = Object.keys(placeholders) as PromptName[];

/** Strict: a key that is misspelt or that nobody here reads would have no effect. */
const configSchema = z.strictObject({
  schema: z.literal(1.1),
  description: z.string().optional(),
  type: z.literal('completion'),
  completion: z.strictObject({
    /** In place of the configured model. */
    model: z.string().min(1).optional(),
    completion_type: z.literal('chat'),
    include_history: z.boolean(),
    include_input: z.boolean(),
    max_tokens: z.number().int().min(1).max(16_000),
    temperature: z.number().min(0).max(2),
    top_p: z.number().gt(0).max(1),
    presence_penalty: z.number().min(-2).max(2).default(0),
    frequency_penalty: z.number().min(-2).max(2).default(0),
  }),
});

export type Completion = z.infer<typeof configSchema>['completion'];

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface FilledPrompt {
  /** The prompt, what was said before, the person's words: as the prompt's `include_…` want it. */
  messages: Message[];
  completion: Completion;
}

export interface Prompts {
  /** @throws Error for a prompt that does not exist, a variable that is missing or one that has no place. */
  fill(request: ModelRequest): FilledPrompt;
}

/**
 * @param folder the shipped `prompts/` unless given.
 * @throws AppError `invalid-configuration` whose message lists every problem, one a line, with the file's path.
 */
export function readPrompts(folder = fileURLToPath(new URL('../../prompts', import.meta.url))): Prompts {
  const problems: string[] = [];
  const attempt = <T>(path: string, read: (text: string) => T): T | undefined => {
    try {
      return read(readFileSync(path, 'utf8'));
    } catch (error) {
      problems.push(`${path}: ${whatIsWrong(error)}.`);
      return undefined;
    }
  };
  const prompts = new Map<string, { text: string; completion: Completion }>();
  for (const name of names) {
    const text = attempt(join(folder, name, 'skprompt.txt'), raw => checkText(raw, placeholders[name]));
    const config = attempt(join(folder, name, 'config.json'), raw => configSchema.parse(JSON.parse(raw)));
    if (text !== undefined && config) prompts.set(name, { text, completion: config.completion });
  }
  for (const name of foldersIn(folder).filter(name => !(name in placeholders))) {
    problems.push(`${join(folder, name)}: there is no use for a prompt of this name.`);
  }
  if (problems.length > 0) throw new AppError('invalid-configuration', problems.join('\n'));

  return {
    fill({ prompt: name, variables, history, input }) {
      const prompt = prompts.get(name);
      if (!prompt) throw new Error(`there is no prompt ${name}`);
      const { text, completion } = prompt;
      const said = completion.include_history ? history : [];
      return {
        completion,
        messages: [
          { role: 'system', content: fillText(text, variables) },
          ...said.map(({ role, text }) => ({ role, content: harmless(text) })),
          ...(completion.include_input ? [{ role: 'user' as const, content: harmless(input) }] : []),
        ],
      };
    },
  };
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    // That it is missing is said of each prompt.
    return [];
  }
}

/** @throws Error unless the text has each of the placeholders and nothing else in double braces. */
function checkText(raw: string, expected: readonly string[]): string {
  const text = raw.replace(/\r\n/g, '\n').trim();
  const found = [...text.matchAll(/\{\{\$(\w+)\}\}/g)].map(match => match[1] ?? '');
  const missing = expected.filter(name => !found.includes(name));
  const unknown = found.filter(name => !expected.includes(name));
  if (missing.length > 0) throw new Error(`it lacks ${missing.map(name => `{{$${name}}}`).join(', ')}`);
  if (unknown.length > 0) throw new Error(`nothing fills ${unknown.map(name => `{{$${name}}}`).join(', ')}`);
  if (/\{\{|\}\}/.test(text.replace(/\{\{\$\w+\}\}/g, '')))
    throw new Error('only {{$name}} may stand in double braces');
  return text;
}

function whatIsWrong(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; ');
  }
  if (error instanceof Error && 'code' in error) return `it cannot be read (${error.code})`;
  if (error instanceof SyntaxError) return `it is not JSON (${error.message})`;
  return error instanceof Error ? error.message : String(error);
}

function fillText(text: string, variables: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const filled = text.replace(/\{\{\$(\w+)\}\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`the prompt's variable ${name} is not given`);
    used.add(name);
    return harmless(value);
  });
  const superfluous = Object.keys(variables).filter(name => !used.has(name));
  if (superfluous.length > 0) throw new Error(`the prompt has no place for ${superfluous.join(', ')}`);
  return filled;
}

/**
 * Without what could end a block of the prompt (`<<<`, `>>>`), begin a turn of the conversation where an endpoint reads its
 * own marks in texts (`<|im_start|>`), or stand there unseen.
 */
function harmless(text: string): string {
  return text
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/<{3,}|>{3,}/g, marks => (marks.startsWith('<') ? '‹' : '›').repeat(marks.length))
    .replace(/<\|/g, '‹|')
    .replace(/\|>/g, '|›');
}
