// A folder for all tests of a file, removed after the last of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export function temporaryFolderForAll(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lp-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
