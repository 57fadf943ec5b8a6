// Joins the language model with the server that stands in for an endpoint; waits pass at once and are recorded.
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { ModelSettings } from '../../src/config/config.ts';
import { createLanguageModel, type LanguageModelParts } from '../../src/language/language-model.ts';
import { readPrompts } from '../../src/language/prompts.ts';
import { AppError } from '../../src/lib/errors.ts';
import { createLogger } from '../../src/lib/logger.ts';
import type { Timers } from '../../src/lib/timers.ts';
import { type Behaviour, type ModelServer, startModelServer } from '../support/model-server.ts';

export const question = 'Hvem sidder med i FRO?';
export const passage = 'I FRO sidder rådmanden og direktøren.';
export const request = {
  prompt: 'answer',
  variables: { language: 'dansk', passages: `[1] ${passage}`, shown: '' },
  history: [],
  input: question,
};

export interface Asked {
  text: string;
  /** What came with each piece. */
  pieces: string[];
  error?: AppError;
  /** Each time that it was told. */
  usage: number[];
}

export interface Asker {
  server: ModelServer;
  /** Milliseconds, in order. */
  waits: number[];
  states: string[];
  /** Everything that was logged, as one text. */
  log(): string;
  ask(options?: { signal?: AbortSignal; leaveAfter?: number }): Promise<Asked>;
}

export async function startAsker(
  script: Behaviour[],
  options: { settings?: (server: ModelServer) => ModelSettings; timers?: Timers; fetch?: typeof fetch } = {},
): Promise<Asker> {
  const server = await startModelServer(...script);
  onTestFinished(server.close);
  const waits: number[] = [];
  const states: string[] = [];
  let log = '';
  const destination = new Writable({
    write(line, _, done) {
      log += line;
      done();
    },
  });
  const parts: LanguageModelParts = {
    prompts: readPrompts(),
    logger: createLogger('trace', { destination }),
    onState: state => states.push(state),
    timers: options.timers ?? atOnce(waits),
    ...(options.fetch ? { fetch: options.fetch } : {}),
  };
  const settings = options.settings ?? compatible;
  const model = createLanguageModel(settings(server), parts);

  async function ask({ signal = new AbortController().signal, leaveAfter = Number.POSITIVE_INFINITY } = {}) {
    const asked: Asked = { text: '', pieces: [], usage: [] };
    try {
      for await (const piece of model.write(request, { signal, onUsage: tokens => asked.usage.push(tokens) })) {
        asked.pieces.push(piece);
        asked.text += piece;
        if (asked.pieces.length >= leaveAfter) break;
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      asked.error = error;
    }
    return asked;
  }
  return { server, waits, states, log: () => log, ask };
}

export const compatible = ({ url }: ModelServer): ModelSettings => ({
  provider: 'compatible',
  model: 'test-model',
  endpoint: url,
  dailyTokens: 1_000,
});

/** What waits for a retry goes on at once; what waits for something that never comes (1 s) waits on. */
function atOnce(waits: number[]): Timers {
  return {
    after: (ms, run) => {
      if (ms === 1_000) return () => {};
      waits.push(ms);
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    },
  };
}
