// What the SQLite driver does that Kysely's own does not.
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { languageOf, setLanguage } from '../../src/store/people.ts';
import { libsqlDialect } from '../../src/store/sqlite-driver.ts';
import type { Tables } from '../../src/store/tables.ts';
import { temporaryFolder } from '../support/databases.ts';

async function openBoth() {
  const dataDir = temporaryFolder();
  const store = await openStore({ dataDir });
  const file = join(dataDir, 'assistant.db');
  return { store, file, other: new Database(file) };
}

test('a writer waits for another connection without stopping the event loop', async () => {
  const { store, other } = await openBoth();
  other.exec('begin immediate');
  const written = setLanguage(store.db, 'anne', 'en', new Date());
  // Reached only if the writer above gives way.
  setTimeout(() => other.exec('commit'), 20);
  await written;
  expect(await languageOf(store.db, 'anne')).toBe('en');
  other.close();
  await store.close();
});

test('a writer that waits in vain says that the database is busy and may be tried again', async () => {
  const { store, file, other } = await openBoth();
  other.exec('begin immediate');
  const impatient = new Kysely<Tables>({ dialect: libsqlDialect(() => new Database(file, { timeout: 0 }), 20) });
  const write = () => setLanguage(impatient, 'anne', 'da', new Date());
  await expect(write()).rejects.toMatchObject({ code: 'database-busy', retryable: true });
  other.exec('rollback');
  await write();
  expect(await languageOf(store.db, 'anne')).toBe('da');
  await impatient.destroy();
  other.close();
  await store.close();
});

test('readers go on while another connection writes', async () => {
  const { store, other } = await openBoth();
  await setLanguage(store.db, 'anne', 'en', new Date());
  other.exec("begin immediate; update people set language = 'da'");
  expect(await languageOf(store.db, 'anne')).toBe('en');
  other.exec('commit');
  expect(await languageOf(store.db, 'anne')).toBe('da');
  other.close();
  await store.close();
});

test('a transaction that reads before it writes does not lose to a writer in between', async () => {
  const dataDir = temporaryFolder();
  const stores = await Promise.all([openStore({ dataDir }), openStore({ dataDir })]);
  await setLanguage(stores[0].db, 'anne', 'en', new Date(0));
  const flip = (db: (typeof stores)[0]['db']) =>
    db.transaction().execute(async transaction => {
      const language = await languageOf(transaction, 'anne');
      await setLanguage(transaction, 'anne', language === 'en' ? 'da' : 'en', new Date());
    });
  await Promise.all(Array.from({ length: 21 }, (_, i) => flip((i % 2 ? stores[0] : stores[1]).db)));
  expect(await languageOf(stores[0].db, 'anne')).toBe('da');
  await Promise.all(stores.map(store => store.close()));
});

test('a boolean is an error and not the end of the process', async () => {
  const { store, other } = await openBoth();
  await expect(sql`select ${true}`.execute(store.db)).rejects.toThrow('0 or 1');
  await store.ping();
  other.close();
  await store.close();
});
