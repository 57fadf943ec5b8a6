// Shows that the assistant is writing when an answer takes long; started by teams/application with each turn.
// teams-ai's own timer is not used: one per application, so that of two slow conversations only the first one shows it.
import type { Timers } from '../lib/timers.ts';

const firstMs = 1_000;
const againMs = 3_000;

/**
 * Calls `show` after 1 s and every 3 s until stopped. `show` must not reject.
 * @returns the stop, which waits for the last call: a typing activity that arrives after the answer would stay on the screen.
 */
export function startTyping(show: () => Promise<void>, timers: Timers): () => Promise<void> {
  let shown: Promise<void> = Promise.resolve();
  let cancel = timers.after(firstMs, showAgain);
  function showAgain(): void {
    shown = show();
    cancel = timers.after(againMs, showAgain);
  }
  return () => {
    cancel();
    return shown;
  };
}
