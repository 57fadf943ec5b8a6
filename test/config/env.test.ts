// The environment goes before a .env file; a .env file need not be there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readEnvironment } from '../../src/config/env.ts';
import { temporaryFolder } from '../support/databases.ts';

test('the environment is read with and without a .env file, and wins', () => {
  const folder = temporaryFolder();
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  vi.stubEnv('PORT', '4000');
  expect(readEnvironment().PORT).toBe('4000');
  writeFileSync(join(folder, '.env'), '# comment\nPORT=5000\nHELP_CONTACT="Anne & co"\n');
  expect(readEnvironment()).toMatchObject({ PORT: '4000', HELP_CONTACT: 'Anne & co' });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
