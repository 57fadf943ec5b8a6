// Ids sort by time and do not repeat; reference numbers can be read out.
import { expect, test } from 'vitest';
import { createIds } from '../../src/lib/ids.ts';
import { createTestClock } from '../support/clock.ts';

test('ids of later milliseconds sort after earlier ones', () => {
  const clock = createTestClock();
  const ids = createIds(clock);
  const made = Array.from({ length: 100 }, (_, i) => {
    clock.advance(i % 2 ? 1 : 40_000_000_000);
    return ids.next();
  });
  expect([...made].sort()).toEqual(made);
});

test('ids of one millisecond differ', () => {
  const ids = createIds(createTestClock());
  const made = new Set(Array.from({ length: 10_000 }, () => ids.next()));
  expect(made.size).toBe(10_000);
  for (const id of made) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test('a reference number has two groups of three characters that cannot be mistaken for others', () => {
  const ids = createIds(createTestClock());
  for (let i = 0; i < 1_000; i++) expect(ids.reference()).toMatch(/^[2-9A-HJKMNP-TW-Z]{3}-[2-9A-HJKMNP-TW-Z]{3}$/);
  expect(new Set(Array.from({ length: 1_000 }, () => ids.reference())).size).toBeGreaterThan(990);
});
