// Says why something could not start, in one line that an operator can act on and that holds no password; used by cli/run.ts.
import { AppError } from '../lib/errors.ts';

/** What a code of the system or (five characters) of PostgreSQL means to the person who starts the server. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'that machine cannot be reached',
  ENETUNREACH: 'that machine cannot be reached',
  ENOTFOUND: 'no machine of that name is known',
  EAI_AGAIN: 'the name could not be looked up',
  ETIMEDOUT: 'no answer came in time',
  EADDRNOTAVAIL: 'HOST is no address of this machine',
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  EROFS: 'it can only be read',
  ENOSPC: 'the disk is full',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is no folder',
  MODULE_NOT_FOUND: 'a package is missing: run npm ci',
  '28000': 'the database does not let this user in',
  '28P01': 'the database does not accept this user and password',
  '3D000': 'there is no database of that name',
  '42501': 'the database gives this user too few rights',
  '53300': 'the database has no free connection',
};

/** Ours and the system's errors as a sentence with the cause's code and message; anything else, a fault of ours, with its stack. */
export function inPlainWords(error: unknown): string {
  return withoutCredentials(sentence(error));
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AppError) {
    if (error.code === 'invalid-knowledge') return `The knowledge files cannot be used:\n${error.message}`;
    return error.cause === undefined ? error.message : `${error.message.replace(/\.$/, '')}: ${reason(error.cause)}.`;
  }
  const code = codeOf(error);
  if (code === undefined) return error.stack ?? error.message;
  return portProblem(code, error) ?? `The assistant cannot run: ${reason(error)}.`;
}

function portProblem(code: string, error: Error): string | undefined {
  if (!('port' in error && 'syscall' in error && error.syscall === 'listen')) return undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${error.port} is in use by another program: stop that one, or set PORT to another number (EADDRINUSE).`;
  }
  if (code === 'EACCES') return `This user may not open port ${error.port}: set PORT to 1024 or more (EACCES).`;
  return undefined;
}

/** Such as `nothing listens there (connect ECONNREFUSED 127.0.0.1:5432)`. */
function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = codeOf(cause);
  // A name with several addresses fails with one error for each and no message of its own.
  const tried = cause instanceof AggregateError ? cause.errors.map(error => (error as Error).message).join('; ') : '';
  const message = (cause.message || tried).split('\n')[0] ?? '';
  if (!code) return message;
  const meaning = meanings[code];
  const coded = message.includes(code) ? message : `${code}: ${message}`;
  return meaning ? `${meaning} (${coded})` : coded;
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** `postgres://user:password@host` loses what stands before the @, whoever wrote it into a message. */
function withoutCredentials(text: string): string {
  return text.replace(/:\/\/[^\s/:]*:\S*@/g, '://');
}
