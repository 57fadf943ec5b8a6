// What another process imports is served by a server that is running; two servers never share one SQLite folder.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { StoreLocation } from '../../src/config/config.ts';
import { citationsOf, startTalk } from './talk.ts';

const fixture = fileURLToPath(new URL('../fixtures/documents/plan.md', import.meta.url));
const promisedMs = 5_000;

async function importInto(location: StoreLocation): Promise<void> {
  if (!('dataDir' in location)) throw new Error('the command is given a folder');
  const env = { ...process.env, DATA_DIR: location.dataDir };
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/import.ts', fixture], { env });
}

test('a document imported by another process is answered from within 5 s', { timeout: 30_000 }, async () => {
  const { write, location } = await startTalk();
  const ask = async () => {
    const answers = await write('Hvor mange spader har vi i skuret?');
    return citationsOf(answers[0]).map(({ name }) => name);
  };
  expect(await ask()).toEqual([]);
  await importInto(location);
  await expect.poll(ask, { timeout: promisedMs, interval: 200 }).toContainEqual(expect.stringMatching(/^plan, /));
});

test('a second server on the same folder is refused, and the first goes on', async () => {
  const { location, write } = await startTalk();
  await expect(startTalk(location)).rejects.toMatchObject({ code: 'database-busy' });
  expect(await write('Hvem sidder med i FRO?')).not.toEqual([]);
});
