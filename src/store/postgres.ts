// PostgreSQL for several replicas; used by open.ts.
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { AppError } from '../lib/errors.ts';
import { migrate } from './migrate.ts';
import type { Db, Tables } from './tables.ts';

const connectTimeoutMs = 5_000;
const connections = 10;
/** Any number that nothing else in the database locks: held while the schema is created and migrated. */
const migrationLock = 7_266_183_204;

/** @throws AppError `database-unreachable` that names host and database, never the password. */
export async function openPostgres(databaseUrl: string, schema = 'public'): Promise<Db> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'learning-pipeline-assistant',
  });
  // An idle connection that dies is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async connection => {
        await connection.executeQuery(sql`set search_path to ${sql.id(schema)}`.compile(db));
      },
    }),
  });
  try {
    await migrate(db, beginAlone, schema);
    return db;
  } catch (error) {
    await db.destroy();
    if (error instanceof AppError) throw error;
    const { host, pathname } = new URL(databaseUrl);
    throw new AppError('database-unreachable', `PostgreSQL at ${host}${pathname} cannot be used.`, {
      cause: error,
      retryable: true,
    });
  }
}

/** Two replicas that start at once migrate one after the other. */
async function beginAlone(connection: Db): Promise<void> {
  await sql`begin`.execute(connection);
  await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(connection);
}
