// The environment becomes a Config, or every problem is said at once.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { AppError } from '../../src/lib/errors.ts';
import { temporaryFolder } from '../support/databases.ts';

const appId = 'AAAAAAAA-0000-4000-8000-000000000001';
const tenantId = 'aaaaaaaa-0000-4000-8000-000000000002';
const production = {
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: tenantId,
  MICROSOFT_APP_PASSWORD: 'hemmelig',
  ALLOWED_TENANTS: ` ${tenantId.toUpperCase()}, aaaaaaaa-0000-4000-8000-000000000003 `,
  DATABASE_URL: 'postgres://lp:kodeord@db.example/lp',
};

/** The sentences of the refusal, one per problem. */
function problemsOf(...call: Parameters<typeof loadConfig>): string[] {
  try {
    loadConfig(...call);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-configuration') return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('development', () => {
  test('needs nothing and listens on 127.0.0.1, whatever HOST says', () => {
    expect(loadConfig('development', { HOST: '0.0.0.0', PATH: '/bin' })).toEqual({
      mode: 'development',
      host: '127.0.0.1',
      port: 3978,
      store: { dataDir: resolve('data') },
      knowledge: { mode: 'beside' },
      language: 'da',
      logLevel: 'info',
    });
  });

  test.each(['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'CERTIFICATE_THUMBPRINT', 'CERTIFICATE_KEY_FILE'])(
    'refuses to start with %s set',
    name => {
      const value = { MICROSOFT_APP_ID: appId, CERTIFICATE_THUMBPRINT: 'a'.repeat(40) }[name] ?? 'something';
      expect(problemsOf('development', { [name]: value })).toEqual([expect.stringContaining(`${name} is set`)]);
    },
  );

  test('empty variables count as not set', () => {
    expect(loadConfig('development', { MICROSOFT_APP_ID: '', PORT: ' ', DATA_DIR: '' }).port).toBe(3978);
  });
});

describe('production', () => {
  test('knows the bot and the tenants that are let in', () => {
    expect(loadConfig('production', production)).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      appId: appId.toLowerCase(),
      bot: {
        appId: appId.toLowerCase(),
        tenantId,
        credential: { kind: 'password', password: 'hemmelig' },
        allowedTenants: [tenantId, 'aaaaaaaa-0000-4000-8000-000000000003'],
      },
      store: { databaseUrl: 'postgres://lp:kodeord@db.example/lp' },
    });
  });

  test('says everything that is missing at once', () => {
    const problems = problemsOf('production', {});
    for (const what of [
      'APP_ID',
      'APP_TYPE',
      'APP_TENANT_ID',
      'ALLOWED_TENANTS',
      'DATA_DIR',
      'MICROSOFT_APP_PASSWORD',
    ]) {
      expect(problems).toContainEqual(expect.stringContaining(what));
    }
    expect(problems).toHaveLength(6);
  });

  test.each(Object.keys(production))('does not start without %s', name => {
    expect(problemsOf('production', { ...production, [name]: undefined })).toHaveLength(1);
  });

  test('reads a certificate key in place of a password', () => {
    const keyFile = join(temporaryFolder(), 'key.pem');
    const key = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n';
    writeFileSync(keyFile, key);
    const { MICROSOFT_APP_PASSWORD: _, ...rest } = production;
    const certificate = { CERTIFICATE_THUMBPRINT: 'AB'.repeat(20), CERTIFICATE_KEY_FILE: keyFile };
    expect(loadConfig('production', { ...rest, ...certificate }).bot?.credential).toEqual({
      kind: 'certificate',
      thumbprint: 'AB'.repeat(20),
      privateKey: key,
    });
    expect(problemsOf('production', { ...production, ...certificate })).toEqual([expect.stringContaining('Both')]);
    for (const name of ['CERTIFICATE_THUMBPRINT', 'CERTIFICATE_KEY_FILE']) {
      const half = { ...rest, ...certificate, [name]: '' };
      expect(problemsOf('production', half)).toEqual([expect.stringContaining(`${name} is missing`)]);
    }
    writeFileSync(keyFile, 'no key');
    expect(problemsOf('production', { ...rest, ...certificate })).toEqual([expect.stringContaining('PEM')]);
    const gone = { ...certificate, CERTIFICATE_KEY_FILE: `${keyFile}.gone` };
    expect(problemsOf('production', { ...rest, ...gone })).toEqual(['CERTIFICATE_KEY_FILE cannot be read (ENOENT).']);
  });

  test.each(['ManagedIdentity', 'UserAssignedMSI'])('%s needs no credential and refuses one', type => {
    const { MICROSOFT_APP_PASSWORD: _, ...rest } = production;
    const config = loadConfig('production', { ...rest, MICROSOFT_APP_TYPE: type });
    expect(config.bot?.credential).toEqual({ kind: 'managed-identity' });
    expect(problemsOf('production', { ...production, MICROSOFT_APP_TYPE: type })).toHaveLength(1);
  });

  test('needs a folder that can be written to or made', () => {
    const folder = temporaryFolder();
    const { DATABASE_URL: _, ...rest } = production;
    const missing = join(folder, 'not', 'yet');
    expect(loadConfig('production', { ...rest, DATA_DIR: missing }).store).toEqual({ dataDir: missing });
    writeFileSync(join(folder, 'file'), '');
    for (const path of ['file', 'file/below']) {
      const problems = problemsOf('production', { ...rest, DATA_DIR: join(folder, path) });
      expect(problems).toEqual(['DATA_DIR cannot be written to (ENOTDIR).']);
    }
  });

  test('cannot be changed once it is read', () => {
    const config = loadConfig('production', production);
    expect(() => Object.assign(config.bot ?? {}, { allowedTenants: [] })).toThrow(TypeError);
    expect(() => Object.assign(config, { bot: undefined })).toThrow(TypeError);
    expect(Object.isFrozen(config.bot?.allowedTenants)).toBe(true);
  });
});

