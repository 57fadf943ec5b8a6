// The bench's arithmetic: what it says of a figure decides whether a goal counts as reached.
import { expect, test } from 'vitest';
import { goals, median, percentile, reaches, table } from '../../bench/figures.ts';
import { flagsOf } from '../../bench/servers.ts';
import packageFile from '../../package.json' with { type: 'json' };

test('a percentile is the smallest value that the share does not exceed', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile([3], 0.99)).toBe(3);
  expect(median([5, 1, 3])).toBe(3);
  expect(() => percentile([], 0.5)).toThrow('nothing');
});

test('a goal is reached at its limit and missed beyond it', () => {
  expect(reaches('turn.p50_ratio', 2)).toBe(true);
  expect(reaches('turn.p50_ratio', 2.01)).toBe(false);
  expect(reaches('turn.rate_ratio', 0.5)).toBe(true);
  expect(reaches('turn.rate_ratio', 0.49)).toBe(false);
  expect(reaches('turn.p50_ms', 1_000)).toBeUndefined();
});

test('the goals are those of the issue', () => {
  expect(goals.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'turn.p50_ratio',
      'turn.rate_ratio',
      'search.p99_ms_5000',
      'memory.rss_mb',
      'start.ready_ms',
    ]),
  );
});

test('the table says which goals were missed', () => {
  const lines = table({ 'memory.rss_mb': 251, 'turn.rate_ratio': 0.6, 'turn.p50_ms': 2 }).split('\n');
  expect(lines[0]).toMatch(/^memory\.rss_mb +251 +≤ 250 +MISSED$/);
  expect(lines[1]).toMatch(/^turn\.rate_ratio +0\.6 +≥ 0\.5 +reached$/);
  expect(lines[2]).toMatch(/^turn\.p50_ms +2$/);
});

test('the servers under test run with the flags of npm run serve', () => {
  expect(flagsOf('build && node --a=1 --b dist/main.js')).toEqual(['--a=1', '--b']);
  expect(flagsOf('build && node dist/main.js')).toEqual([]);
  expect(flagsOf(packageFile.scripts.serve)).toContain('--heap-growing-percent=30');
});
