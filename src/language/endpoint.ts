// Asks an endpoint for an answer and learns which optional parameters it does without; called by language-model.ts for each attempt.
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { ModelSettings } from '../config/config.ts';
import { isStatusError } from './failures.ts';
import type { FilledPrompt } from './prompts.ts';

export interface Endpoint {
  /** @returns the response once its head is there. @throws what the SDK throws. */
  ask(prompt: FilledPrompt, signal: AbortSignal): Promise<Response>;
}

/** What an endpoint or a model may refuse and an answer can do without. */
const optional = [
  'stream_options',
  'temperature',
  'top_p',
  'presence_penalty',
  'frequency_penalty',
  'max_completion_tokens',
  'max_tokens',
] as const;
type Optional = (typeof optional)[number];

/** @param fetch of this machine unless given. */
export function createEndpoint(settings: ModelSettings, fetch?: typeof globalThis.fetch): Endpoint {
  const loaded = import('./client.ts').then(({ createClient }) => createClient(settings, fetch));
  // Said to whoever asks.
  loaded.catch(() => {});
  /** Refused before, when doing without helped. */
  let refused: ReadonlySet<Optional> = new Set();

  return {
    async ask(prompt, signal) {
      const client = await loaded;
      for (let without = refused; ; ) {
        try {
          const body = bodyOf(prompt, settings.model, without);
          // The raw response: the SDK's own reader prints to the console what it cannot read, and knows no unstreamed answer.
          const response = await client.chat.completions.create(body, { signal }).asResponse();
          refused = without;
          return response;
        } catch (error) {
          const named = refusedParameters(error, without);
          if (named.length === 0 || signal.aborted) throw error;
          without = new Set([...without, ...named]);
        }
      }
    },
  };
}

function bodyOf({ messages, completion }: FilledPrompt, model: string, without: ReadonlySet<Optional>) {
  const { temperature, top_p, presence_penalty, frequency_penalty, max_tokens } = completion;
  const wanted: Partial<ChatCompletionCreateParamsStreaming> = {
    stream_options: { include_usage: true },
    temperature,
    // Newer models know only the newer name; most compatible endpoints only the older.
    ...(without.has('max_tokens') ? { max_completion_tokens: max_tokens } : { max_tokens }),
    // What is the protocol's default anyway is not sent.
    ...(top_p === 1 ? {} : { top_p }),
    ...(presence_penalty === 0 ? {} : { presence_penalty }),
    ...(frequency_penalty === 0 ? {} : { frequency_penalty }),
  };
  for (const name of without) delete wanted[name];
  const body: ChatCompletionCreateParamsStreaming = {
    model: completion.model ?? model,
    messages,
    stream: true,
    ...wanted,
  };
  return body;
}

/** Those that a refusal names and that have been sent; where it names none it may be the one that older endpoints do not know. */
function refusedParameters(error: unknown, without: ReadonlySet<Optional>): Optional[] {
  if (!isStatusError(error) || (error.status !== 400 && error.status !== 422)) return [];
  if (error.code === 'content_filter' || error.code === 'context_length_exceeded') return [];
  const words = `${error.param} ${error.message}`;
  const named = optional.filter(name => new RegExp(`\\b${name}\\b`).test(words));
  // Its advice is to use the other name.
  const meant = named.includes('max_tokens') && !without.has('max_tokens') ? ['max_completion_tokens'] : [];
  const left = named.filter(name => !without.has(name) && !meant.includes(name));
  if (named.length > 0) return left;
  return without.has('stream_options') ? [] : ['stream_options'];
}
