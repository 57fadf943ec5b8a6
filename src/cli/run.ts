// Runs a process from its first line to its exit code: plain words for what keeps it from starting, a graceful end on signals.
// Used by main.ts and cli/start.ts.
import { inPlainWords } from './plain-words.ts';

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
