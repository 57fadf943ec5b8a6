// Opening a store: migrations run once, at whatever moment and from however many processes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test, vi } from 'vitest';
import { knowledgeRevision, listDocuments } from '../../src/store/documents.ts';
import { openStore } from '../../src/store/open.ts';
import { languageOf, setLanguage } from '../../src/store/people.ts';
import { describeOnBothEngines, temporaryFolder } from '../support/databases.ts';
import { killHard, startChild } from '../support/store-process.ts';

describeOnBothEngines('a store', (open, newLocation) => {
  test('answers once it is open and keeps what was written when it is opened again', async () => {
    const location = newLocation();
    const first = await openStore(location);
    await first.ping();
    await setLanguage(first.db, 'anne', 'en', new Date());
    await first.close();
    await expect(first.ping()).rejects.toThrow();
    const second = await open(location);
    expect(await languageOf(second.db, 'anne')).toBe('en');
  });

  test('four connections that open a new one at once all find it migrated, once', async () => {
    const location = newLocation();
    const stores = await Promise.all([1, 2, 3, 4].map(() => open(location)));
    for (const { db } of stores) expect(await knowledgeRevision(db)).toBe(0);
    const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(stores[0]?.db ?? fail());
    expect(applied.rows.map(row => row.name)).toEqual([
      '0001-ground-floor',
      '0002-places-and-locks',
      '0003-model-usage',
    ]);
  });

  test('three processes that open a new one at once all succeed', async () => {
    const location = newLocation();
    await Promise.all([1, 2, 3].map(() => startChild('open', location)));
    const { db } = await open(location);
    expect(await knowledgeRevision(db)).toBe(0);
  });

  test('sees what another process imports while it is open', async () => {
    const location = newLocation();
    const { db } = await open(location);
    expect(await knowledgeRevision(db)).toBe(0);
    await startChild('import', location);
    expect(await knowledgeRevision(db)).toBe(1);
  });

  test('keeps what a process had committed when it is killed', async () => {
    const location = newLocation();
    await killHard(await startChild('import', location));
    const { db } = await open(location);
    expect(await listDocuments(db)).toHaveLength(1);
  });

  test('finishes what has begun before it closes', async () => {
    const location = newLocation();
    const store = await openStore(location);
    let closed: Promise<void> | undefined;
    await store.db.transaction().execute(async transaction => {
      closed = store.close();
      await setLanguage(transaction, 'anne', 'en', new Date());
    });
    await closed;
    const { db } = await open(location);
    expect(await languageOf(db, 'anne')).toBe('en');
  });

  test('refuses a database that a newer version has migrated', async () => {
    const location = newLocation();
    const { db } = await open(location);
    await sql`insert into kysely_migration values ('9999-later', '2999-01-01T00:00:00.000Z')`.execute(db);
    await expect(openStore(location)).rejects.toMatchObject({ code: 'database-unreachable' });
  });

  test('an error inside a transaction leaves nothing behind', async () => {
    const { db } = await open();
    const attempt = db.transaction().execute(async transaction => {
      await setLanguage(transaction, 'anne', 'en', new Date());
      throw new Error('on purpose');
    });
    await expect(attempt).rejects.toThrow('on purpose');
    expect(await languageOf(db, 'anne')).toBeUndefined();
  });
});

test('SQLite keeps every commit on disk and checks references', async () => {
  const store = await openStore({ dataDir: join(temporaryFolder(), 'made', 'on', 'the', 'way') });
  const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(store.db)).rows[0];
  expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
  expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
  await store.close();
});

test('a folder that cannot be a database is named', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assistant.db'));
  await expect(openStore({ dataDir: folder })).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.stringContaining(folder),
  });
});

test('a file that is no database is refused and left alone', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'assistant.db'), 'Dear diary, '.repeat(100));
  await expect(openStore({ dataDir: folder })).rejects.toMatchObject({ code: 'database-unreachable' });
});

test('a PostgreSQL that is not there is named without its password', async () => {
  const attempt = openStore({ databaseUrl: 'postgres://lp:hemmelig@127.0.0.1:1/assistant' });
  await expect(attempt).rejects.toMatchObject({ code: 'database-unreachable', retryable: true });
  await expect(attempt).rejects.toThrow(/^PostgreSQL at 127\.0\.0\.1:1\/assistant cannot be used\.$/);
});

test.skipIf(inject('postgresUrl') === null)('PostgreSQL keeps schemas apart', async () => {
  const databaseUrl = inject('postgresUrl') ?? '';
  const one = await openStore({ databaseUrl, schema: 'apart_one' });
  const other = await openStore({ databaseUrl, schema: 'apart_other' });
  await setLanguage(one.db, 'anne', 'en', new Date());
  expect(await languageOf(other.db, 'anne')).toBeUndefined();
  await Promise.all([one.close(), other.close()]);
});

test.skipIf(inject('postgresUrl') === null)('a PostgreSQL connection that is cut is replaced', async () => {
  const location = { databaseUrl: inject('postgresUrl') ?? '' };
  const [store, other] = [await openStore(location), await openStore(location)];
  const backend = async () =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.db)).rows[0]?.pid;
  const before = await backend();
  await sql`select pg_terminate_backend(${before})`.execute(other.db);
  // The first query may still meet the dead connection.
  const after = await vi.waitFor(backend);
  expect(after).not.toBe(before);
  await Promise.all([store.close(), other.close()]);
});

function fail(): never {
  throw new Error('no store was opened');
}
