// Timers that stand still until a test moves them.
import { vi } from 'vitest';
import type { Timers } from '../../src/lib/timers.ts';

export interface TestTimers extends Timers {
  /** Runs what is due by then, in order of time, and lets what it started go on as far as it can. */
  advance(ms: number): Promise<void>;
  waiting(): number;
  /** Resolves once something waits that is due in so many milliseconds from now. */
  armed(ms: number): Promise<void>;
}

export function createTestTimers(): TestTimers {
  let now = 0;
  const due = new Set<{ at: number; run: () => void }>();
  const settle = () => new Promise<void>(resolve => setImmediate(resolve));
  return {
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      due.add(timer);
      return () => due.delete(timer);
    },
    waiting: () => due.size,
    armed: async ms => {
      await vi.waitUntil(() => [...due].some(({ at }) => at === now + ms), { interval: 1, timeout: 5_000 });
    },
    advance: async ms => {
      const until = now + ms;
      await settle();
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        due.delete(next);
        now = next.at;
        next.run();
        await settle();
      }
      now = until;
    },
  };
}
