// The server as a process of its own: plain words when it cannot start, exit code 0 when it is told to stop.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, inject, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/databases.ts';

const guid = '11111111-2222-3333-4444-555555555555';
const complete = {
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: guid,
  MICROSOFT_APP_PASSWORD: generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '',
  ALLOWED_TENANTS: guid,
  HOST: '127.0.0.1',
  PORT: '0',
};

/** Runs main.ts with nothing but these variables. */
function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', data => {
    errors += data;
  });
  const ended = new Promise<{ code: number | null; errors: string }>(resolve => {
    child.once('close', code => resolve({ code, errors }));
  });
  const started = new Promise<string>(resolve => {
    createInterface({ input: child.stdout }).on('line', line => {
      const { msg, url } = JSON.parse(line);
      if (msg === 'started') resolve(url);
    });
  });
  return { child, started, ended };
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops the server with exit code 0', async signal => {
  const { child, started, ended } = run({ ...complete, DATA_DIR: temporaryFolder() });
  const url = await started;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  child.kill(signal);
  expect(await ended).toEqual({ code: 0, errors: '' });
});

test('what is missing is listed in plain words, without a stack', async () => {
  const { code, errors } = await run({}).ended;
  expect(code).toBe(1);
  expect(errors).toMatch(/MICROSOFT_APP_ID is missing.*\n.*ALLOWED_TENANTS is missing/s);
  expect(errors).not.toMatch(/\bat .*\.ts:\d/);
});

/** Accepts whoever comes; says only what `greet` does. @returns its port. */
async function listen(greet: (socket: Socket) => void = () => {}): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    sockets.push(socket.on('error', () => {}));
    greet(socket);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** PostgreSQL's ErrorResponse: what a database says to somebody whom it does not let in. */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
}

/** What a server that cannot start says, with exit code 1 and no stack. */
async function lastWords(environment: Record<string, string>): Promise<string> {
  const { code, errors } = await run({ ...complete, ...environment }).ended;
  expect(code).toBe(1);
  expect(errors).not.toMatch(/\bat .*\.ts:\d|hemmelig/);
  return errors;
}

test('a port in use is named', async () => {
  const port = await listen();
  expect(await lastWords({ DATA_DIR: temporaryFolder(), PORT: String(port) })).toBe(
    `Port ${port} is in use by another program: stop that one, or set PORT to another number (EADDRINUSE).\n`,
  );
});

test('an address that is not of this machine is named', async () => {
  expect(await lastWords({ DATA_DIR: temporaryFolder(), HOST: '192.0.2.1' })).toBe(
    'The assistant cannot run: HOST is no address of this machine (listen EADDRNOTAVAIL: address not available 192.0.2.1).\n',
  );
});

test('a database that nobody serves is named with the reason', async () => {
  expect(await lastWords({ DATABASE_URL: 'postgres://lp:hemmelig@127.0.0.1:1/lp' })).toBe(
    'PostgreSQL at 127.0.0.1:1/lp cannot be used: nothing listens there (connect ECONNREFUSED 127.0.0.1:1).\n',
  );
});

test('a name with several addresses, none of which answers, is named with each', async () => {
  expect(await lastWords({ DATABASE_URL: 'postgres://lp:hemmelig@localhost:1/lp' })).toMatch(
    /^PostgreSQL at localhost:1\/lp cannot be used: nothing listens there \(.*connect ECONNREFUSED 127\.0\.0\.1:1\)\.\n$/,
  );
});

test('a database that accepts and never answers is given up', async () => {
  const port = await listen();
  expect(await lastWords({ DATABASE_URL: `postgres://lp:hemmelig@127.0.0.1:${port}/lp` })).toMatch(
    new RegExp(`^PostgreSQL at 127\\.0\\.0\\.1:${port}/lp cannot be used: .*time.*\\.\n$`),
  );
});

test('a wrong password is said to be one', async () => {
  const port = await listen(socket =>
    socket.once('data', () => socket.end(refusal('28P01', 'password authentication failed for user "lp"'))),
  );
  expect(await lastWords({ DATABASE_URL: `postgres://lp:hemmelig@127.0.0.1:${port}/lp` })).toBe(
    `PostgreSQL at 127.0.0.1:${port}/lp cannot be used: the database does not accept this user and password ` +
      '(28P01: password authentication failed for user "lp").\n',
  );
});

test.skipIf(inject('postgresUrl') === null)('a database that PostgreSQL does not have is named', async () => {
  const url = new URL(inject('postgresUrl') ?? '');
  url.password = 'hemmelig';
  url.pathname = '/findes_ikke';
  expect(await lastWords({ DATABASE_URL: url.href })).toBe(
    `PostgreSQL at ${url.host}/findes_ikke cannot be used: there is no database of that name ` +
      '(3D000: database "findes_ikke" does not exist).\n',
  );
});

test('a folder that cannot be written to is said before anything is opened', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(await lastWords({ DATA_DIR: join(file, 'data') })).toBe('DATA_DIR cannot be written to (ENOTDIR).\n');
});

test('a database file that cannot be opened is named', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assistant.db'));
  expect(await lastWords({ DATA_DIR: folder })).toMatch(/^The database in .+ cannot be used: .*assistant\.db.*\.\n$/);
});

test('what is wrong in a knowledge file is said with file and line', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'egne.yaml'), 'kind: facts\ntopic: eget\ntitle: { da: Eget, en: Own }\nitems: 7\n');
  writeFileSync(join(folder, 'torn.yaml'), 'kind: facts\ntopic: [\n');
  expect(await lastWords({ DATA_DIR: temporaryFolder(), KNOWLEDGE_DIR: folder })).toMatch(
    /^The knowledge files cannot be used:\negne\.yaml:4: items: .+\ntorn\.yaml:\d: .+\n$/,
  );
});
