// How long the built server takes from being started to being ready; called by bench/measure.ts.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Figures, median } from './figures.ts';
import { nodeFlags, temporaryFolder } from './servers.ts';

const runs = 5;
const pollMs = 10;
const longestMs = 30_000;
const main = fileURLToPath(new URL('../src/main.js', import.meta.url));

export async function measureStart(): Promise<Figures> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await readyAfter());
  return { 'start.ready_ms': median(times) };
}

/** In production with an invented identity, which is not used before somebody writes; on an empty SQLite database. */
async function readyAfter(): Promise<number> {
  const id = '11111111-2222-3333-4444-555555555555';
  const folder = temporaryFolder();
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, main], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: folder.path,
      MICROSOFT_APP_TYPE: 'SingleTenant',
      MICROSOFT_APP_ID: id,
      MICROSOFT_APP_TENANT_ID: id,
      MICROSOFT_APP_PASSWORD: randomUUID(),
      ALLOWED_TENANTS: id,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise(resolve => child.once('exit', resolve));
  try {
    while (!(await isReady(`http://127.0.0.1:${port}/readyz`))) {
      if (child.exitCode !== null || performance.now() - begun > longestMs)
        throw new Error('The server did not start.');
      await setTimeout(pollMs);
    }
    return performance.now() - begun;
  } finally {
    child.kill();
    await exited;
    folder.remove();
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
