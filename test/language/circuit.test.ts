// After five failures in a row the endpoint is left alone for half a minute, then tried once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, empty, fails, refusal, slow } from '../support/model-server.ts';
import { startAsker } from './ask-model.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const code = (error: Error | undefined) => (error?.cause as { code?: string } | undefined)?.code;

test('five failures open it, half a minute later one call tries, and success closes it', async () => {
  const { ask, server, states, log } = await startAsker([empty()]);
  for (let i = 0; i < 5; i++) expect(code((await ask()).error)).toBe('empty');
  expect(states).toEqual(['open']);
  expect(log()).toContain('left alone for a while');

  expect(await ask()).toMatchObject({ error: { code: 'model-unavailable' }, usage: [0] });
  vi.advanceTimersByTime(29_000);
  expect(code((await ask()).error)).toBe('circuit-open');
  expect(server.calls).toHaveLength(5);

  vi.advanceTimersByTime(1_000);
  server.script(slow('Hej', ' igen. [1]'), answer('Ja. [1]'));
  const trying = ask();
  await server.arrived(6);
  // While one tries the others are not kept waiting.
  expect(code((await ask()).error)).toBe('circuit-open');
  server.release();
  expect((await trying).text).toBe('Hej igen. [1]');
  expect((await ask()).text).toBe('Ja. [1]');
  expect(states).toEqual(['open', 'half-open', 'closed']);
});

test('a trial that fails opens it again; one that is given up does too', async () => {
  const { ask, server, states } = await startAsker([empty()]);
  for (let i = 0; i < 5; i++) await ask();
  vi.advanceTimersByTime(30_000);
  await ask();
  expect(states).toEqual(['open', 'half-open', 'open']);
  vi.advanceTimersByTime(30_000);
  server.script(slow());
  const time = new AbortController();
  const trying = ask({ signal: time.signal });
  await server.arrived(7);
  time.abort();
  await trying;
  expect(states.slice(3)).toEqual(['half-open', 'open']);
});

test('a success between, refusals and readers who leave keep it closed', async () => {
  const { ask, server, states } = await startAsker([empty(), empty(), empty(), empty(), answer('Ja. [1]'), empty()]);
  for (let i = 0; i < 9; i++) await ask();
  server.script(refusal());
  for (let i = 0; i < 6; i++) expect(code((await ask()).error)).toBe('refused');
  server.script(answer('Et langt svar, som ingen hører til ende. [1]'));
  for (let i = 0; i < 6; i++) expect((await ask({ leaveAfter: 1 })).error).toBeUndefined();
  expect(states).toEqual([]);
});

test('an answer that fails in all its attempts is one failure', async () => {
  const { ask, server, states } = await startAsker([fails(500)]);
  for (let i = 0; i < 4; i++) await ask();
  expect(server.calls).toHaveLength(12);
  expect(states).toEqual([]);
});
