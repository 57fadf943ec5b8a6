// The embedded engine: one SQLite file through libsql (better-sqlite3's API, prebuilt); used by open.ts.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import { AppError } from '../lib/errors.ts';
import { migrate } from './migrate.ts';
import { libsqlDialect } from './sqlite-driver.ts';
import type { Db, Tables } from './tables.ts';

/** Opens (and creates) `assistant.db` in the folder. @throws AppError `database-unreachable` or `database-busy`. */
export async function openSqlite(dataDir: string): Promise<Db> {
  const db = new Kysely<Tables>({ dialect: libsqlDialect(() => openFile(dataDir)) });
  try {
    // FULL: an acknowledged row outlives a power cut.
    // Turns touch the same pages again and again: the more the log holds (16 MB), the less is copied back.
    for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'wal_autocheckpoint=4000']) {
      await sql.raw(`pragma ${pragma}`).execute(db);
    }
    await migrate(db, async connection => void (await sql`begin immediate`.execute(connection)));
    return db;
  } catch (error) {
    await db.destroy();
    if (error instanceof AppError) throw error;
    throw new AppError('database-unreachable', `The database in ${dataDir} cannot be used.`, { cause: error });
  }
}

function openFile(dataDir: string): Database.Database {
  mkdirSync(dataDir, { recursive: true });
  return new Database(join(dataDir, 'assistant.db'), { timeout: 0 });
}
