// Runs a process from its first line to its exit code: plain words for what keeps it from starting, a graceful end on signals.
// Used by main.ts and cli/start.ts.
import { AppError } from '../lib/errors.ts';

/** Starts, and stops once on SIGTERM or SIGINT: exit code 0, or 1 when it could not start or stop cleanly. */
export async function runUntilStopped(start: () => Promise<() => Promise<void>>): Promise<void> {
  let stop: () => Promise<void>;
  try {
    stop = await start();
  } catch (error) {
    fail(error);
  }
  const end = async () => {
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      fail(error);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
}

function fail(error: unknown): never {
  console.error(inPlainWords(error));
  process.exit(1);
}

/** What the person who starts the server can do something about; anything else with its stack. */
function inPlainWords(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${error.port} is in use by another program: stop that one, or set PORT to another number.`;
  }
  return error.stack ?? error.message;
}
