// Brings a database to the newest shape when it is opened; several processes may do so at once.
import { type Migration, Migrator, sql } from 'kysely';
import { AppError } from '../lib/errors.ts';
import * as groundFloor from './migrations/0001-ground-floor.ts';
import * as placesAndLocks from './migrations/0002-places-and-locks.ts';
import * as modelUsage from './migrations/0003-model-usage.ts';
import type { Db } from './tables.ts';

/** By name, in order; a migration that has landed is never edited. */
const migrations: Record<string, Migration> = {
  '0001-ground-floor': groundFloor,
  '0002-places-and-locks': placesAndLocks,
  '0003-model-usage': modelUsage,
};

/**
 * Runs in one transaction on one connection, by hand: Kysely's migrator does not accept a transaction.
 * @param begin begins it and holds other processes back until it ends.
 * @param schema where PostgreSQL keeps the tables.
 * @throws AppError `database-unreachable` when the database was migrated by a newer version of the assistant.
 */
export async function migrate(db: Db, begin: (connection: Db) => Promise<void>, schema?: string): Promise<void> {
  for (let left = attempts - 1; ; left--) {
    try {
      return await migrateOnce(db, begin, schema);
    } catch (error) {
      if (left === 0 || !isVanished(error)) throw error;
    }
  }
}

const attempts = 5;

/** PostgreSQL's for a table, a column, a schema and a cached entry that is no longer there. */
const vanished: ReadonlySet<unknown> = new Set(['42P01', '42703', '3F000', 'XX000']);

/** Kysely looks through every schema of the database: where another application changes or drops one meanwhile, PostgreSQL misses parts of it. */
function isVanished(error: unknown): boolean {
  const cause = error instanceof AppError ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && vanished.has(cause.code);
}

async function migrateOnce(db: Db, begin: (connection: Db) => Promise<void>, schema?: string): Promise<void> {
  await db.connection().execute(async connection => {
    await begin(connection);
    try {
      await migrateToLatest(connection, schema);
      await sql`commit`.execute(connection);
    } catch (error) {
      // A rollback that fails must not hide why it was needed.
      await sql`rollback`.execute(connection).catch(() => {});
      throw error;
    }
  });
}

async function migrateToLatest(db: Db, schema?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    disableTransactions: true,
    ...(schema ? { migrationTableSchema: schema } : {}),
  });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  throw new AppError('database-unreachable', 'The database does not fit this version of the assistant.', {
    cause: error,
  });
}
