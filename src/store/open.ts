// Opens the store on either engine, migrated and ready; called by app.ts and the commands.
import { sql } from 'kysely';
import type { StoreLocation } from '../config/config.ts';
import { openSqlite } from './sqlite.ts';
import type { Db } from './tables.ts';

export interface Store {
  db: Db;
  engine: 'sqlite' | 'postgres';
  /** Other servers may work on the same data at the same time. */
  shared: boolean;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A folder holds an SQLite file; a URL points at PostgreSQL, where the schema (default `public`) is created if it is missing.
 * @throws AppError `database-unreachable`.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const embedded = 'dataDir' in location;
  const db = await (embedded ? openSqlite(location.dataDir) : openServer(location.databaseUrl, location.schema));
  return {
    db,
    engine: embedded ? 'sqlite' : 'postgres',
    shared: !embedded,
    ping: async () => void (await sql`select 1`.execute(db)),
    close: () => db.destroy(),
  };
}

/** Its driver is loaded only where it is used: it would hold up every start. */
async function openServer(databaseUrl: string, schema?: string): Promise<Db> {
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(databaseUrl, schema);
}
