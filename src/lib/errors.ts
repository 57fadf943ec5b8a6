// The one error type with a code that users' texts are written for; thrown on every floor, caught at each entrance.

/** Codes that have a Danish and an English sentence in texts/. */
export type ErrorCode =
  | 'internal'
  | 'invalid-input'
  | 'invalid-configuration'
  | 'invalid-knowledge'
  | 'unreadable-document'
  | 'unknown-document'
  | 'unknown-answer'
  | 'database-busy'
  | 'database-unreachable'
  | 'model-unavailable'
  | 'card-outdated'
  | 'text-too-long'
  | 'personal-number';

/** An error the user can be told about by `code`; `message` and `cause` are for the log only. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}
