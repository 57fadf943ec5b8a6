// Waiting as a part that tests can move; used wherever something is due later.

export interface Timers {
  /** @returns what stops it. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
