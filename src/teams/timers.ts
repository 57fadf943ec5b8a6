// Waiting as a part that tests can move; used by typing and sending.

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
