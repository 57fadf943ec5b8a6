// How long the built server takes from being started to being ready; called by bench/measure.ts.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Figures, median } from './figures.ts';
import { nodeFlags, temporaryFolder } from './servers.ts';

const runs = 5;
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
  const begun = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, main], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: folder.path,
      MICROSOFT_APP_TYPE: 'SingleTenant',
      MICROSOFT_APP_ID: id,
      MICROSOFT_APP_TENANT_ID: id,
      MICROSOFT_APP_PASSWORD: randomUUID(),
      ALLOWED_TENANTS: id,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise(resolve => child.once('exit', resolve));
  try {
    // Asked once, when its log says that it listens: asking all the time would take the processor from it.
    const response = await fetch(`${await addressIn(child.stdout)}/readyz`);
    if (!response.ok) throw new Error(`The server is not ready (HTTP ${response.status}).`);
    return performance.now() - begun;
  } finally {
    child.kill();
    await exited;
    folder.remove();
  }
}

/** The address in the log's line `started`. @throws when the log ends before. */
async function addressIn(log: Readable): Promise<string> {
  for await (const line of createInterface({ input: log })) {
    const { msg, url } = JSON.parse(line);
    if (msg === 'started') return url;
  }
  throw new Error('The server did not start.');
}
