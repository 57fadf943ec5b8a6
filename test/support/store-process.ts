// Starts test/support/store-child.ts as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { StoreLocation } from '../../src/config/config.ts';

const script = fileURLToPath(new URL('./store-child.ts', import.meta.url));

/** Resolves when the child has done its task and stays; rejects with what it printed when it fails. Killed when the test ends. */
export async function startChild(task: 'open' | 'import' | 'hold', location: StoreLocation): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, task, JSON.stringify(location)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed: string[] = [];
  child.stderr.on('data', chunk => printed.push(String(chunk)));
  const failed = once(child, 'exit').then(() => {
    throw new Error(`The child failed: ${printed.join('')}`);
  });
  await Promise.race([once(child.stdout, 'data'), failed]);
  failed.catch(() => {});
  return child;
}

/** Ends it without any chance to clean up, and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
