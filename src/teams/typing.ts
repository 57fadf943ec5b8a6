// Shows that the assistant is writing when an answer takes long; wrapped around a message turn by teams/application.
// teams-ai's own timer is not used: one per application, so that of two slow conversations only the first one shows it.
import type { Timers } from './timers.ts';

const firstMs = 1_000;
const againMs = 3_000;

/**
 * Calls `show` after 1 s and every 3 s until `work` is done, and waits for the last call: a typing activity that
 * arrives after the answer would stay on the screen. `show` must not reject.
 */
export async function withTyping<T>(work: Promise<T>, show: () => Promise<void>, timers: Timers): Promise<T> {
  let shown: Promise<void> = Promise.resolve();
  let stop: () => void;
  const showAgain = () => {
    shown = show();
    stop = timers.after(againMs, showAgain);
  };
  stop = timers.after(firstMs, showAgain);
  try {
    return await work;
  } finally {
    stop();
    await shown;
  }
}
