// A clock that stands still until a test moves it.
import type { Clock } from '../../src/lib/clock.ts';

export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function createTestClock(start = '2026-03-02T08:00:00.000Z'): TestClock {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms),
    advance(by) {
      ms += by;
    },
  };
}
