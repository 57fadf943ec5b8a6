// Each provider is asked at its own address, with its own proof of who asks, whatever else the environment holds.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ModelSettings } from '../../src/config/config.ts';
import { answer, type ModelServer } from '../support/model-server.ts';
import { compatible, startAsker } from './ask-model.ts';

afterEach(() => void vi.unstubAllEnvs());

const unknownClient = 'bbbbbbbb-0000-4000-8000-000000000404';
const common = { model: 'model-x', dailyTokens: 1_000 };
const azure = (server: ModelServer, credential: Extract<ModelSettings, { provider: 'azure-openai' }>['credential']) =>
  ({
    ...common,
    provider: 'azure-openai',
    endpoint: new URL(server.url).origin,
    apiVersion: '2024-10-21',
    credential,
  }) as const;
const azurePath = '/openai/deployments/model-x/chat/completions?api-version=2024-10-21';

/** Variables that the SDK would read. */
function mislead() {
  for (const name of ['OPENAI_BASE_URL', 'AZURE_OPENAI_ENDPOINT']) vi.stubEnv(name, 'http://127.0.0.1:9/elsewhere');
  for (const name of ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID'])
    vi.stubEnv(name, 'other');
  vi.stubEnv('OPENAI_API_VERSION', '1999-01-01');
}

test('a compatible endpoint, with a key', async () => {
  mislead();
  const { ask, server } = await startAsker([answer('Ja. [1]')], {
    settings: s => ({ ...compatible(s), key: 'hemmelig' }) as ModelSettings,
  });
  expect((await ask()).text).toBe('Ja. [1]');
  expect(server.calls[0]).toMatchObject({
    path: '/v1/chat/completions',
    headers: { authorization: 'Bearer hemmelig' },
  });
  expect(server.calls[0]?.headers['openai-organization']).toBeUndefined();
});

test('OpenAI at its own address', async () => {
  mislead();
  const asked: string[] = [];
  const { ask, server } = await startAsker([answer('Ja. [1]')], {
    settings: () => ({ ...common, provider: 'openai', key: 'sk-test' }),
    fetch: (url, init) => {
      asked.push(String(url));
      return fetch(String(url).replace('https://api.openai.com/v1', server.url), init);
    },
  });
  expect((await ask()).text).toBe('Ja. [1]');
  expect(asked).toEqual(['https://api.openai.com/v1/chat/completions']);
  expect(server.calls[0]).toMatchObject({ headers: { authorization: 'Bearer sk-test' }, body: { model: 'model-x' } });
});

test('Azure OpenAI by key', async () => {
  mislead();
  const { ask, server } = await startAsker([answer('Ja. [1]')], {
    settings: s => azure(s, { kind: 'key', key: 'azure-key' }),
  });
  expect((await ask()).text).toBe('Ja. [1]');
  expect(server.calls[0]).toMatchObject({ path: azurePath, headers: { 'api-key': 'azure-key' } });
  expect(server.calls[0]?.headers.authorization).toBeUndefined();
});

test.each([undefined, 'bbbbbbbb-0000-4000-8000-000000000001'])(
  'Azure OpenAI by managed identity (%s), whose token is kept',
  async clientId => {
    mislead();
    const { ask, server } = await startAsker([answer('Ja. [1]')], {
      settings: s => azure(s, { kind: 'managed-identity', ...(clientId ? { clientId } : {}) }),
    });
    expect((await ask()).text).toBe('Ja. [1]');
    expect((await ask()).text).toBe('Ja. [1]');
    expect(server.calls[1]).toMatchObject({ path: azurePath, headers: { authorization: 'Bearer token-of-identity' } });
    expect(server.calls[1]?.headers['api-key']).toBeUndefined();
    expect(identity.queries).toHaveLength(1);
    expect(identity.queries[0]?.get('resource')).toBe('https://cognitiveservices.azure.com');
    expect(identity.queries[0]?.get('client_id')).toBe(clientId ?? null);
  },
);

test('an identity that gets no token is said, and nobody is asked', async () => {
  const { ask, server } = await startAsker([answer('Ja. [1]')], {
    settings: s => azure(s, { kind: 'managed-identity', clientId: unknownClient }),
  });
  const { error, usage } = await ask();
  expect(error?.message).toContain('the managed identity got no token');
  expect(usage).toEqual([0]);
  expect(server.calls).toEqual([]);
});

const identity = await startIdentityEndpoint();
beforeEach(() => {
  identity.queries.length = 0;
  vi.stubEnv('IDENTITY_ENDPOINT', identity.url);
  vi.stubEnv('IDENTITY_HEADER', 'header');
});
afterAll(() => identity.close());

/** Stands in for what gives tokens to a managed identity (App Service's protocol); one for all, since the SDK looks for it once. */
async function startIdentityEndpoint() {
  const queries: URLSearchParams[] = [];
  const http = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://x').searchParams;
    queries.push(query);
    const known = query.get('client_id') !== unknownClient;
    const expires_on = String(Math.floor(Date.now() / 1000) + 3_600);
    const token = { access_token: 'token-of-identity', expires_on, resource: 'x', token_type: 'Bearer' };
    response.writeHead(known ? 200 : 400, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(known ? token : { error: 'no such identity' }));
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  return {
    queries,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/token`,
    close: () => http.close().closeAllConnections(),
  };
}
