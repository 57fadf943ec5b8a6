// Structured logs (pino) that cannot carry what people wrote or who they are; built in app.ts and the commands.
import { type Bindings, type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

export type { Logger } from 'pino';
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Keys (lower case, letters only) whose values never reach the log, at whatever depth. */
const privateKeys = new Set(
  `text name givenname surname displayname email mail upn userprincipalname userprinciplename comment question answer
   quote citations summary speak value attachments password privatekey databaseurl authorization`.split(/\s+/),
);
const redacted = '[redacted]';
const maxDepth = 6;

/** `destination` is standard output unless given. */
export function createLogger(level: LogLevel, { destination }: { destination?: DestinationStream } = {}): Logger {
  const settings: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }), log: scrubFields },
    // pino's own would take the fields of describeError for an error and describe them again.
    serializers: { err: identity },
  };
  return scrubChildren(destination ? pino(settings, destination) : pino(settings));
}

/** pino does not pass the fields of child loggers through `formatters`; children inherit this from their parent. */
function scrubChildren(logger: Logger): Logger {
  const { child } = logger;
  return Object.assign(logger, {
    child(this: Logger, fields: Bindings) {
      return child.call(this, scrubFields(fields));
    },
  });
}

function identity<T>(value: T): T {
  return value;
}

function scrubFields(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, isPrivate(key) ? redacted : scrub(value, depth + 1)]),
  );
}

function isPrivate(key: string): boolean {
  return privateKeys.has(key.toLowerCase().replace(/[^a-z]/g, ''));
}

function scrub(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > maxDepth) return '[deep]';
  if (value instanceof Error) return describeError(value, depth);
  if (Array.isArray(value)) return value.map(item => scrub(item, depth + 1));
  return scrubFields(value, depth);
}

/** Only known fields: drivers and HTTP clients hang rows, requests and bodies on their errors. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error && typeof error.code !== 'object' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: scrub(error.cause, depth + 1) };
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}
