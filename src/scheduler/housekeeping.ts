// What happens without a user: the daily forgetting of what is no longer needed. Started and stopped by app.ts.
import type { Housekeeping } from '../domain/housekeeping.ts';
import type { Logger } from '../lib/logger.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Runs at once and then every day; a failure is logged and tried again the next day. @returns the stop, which waits for a run under way. */
export function startHousekeeping({
  housekeeping,
  logger,
}: {
  housekeeping: Housekeeping;
  logger: Logger;
}): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = housekeeping
      .run()
      .then(forgotten => logger.info(forgotten, 'housekeeping'))
      .catch(error => logger.error({ err: error }, 'housekeeping failed'));
  };
  run();
  const timer = setInterval(run, dayMs).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
