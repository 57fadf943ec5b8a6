// What can go wrong with a language model, in words that hold nothing of the prompt or the answer; used throughout language/.
import type { APIError } from 'openai';
import { AppError } from '../lib/errors.ts';

/**
 * `connection`: it could not be reached or broke off before the first piece; `status`: it answered with an error; `refused`: a
 * filter or the model itself would not; `empty`: it ended without a word; `half`: it broke off; `unreadable`: it does not speak
 * the protocol; `late`: the time was up; `circuit-open`: it was not asked, since it has failed too often; `identity`: the
 * server's identity got no token.
 */
export type FailureCode =
  | 'connection'
  | 'status'
  | 'refused'
  | 'empty'
  | 'half'
  | 'unreadable'
  | 'late'
  | 'circuit-open'
  | 'identity';

export class ModelFailure extends Error {
  readonly code: FailureCode;
  /** Whether another attempt may help, as long as nothing has been passed on. */
  readonly retryable: boolean;
  /** How long the endpoint asks to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(code: FailureCode, message: string, options: { retryable?: boolean; retryAfterMs?: number } = {}) {
    super(message);
    this.name = 'ModelFailure';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The one error that leaves language/. */
export function unavailable(failure: ModelFailure): AppError {
  return new AppError('model-unavailable', failure.message, { cause: failure });
}

/** Of whatever was thrown while the model was asked or read; errors of the SDK quote the endpoint, which may quote the prompt. */
export function failureOf(error: unknown, signal: AbortSignal): ModelFailure {
  if (signal.aborted) return new ModelFailure('late', 'the language model was not done when the time was up');
  if (error instanceof ModelFailure) return error;
  if (isStatusError(error)) return statusFailure(error);
  const reason = systemCode(error);
  const message = `the language model could not be reached${reason ? ` (${reason})` : ''}`;
  return new ModelFailure('connection', message, { retryable: true });
}

/** The SDK's error for an answer with a status; known by its look, so that only client.ts loads the SDK. */
export const isStatusError = (error: unknown): error is APIError & { status: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number';

function statusFailure({ status, code, type, param, headers }: APIError & { status: number }): ModelFailure {
  if (code === 'content_filter') return refusedBy('a filter before the model');
  const words = [...new Set([code, type, param])].filter(isPlainWord).join(' ');
  const retryAfterMs = retryAfter(headers);
  return new ModelFailure('status', `the language model's endpoint answered ${status}${words ? ` (${words})` : ''}`, {
    // Who has nothing left to spend is not helped by asking again.
    retryable: (status === 408 || status === 429 || status >= 500) && code !== 'insufficient_quota',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

export const refusedBy = (whom: string): ModelFailure => new ModelFailure('refused', `refused by ${whom}`);

/** What the protocol itself calls things; anything longer may be a quotation. */
const isPlainWord = (word: unknown): boolean => typeof word === 'string' && /^[\w.[\]-]{1,60}$/.test(word);

/** Milliseconds, from `Retry-After` in seconds or as a date, or Azure's `retry-after-ms`. */
function retryAfter(headers: APIError['headers']): number | undefined {
  const ms = Number.parseFloat(headers?.['retry-after-ms'] ?? '');
  if (ms >= 0) return ms;
  const value = headers?.['retry-after'] ?? '';
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number.parseFloat(value) : Number.NaN;
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** `ECONNREFUSED` and the like, from the depths where the SDK and fetch put it. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(error.code)) return error.code;
  return systemCode(error.cause);
}
