// Kysely's driver for libsql, in place of Kysely's own for better-sqlite3; used by sqlite.ts.
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type Database from 'libsql';
import { AppError } from '../lib/errors.ts';

/** How often a statement that waits for another process's transaction tries again, in milliseconds. */
const busyIntervalMs = 5;
/** Longer statements are bulk inserts of varying size: not worth keeping. */
const longestPrepared = 2_000;

/**
 * Differs from Kysely's own in four ways: statements are prepared once; a transaction takes the write lock at its start,
 * since one that reads first cannot wait for another writer; waiting for another process does not stop the event loop (open
 * the file with a busy timeout of 0); and a boolean is an error instead of the end of the process (libsql 0.5.29 aborts).
 * @param patienceMs how long a statement waits for another process before it fails with AppError `database-busy`.
 */
export function libsqlDialect(open: () => Database.Database, patienceMs = 5_000): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => {
      const turnstile = createTurnstile();
      let database: Database.Database | undefined;
      let connection: DatabaseConnection | undefined;
      const run = (sql: string) => async (on: DatabaseConnection) =>
        void (await on.executeQuery(CompiledQuery.raw(sql)));
      return {
        init: async () => {
          database = open();
          connection = createConnection(database, patienceMs);
        },
        acquireConnection: async () => {
          await turnstile.enter();
          if (connection) return connection;
          turnstile.leave();
          throw new Error('The database is closed.');
        },
        releaseConnection: async () => turnstile.leave(),
        beginTransaction: run('begin immediate'),
        commitTransaction: run('commit'),
        // A full disk has already rolled back; a second time would hide the reason.
        rollbackTransaction: async on => (database?.inTransaction ? run('rollback')(on) : undefined),
        // Waits for its turn: what has begun is finished first.
        destroy: async () => {
          await turnstile.enter();
          connection = undefined;
          database?.close();
          turnstile.leave();
        },
      };
    },
  };
}

/** One at a time, first come, first served. */
function createTurnstile(): { enter(): Promise<void>; leave(): void } {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    async enter() {
      if (taken) await new Promise<void>(resolve => waiting.push(resolve));
      taken = true;
    },
    leave() {
      const next = waiting.shift();
      if (next) next();
      else taken = false;
    },
  };
}

function createConnection(database: Database.Database, patienceMs: number): DatabaseConnection {
  const prepared = new Map<string, { statement: Database.Statement; gives: boolean }>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    const fresh = { statement, gives: statement.reader };
    if (sql.length <= longestPrepared) prepared.set(sql, fresh);
    return fresh;
  };
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      if (parameters.some(value => typeof value === 'boolean')) throw new TypeError('Store flags as 0 or 1.');
      return patiently(patienceMs, () => {
        const { statement, gives } = prepare(sql);
        if (gives) return { rows: statement.all(parameters) as R[] };
        return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
      });
    },
    streamQuery() {
      throw new Error('SQLite gives all rows at once: execute the query.');
    },
  };
}

async function patiently<T>(patienceMs: number, attempt: () => T): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline) {
        throw new AppError('database-busy', 'Another process keeps the database locked.', {
          cause: error,
          retryable: true,
        });
      }
      await setTimeout(busyIntervalMs);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