describe('a command', () => {
  test('needs no credentials, takes them as they are, and uses the same data', () => {
    expect(loadConfig('command', {}).store).toEqual({ dataDir: resolve('data') });
    const config = loadConfig('command', { ...production, DATABASE_SCHEMA: 'lp' });
    expect(config.bot).toBeUndefined();
    expect(config.appId).toBe(appId.toLowerCase());
    expect(config.store).toEqual({ databaseUrl: production.DATABASE_URL, schema: 'lp' });
  });
});

describe('any mode', () => {
  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', 'abc'],
    ['LOG_LEVEL', 'loud'],
    ['DEFAULT_LANGUAGE', 'sv'],
    ['KNOWLEDGE_MODE', 'both'],
    ['KNOWLEDGE_DIR', '/nowhere/at/all'],
    ['PUBLIC_URL', 'http://assistent.example.dk'],
    ['PUBLIC_URL', 'https://assistent.example.dk/path'],
    ['PUBLIC_URL', 'assistent'],
    ['DEVELOPER_NAME', 'x'.repeat(33)],
    ['DEVELOPER_URL', 'http://kommune.example'],
    ['PRIVACY_URL', 'kommune.example/privatliv'],
    ['DATABASE_URL', 'mysql://db.example/lp'],
    ['DATABASE_URL', 'postgres://a b:99999999/'],
    ['DATABASE_SCHEMA', 'pg_own'],
    ['DATABASE_SCHEMA', 'My Schema'],
    ['MICROSOFT_APP_TENANT_ID', 'contoso.onmicrosoft.com'],
    ['MICROSOFT_APP_TYPE', 'MultiTenant'],
    ['ALLOWED_TENANTS', `${tenantId},`],
    ['HELP_CONTACT', 'x'.repeat(201)],
    ['LANGUAGE_MODEL', 'chatgpt'],
    ['LANGUAGE_MODEL_NAME', 'to ord'],
    ['LANGUAGE_MODEL_KEY', 'to ord'],
    ['LANGUAGE_MODEL_AUTH', 'token'],
    ['LANGUAGE_MODEL_CLIENT_ID', 'mig'],
    ['LANGUAGE_MODEL_API_VERSION', 'v1'],
    ['LANGUAGE_MODEL_DAILY_TOKENS', '0'],
    ['LANGUAGE_MODEL_DAILY_TOKENS', '1.5'],
    ['SENSITIVITY_LABEL', 'x'.repeat(101)],
  ])('%s may not be %s', (name, value) => {
    const problems = problemsOf('command', { [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} .+\\.$`))]);
  });

  test('reads what is set', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'viden'));
    const config = loadConfig('development', {
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      PUBLIC_URL: 'https://assistent.example.dk/',
      DEVELOPER_NAME: 'Skoleforvaltningen',
      PRIVACY_URL: 'https://kommune.example/privatliv',
      LOG_LEVEL: 'debug',
      DEFAULT_LANGUAGE: 'en',
      HELP_CONTACT: ' Forvaltningen ',
      KNOWLEDGE_DIR: join(folder, 'viden'),
      KNOWLEDGE_MODE: 'replace',
    });
    expect(config).toMatchObject({
      port: 0,
      store: { dataDir: join(folder, 'data') },
      publicUrl: 'https://assistent.example.dk',
      developer: { name: 'Skoleforvaltningen', privacyUrl: 'https://kommune.example/privatliv' },
      logLevel: 'debug',
      language: 'en',
      helpContact: 'Forvaltningen',
      knowledge: { dir: join(folder, 'viden'), mode: 'replace' },
    });
  });

  test('several problems are said together, and no value is repeated', () => {
    const problems = problemsOf('production', {
      ...production,
      PORT: 'hemmelig-port',
      MICROSOFT_APP_ID: 'hemmelig-id',
      DATABASE_URL: 'hemmelig-url',
      LOG_LEVEL: 'hemmelig-level',
    });
    expect(problems.map(problem => problem.split(' ')[0])).toEqual([
      'MICROSOFT_APP_ID',
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
    ]);
    expect(problems.join()).not.toContain('hemmelig');
  });
});
