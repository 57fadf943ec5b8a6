// PostgreSQL for several replicas; used by open.ts.
import { Socket } from 'node:net';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { AppError } from '../lib/errors.ts';
import { migrate } from './migrate.ts';
import type { Db, Tables } from './tables.ts';

/** Milliseconds: the database ends what takes too long, and lets go of what a transaction holds that goes on no more. */
const limits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} satisfies pg.PoolConfig;
/** Milliseconds. A database that does not even end a statement is gone: longer than both of its limits. */
const silence = 20_000;
const connections = 10;
/** Any number that nothing else in the database locks: held while the schema is created and migrated. */
const migrationLock = 7_266_183_204;

/** @throws AppError `database-unreachable` that names host and database, never the password. */
export async function openPostgres(databaseUrl: string, schema = 'public'): Promise<Db> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    ...limits,
    stream: openSocket,
    application_name: 'learning-pipeline-assistant',
  });
  // An idle connection that dies is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  // So would one that dies between the statements of a transaction; the next statement fails, and that is told.
  pool.on('connect', client => client.on('error', () => {}));
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

/** Cut when the database is silent for too long: its statement fails, and the pool opens another one. (An idle one is closed before.) */
function openSocket(): Socket {
  const socket = new Socket();
  return socket.setTimeout(silence, () => socket.destroy(new Error(`no answer within ${silence / 1_000} s`)));
}

/** Two replicas that start at once migrate one after the other. */
async function beginAlone(connection: Db): Promise<void> {
  await sql`begin`.execute(connection);
  await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(connection);
}
