// Starts a PostgreSQL of its own for the test run (vitest globalSetup); without one the PostgreSQL half is skipped, loudly.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where no PostgreSQL is installed. */
    postgresUrl: string | null;
  }
}

const debianFolder = '/usr/lib/postgresql';
const missing =
  'NOT TESTED: everything on PostgreSQL, because initdb and postgres were not found. Get them with: apt-get install postgresql';

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const binaries = findBinaries();
  if (!binaries) {
    if (process.env.REQUIRE_ALL_TESTS === '1') throw new Error(missing);
    console.warn(`\n${'!'.repeat(20)} ${missing} ${'!'.repeat(20)}\n`);
    project.provide('postgresUrl', null);
    return undefined;
  }
  const { url, stop } = await startPostgres(binaries);
  project.provide('postgresUrl', url);
  return stop;
}

/** The newest installed folder with both programs; a lone client is not enough. */
function findBinaries(): string | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map(version => join(debianFolder, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find(folder => ['initdb', 'postgres'].every(program => existsSync(join(folder, program))));
}

/** A fresh cluster in a temporary folder on a free port of 127.0.0.1, without fsync: for tests only. */
export async function startPostgres(binaries: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'lp-postgres-'));
  const user = unprivilegedUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder };
  const data = join(folder, 'data');
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=200',
  ];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const killServer = () => void server.kill('SIGQUIT');
  process.once('exit', killServer);
  await ready(server);
  const stop = async () => {
    process.off('exit', killServer);
    const exited = new Promise(resolve => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const log: string[] = [];
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log.join('\n')}`)));
    if (!server.stderr) return reject(new Error('PostgreSQL has no log.'));
    createInterface({ input: server.stderr }).on('line', line => {
      log.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
  });
}
