// The server as a process of its own: plain words when it cannot start, exit code 0 when it is told to stop.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
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

test('a port in use is named', async () => {
  const other = createServer();
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { code, errors } = await run({ ...complete, DATA_DIR: temporaryFolder(), PORT: String(port) }).ended;
  expect(code).toBe(1);
  expect(errors).toBe(`Port ${port} is in use by another program: stop that one, or set PORT to another number.\n`);
});
