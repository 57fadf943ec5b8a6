// The language model behind the port of model/language-model.ts: retries, circuit, count of tokens. Built by app.ts where one is configured.
import { ExponentialBackoff } from 'cockatiel';
import type { ModelSettings } from '../config/config.ts';
import type { Logger } from '../lib/logger.ts';
import { systemTimers, type Timers } from '../lib/timers.ts';
import type { LanguageModel, WriteOptions } from '../model/language-model.ts';
import { type CircuitState, createCircuit } from './circuit.ts';
import { createEndpoint } from './endpoint.ts';
import { failureOf, ModelFailure, unavailable } from './failures.ts';
import type { FilledPrompt, Prompts } from './prompts.ts';
import { readAnswer } from './read-answer.ts';

const attempts = 3;
/** Milliseconds, growing, by chance; whoever asks for more than `longestWaitMs` leaves no time to write in. */
const backoff = new ExponentialBackoff({ initialDelay: 250, maxDelay: 2_000 });
const longestWaitMs = 8_000;
/** Put on top of what an endpoint asks for, so that not everybody comes back at once. */
const spreadMs = 250;
/** How long the count of tokens is waited for once the text is there. */
const usageWaitMs = 1_000;
const charactersPerToken = 3;

export interface LanguageModelParts {
  prompts: Prompts;
  logger: Logger;
  /** Told when the circuit opens and closes, for the metrics. */
  onState?: (state: CircuitState) => void;
  timers?: Timers;
  fetch?: typeof fetch;
}

export function createLanguageModel(settings: ModelSettings, parts: LanguageModelParts): LanguageModel {
  const { prompts, logger, timers = systemTimers } = parts;
  const endpoint = createEndpoint(settings, parts.fetch);
  const circuit = createCircuit(parts);

  async function* write(request: Parameters<LanguageModel['write']>[0], { signal, onUsage }: WriteOptions) {
    const meter = createMeter(prompts.fill(request));
    let end: ((failure?: ModelFailure) => void) | undefined;
    try {
      if (signal.aborted) throw failureOf(undefined, signal);
      end = await circuit.enter(signal);
      yield* persist(meter, signal);
    } catch (error) {
      const failure = failureOf(error, signal);
      end?.(failure);
      throw unavailable(failure);
    } finally {
      // Who stops listening has got what there was.
      end?.();
      onUsage?.(meter.total());
    }
  }

  /** Asks again after failures that may pass, as long as no piece has been passed on. */
  async function* persist(meter: Meter, signal: AbortSignal): AsyncGenerator<string> {
    let delay = backoff.next();
    for (let attempt = 1; ; attempt++) {
      let begun = false;
      try {
        for await (const piece of ask(meter, signal)) {
          begun = true;
          yield piece;
        }
        return;
      } catch (error) {
        const failure = failureOf(error, signal);
        const asked = failure.retryAfterMs;
        const ms = asked === undefined ? delay.duration : asked + Math.random() * spreadMs;
        if (begun || !failure.retryable || attempt === attempts || ms > longestWaitMs) throw failure;
        logger.debug({ attempt, err: failure, waitMs: Math.round(ms) }, 'the language model is asked again');
        delay = delay.next(failure);
        await wait(ms, signal);
      }
    }
  }

  /** One attempt. */
  async function* ask(meter: Meter, signal: AbortSignal): AsyncGenerator<string> {
    const left = new AbortController();
    const either = AbortSignal.any([signal, left.signal]);
    const count = meter.attempt();
    let cancel = () => {};
    let said = false;
    let finished = false;
    try {
      const response = await unlessAborted(endpoint.ask(meter.prompt, either), either);
      count.accepted();
      for await (const event of readAnswer(response)) {
        if (event.kind === 'usage') count.reported(event.tokens);
        else if (event.kind === 'text') {
          said = true;
          count.text(event.text);
          yield event.text;
        } else if (!finished) {
          finished = true;
          cancel = timers.after(usageWaitMs, () => left.abort());
        }
      }
    } catch (error) {
      if (!finished) throw said && !(error instanceof ModelFailure) ? half() : error;
    } finally {
      cancel();
      if (signal.aborted) count.accepted();
      left.abort();
    }
    if (!finished) {
      if (said) throw half();
      throw new ModelFailure('connection', 'the language model broke off before its first word', { retryable: true });
    }
    if (!said) throw new ModelFailure('empty', 'the language model said nothing');
  }

  /** Ends early, and with an error, when the signal is aborted. */
  function wait(ms: number, signal: AbortSignal): Promise<void> {
    let cancel = () => {};
    const over = new Promise<void>(resolve => {
      cancel = timers.after(ms, resolve);
    });
    return unlessAborted(over, signal).finally(() => cancel());
  }

  return { write };
}

const half = () => new ModelFailure('half', 'the language model broke off in the middle');

/** What cannot be stopped is no longer waited for. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

type Meter = ReturnType<typeof createMeter>;

/** Tokens of a call, all its attempts together: as the endpoint counts them, otherwise guessed from the characters. */
function createMeter(prompt: FilledPrompt) {
  const promptLength = prompt.messages.reduce((sum, { content }) => sum + content.length, 0);
  const counts: (() => number)[] = [];
  return {
    prompt,
    total: () => counts.reduce((sum, count) => sum + count(), 0),
    attempt() {
      let length = 0;
      let counted: number | undefined;
      let wasAccepted = false;
      counts.push(() => counted ?? (wasAccepted ? Math.ceil((promptLength + length) / charactersPerToken) : 0));
      return {
        /** The endpoint has taken the prompt, or may have. */
        accepted: () => {
          wasAccepted = true;
        },
        text: (text: string) => {
          length += text.length;
        },
        reported: (tokens: number) => {
          counted = tokens;
        },
      };
    },
  };
}
