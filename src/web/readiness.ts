// Asks whether everything holds that the server needs to be ready; web/server answers /readyz from it.
import type { Logger } from '../lib/logger.ts';

/** By name; each rejects or is false when it does not hold. */
export type Checks = Record<string, () => Promise<unknown> | boolean>;

/** Milliseconds that a check may take: a load balancer that asks gives up soon after. */
const deadline = 2_000;

/** @returns the names of the checks that do not hold, within 2 s even where one hangs; never rejects. */
export function createReadiness(checks: Checks, logger: Logger): () => Promise<string[]> {
  const asked = Object.entries(checks).map(([name, check]) => [name, oneAtATime(check)] as const);
  return async () => {
    const results = await Promise.all(
      asked.map(async ([name, ask]) => {
        try {
          return (await inTime(ask())) === false ? [name] : [];
        } catch (error) {
          logger.warn({ check: name, err: error }, 'not ready');
          return [name];
        }
      }),
    );
    return results.flat();
  };
}

/** Who asks while a check hangs waits for that one: each new one would hold one more connection. */
function oneAtATime(check: Checks[string]): () => Promise<unknown> {
  let running: Promise<unknown> | undefined;
  return () => {
    running ??= Promise.resolve()
      .then(check)
      .finally(() => {
        running = undefined;
      });
    return running;
  };
}

async function inTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${deadline / 1_000} s`)), deadline);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
