// What belongs to each way to a language model must be there, and nothing else.
import { expect, test } from 'vitest';
import { loadConfig, type ModelSettings } from '../../src/config/config.ts';
import { AppError } from '../../src/lib/errors.ts';

const azure = {
  LANGUAGE_MODEL: 'azure-openai',
  LANGUAGE_MODEL_NAME: 'svar',
  LANGUAGE_MODEL_ENDPOINT: 'https://navn.openai.azure.com/',
  LANGUAGE_MODEL_KEY: 'hemmelig',
};
const { LANGUAGE_MODEL_KEY: _, ...azureWithoutKey } = azure;
const managed = { ...azureWithoutKey, LANGUAGE_MODEL_AUTH: 'managed-identity' };
const openai = { LANGUAGE_MODEL: 'openai', LANGUAGE_MODEL_NAME: 'gpt-4o-mini', LANGUAGE_MODEL_KEY: 'hemmelig' };
const compatible = {
  LANGUAGE_MODEL: 'compatible',
  LANGUAGE_MODEL_NAME: 'meta-llama/Llama-3.3:70b',
  LANGUAGE_MODEL_ENDPOINT: 'http://127.0.0.1:11434/v1/',
};

function problemsOf(environment: Record<string, string>): string[] {
  try {
    loadConfig('command', environment);
  } catch (error) {
    if (error instanceof AppError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test.each<[string, Record<string, string>, ModelSettings]>([
  [
    'Azure OpenAI by key',
    { ...azure, LANGUAGE_MODEL_AUTH: 'key', LANGUAGE_MODEL_API_VERSION: '2025-04-01-preview' },
    {
      provider: 'azure-openai',
      model: 'svar',
      endpoint: 'https://navn.openai.azure.com',
      apiVersion: '2025-04-01-preview',
      credential: { kind: 'key', key: 'hemmelig' },
      dailyTokens: 1_000_000,
    },
  ],
  [
    'Azure OpenAI by a user-assigned identity',
    {
      ...managed,
      LANGUAGE_MODEL_CLIENT_ID: 'AAAAAAAA-0000-4000-8000-000000000001',
      LANGUAGE_MODEL_DAILY_TOKENS: '5000',
    },
    {
      provider: 'azure-openai',
      model: 'svar',
      endpoint: 'https://navn.openai.azure.com',
      apiVersion: '2024-10-21',
      credential: { kind: 'managed-identity', clientId: 'aaaaaaaa-0000-4000-8000-000000000001' },
      dailyTokens: 5_000,
    },
  ],
  ['OpenAI', openai, { provider: 'openai', model: 'gpt-4o-mini', key: 'hemmelig', dailyTokens: 1_000_000 }],
  [
    'a compatible endpoint',
    compatible,
    {
      provider: 'compatible',
      model: 'meta-llama/Llama-3.3:70b',
      endpoint: 'http://127.0.0.1:11434/v1',
      dailyTokens: 1_000_000,
    },
  ],
  [
    'a compatible endpoint with a key',
    { ...compatible, LANGUAGE_MODEL_KEY: 'hemmelig' },
    {
      provider: 'compatible',
      model: 'meta-llama/Llama-3.3:70b',
      endpoint: 'http://127.0.0.1:11434/v1',
      key: 'hemmelig',
      dailyTokens: 1_000_000,
    },
  ],
])('%s is understood, in every mode that needs nothing else', (_, environment, model) => {
  for (const mode of ['development', 'command'] as const) expect(loadConfig(mode, environment).model).toEqual(model);
});

test('production takes the model along', () => {
  const id = 'aaaaaaaa-0000-4000-8000-000000000001';
  const bot = {
    MICROSOFT_APP_ID: id,
    MICROSOFT_APP_TYPE: 'ManagedIdentity',
    MICROSOFT_APP_TENANT_ID: id,
    ALLOWED_TENANTS: id,
  };
  const environment = { ...bot, DATABASE_URL: 'postgres://db.example/lp', ...openai };
  expect(loadConfig('production', environment).model?.provider).toBe('openai');
});

test.each<[string, Record<string, string>, string[]]>([
  ['Azure', azure, ['NAME', 'ENDPOINT', 'KEY']],
  ['Azure with managed-identity', managed, ['NAME', 'ENDPOINT']],
  ['OpenAI', openai, ['NAME', 'KEY']],
  ['compatible', compatible, ['NAME', 'ENDPOINT']],
])('what %s needs is named, one by one and all at once', (_, environment, needed) => {
  const names = needed.map(part => `LANGUAGE_MODEL_${part}`);
  const missing = (name: string) =>
    expect.stringMatching(new RegExp(`^LANGUAGE_MODEL is .+, so ${name} must be set: .+\\.$`));
  for (const name of names) expect(problemsOf({ ...environment, [name]: '' })).toEqual([missing(name)]);
  const none = Object.fromEntries(names.map(name => [name, '']));
  expect(problemsOf({ ...environment, ...none })).toEqual(names.map(missing));
});

test('the sentence says it plainly', () => {
  expect(problemsOf({ ...azure, LANGUAGE_MODEL_ENDPOINT: '' })).toEqual([
    'LANGUAGE_MODEL is azure-openai, so LANGUAGE_MODEL_ENDPOINT must be set: the address where it is asked.',
  ]);
});

const clientId = 'aaaaaaaa-0000-4000-8000-000000000001';
test.each<[string, Record<string, string>, string]>([
  ['OpenAI', openai, 'LANGUAGE_MODEL_ENDPOINT=https://x.example'],
  ['OpenAI', openai, 'LANGUAGE_MODEL_AUTH=key'],
  ['OpenAI', openai, 'LANGUAGE_MODEL_API_VERSION=2024-10-21'],
  ['compatible', compatible, 'LANGUAGE_MODEL_AUTH=managed-identity'],
  ['Azure by key', azure, `LANGUAGE_MODEL_CLIENT_ID=${clientId}`],
  ['Azure by identity', managed, 'LANGUAGE_MODEL_KEY=hemmelig'],
])('%s refuses what would have no effect: %#', (_, environment, setting) => {
  const [name = '', value = ''] = setting.split('=');
  expect(problemsOf({ ...environment, [name]: value })).toEqual([
    expect.stringMatching(`so ${name} must not be set\\.$`),
  ]);
});

test.each([
  [azure, 'http://navn.openai.azure.com'],
  [azure, 'https://navn.openai.azure.com/openai/deployments/svar/chat/completions?api-version=2024-10-21'],
  [azure, 'svar.openai.azure.com'],
  [compatible, 'http://model.example.dk/v1'],
  [compatible, 'http://localhost.example.dk/v1'],
  [compatible, 'https://model.example.dk/v1/chat/completions'],
  [compatible, 'https://model.example.dk/v1?key=1'],
  [compatible, 'https://user:hemmelig@model.example.dk/v1'],
  [compatible, 'ftp://127.0.0.1/v1'],
])('the address is not one that $LANGUAGE_MODEL has: %#', (environment, address) => {
  const problems = problemsOf({ ...environment, LANGUAGE_MODEL_ENDPOINT: address });
  expect(problems).toEqual([expect.stringContaining('so LANGUAGE_MODEL_ENDPOINT must be the ')]);
  expect(problems.join()).not.toContain(address);
});

test.each(['http://localhost:8000', 'http://[::1]:8000/v1', 'https://model.example.dk/a/b'])(
  '%s may be compatible',
  address => {
    expect(loadConfig('command', { ...compatible, LANGUAGE_MODEL_ENDPOINT: address }).model).toMatchObject({
      endpoint: address,
    });
  },
);

test('a deployment has no / in its name', () => {
  expect(problemsOf({ ...azure, LANGUAGE_MODEL_NAME: 'a/b' })).toEqual([
    expect.stringContaining('name of a deployment'),
  ]);
});

test('emptying LANGUAGE_MODEL switches it off, whatever else stands there', () => {
  expect(loadConfig('command', { ...azure, LANGUAGE_MODEL: '' }).model).toBeUndefined();
});

test('a sensitivity label has a name, and may have a text', () => {
  expect(loadConfig('command', {}).sensitivityLabel).toBeUndefined();
  expect(loadConfig('command', { SENSITIVITY_LABEL: 'Intern' }).sensitivityLabel).toEqual({ name: 'Intern' });
  const both = { SENSITIVITY_LABEL: 'Intern', SENSITIVITY_LABEL_TEXT: 'Kun til medarbejdere.' };
  expect(loadConfig('command', both).sensitivityLabel).toEqual({
    name: 'Intern',
    description: 'Kun til medarbejdere.',
  });
  expect(problemsOf({ ...both, SENSITIVITY_LABEL_TEXT: 'x'.repeat(501) })).toHaveLength(1);
  expect(problemsOf({ SENSITIVITY_LABEL_TEXT: 'Kun til medarbejdere.' })).toEqual([
    'SENSITIVITY_LABEL_TEXT is set, so SENSITIVITY_LABEL must be set: the name.',
  ]);
});
