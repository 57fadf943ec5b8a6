// Runs a store test on both engines, each test on a database of its own.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, inject, onTestFinished } from 'vitest';
import type { StoreLocation } from '../../src/config/config.ts';
import { openStore, type Store } from '../../src/store/open.ts';

/** A fresh folder or schema; the folder goes when the test ends. */
export type NewLocation = () => StoreLocation;
/** Opens a store, on a fresh location unless one is given, and closes it when the test ends. */
export type OpenFresh = (location?: StoreLocation) => Promise<Store>;

/** Without PostgreSQL on this machine its half is skipped; test/support/postgres.ts has said so. */
export function describeOnBothEngines(title: string, tests: (open: OpenFresh, newLocation: NewLocation) => void): void {
  const url = inject('postgresUrl');
  const opener =
    (newLocation: NewLocation): OpenFresh =>
    async (location = newLocation()) => {
      const store = await openStore(location);
      onTestFinished(() => store.close());
      return store;
    };
  const newFolder = () => ({ dataDir: temporaryFolder() });
  const newSchema = () => ({ databaseUrl: url ?? '', schema: `t_${randomUUID().replaceAll('-', '')}` });
  describe(`${title} on SQLite`, () => tests(opener(newFolder), newFolder));
  describe.skipIf(url === null)(`${title} on PostgreSQL`, () => tests(opener(newSchema), newSchema));
}

/** Removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lp-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
