import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/databases.ts';
import { fixtures } from './parse.ts';

const root = join(import.meta.dirname, '../../..');
const node = promisify(execFile);

async function command(dataDir: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const environment = { PATH: process.env.PATH, DATA_DIR: dataDir };
  return node(process.execPath, ['--import', 'tsx', 'src/cli/import.ts', ...args], {
    cwd: root,
    env: environment,
  }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  );
}

it('imports, lists, reports and removes, and says it in Danish', { timeout: 60_000 }, async () => {
  const dataDir = temporaryFolder();
  const imported = await command(dataDir, join(fixtures, 'skannet.txt'), '--report');
  expect(imported.code).toBe(0);
  expect(imported.output).toMatch(/^indlæst +skannet {2}Skannet \(\d tekststykker, \d+ ord rettet efter indscanning\)/);
  expect(imported.output).toContain('alle kan findes');
  expect(imported.output).toMatch(/bgrn → børn/);
  expect(await command(dataDir, '--list')).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^skannet {2}Skannet – \d tekststykker fra skannet\.txt/),
  });
  expect(await command(dataDir, '--remove', 'skannet')).toEqual({ code: 0, output: 'Fjernet: skannet\n' });
  expect(await command(dataDir, '--remove', 'skannet')).toMatchObject({ code: 1 });
});

it('ends with 1 when a file could not be read, and with 2 and the usage when it was called wrongly', {
  timeout: 60_000,
}, async () => {
  const dataDir = temporaryFolder();
  const empty = join(dataDir, 'tom.txt');
  writeFileSync(empty, '');
  expect(await command(dataDir, empty)).toMatchObject({ code: 1, output: expect.stringContaining('filen er tom') });
  for (const wrong of [[], ['--list', 'a.txt'], ['--forkert']]) {
    expect(await command(dataDir, ...wrong)).toMatchObject({
      code: 2,
      output: expect.stringContaining('Sådan bruges kommandoen'),
    });
  }
});
