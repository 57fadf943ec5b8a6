// Starts servers under test as processes of their own and ends them; used by the measurements beside it.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageFile from '../package.json' with { type: 'json' };

export interface ServerUnderTest {
  url: string;
  /** Milliseconds of processor time since its start: unlike a clock, it leaves out what other programs take. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** The heap's, as `npm run serve` has them. */
export const nodeFlags = flagsOf(packageFile.scripts.serve);

const script = fileURLToPath(new URL('server.js', import.meta.url));

/** On a free port of 127.0.0.1 with an SQLite database of its own; its log goes to a file, as it would in production. */
export async function startServer(kind: 'echo' | 'assistant'): Promise<ServerUnderTest> {
  const folder = temporaryFolder();
  const log = openSync(join(folder.path, 'log'), 'w');
  const child = fork(script, [kind], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder.path, PORT: '0' },
    execArgv: nodeFlags,
    stdio: ['ignore', log, 'inherit', 'ipc'],
  });
  const { url } = await nextMessage<{ url: string }>(child);
  return {
    url,
    cpuMs: async () => {
      child.send('cpu');
      return (await nextMessage<{ cpuMs: number }>(child)).cpuMs;
    },
    stop: async () => {
      const exited = new Promise(resolve => child.once('exit', resolve));
      child.disconnect();
      await exited;
      folder.remove();
    },
  };
}

/** Those between `node` and the script. */
export function flagsOf(command: string): string[] {
  return / node ((?:--\S+ )*)\S+\.js$/.exec(command)?.[1]?.split(' ').filter(Boolean) ?? [];
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'lp-bench-data-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`The server under test ended with code ${code}.`));
    child.once('exit', onExit);
    child.once('message', message => {
      child.off('exit', onExit);
      resolve(message as T);
    });
  });
}
