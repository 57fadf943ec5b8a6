// env.sample documents every variable that is read, and no other.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { variables } from '../../src/config/variables.ts';

const sample = readFileSync(new URL('../../env.sample', import.meta.url), 'utf8');
const lines = sample.split('\n');

test('every variable stands in env.sample, once, and none that nobody reads', () => {
  const assigned = lines.flatMap(line => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(assigned.sort()).toEqual(Object.keys(variables.shape).sort());
});

test('every line is a comment, an assignment or empty, and each variable has its comment right above', () => {
  for (const [index, line] of lines.entries()) {
    expect(line).toMatch(/^(# .+|[A-Z_]+=\S*|)$/);
    if (/^[A-Z]/.test(line)) expect(lines[index - 1]).toMatch(/^# (?!---)/);
  }
});

test('env.sample as it stands starts a development server with the defaults', () => {
  expect(loadConfig('development', parseEnv(sample))).toEqual(loadConfig('development', {}));
});

test('what env.sample gives as a value is the default', () => {
  const shown = Object.entries(parseEnv(sample)).filter(([, value]) => value !== '');
  const defaults = variables.parse({});
  for (const [name, value] of shown) expect(String(defaults[name as keyof typeof defaults])).toBe(value);
  expect(shown.length).toBeGreaterThan(0);
});

/** The ways to a language model that env.sample shows in comments: heading and settings. */
const ways = [...sample.matchAll(/^# (\S.*)\n((?:# {3}[A-Z_]+=\S+\n)+)/gm)].map(
  ([, heading = '', settings = '']) => [heading, settings.replace(/^# +/gm, '')] as const,
);

test('four ways to a language model are shown', () => {
  expect(ways.map(([, settings]) => loadConfig('command', parseEnv(settings)).model)).toEqual([
    {
      provider: 'azure-openai',
      model: 'navn-paa-udrulning',
      endpoint: 'https://navn.openai.azure.com',
      apiVersion: '2024-10-21',
      credential: { kind: 'key', key: 'noeglen' },
      dailyTokens: 1_000_000,
    },
    expect.objectContaining({ provider: 'azure-openai', credential: { kind: 'managed-identity' } }),
    { provider: 'openai', model: 'gpt-4o-mini', key: 'noeglen', dailyTokens: 1_000_000 },
    {
      provider: 'compatible',
      model: 'navn-paa-model',
      endpoint: 'https://model.example.dk/v1',
      dailyTokens: 1_000_000,
    },
  ]);
});

test.each(ways)('"%s" starts as it is shown, behind the rest of env.sample too', (_, settings) => {
  expect(loadConfig('development', parseEnv(`${sample}\n${settings}`)).model).toBeDefined();
});
