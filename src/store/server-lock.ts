// One server at a time on an SQLite folder; taken by app.ts before it opens the store. Commands run beside it without.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { AppError } from '../lib/errors.ts';

/**
 * Holds the folder until the returned function is called or the process ends, however it ends: the lock is an open
 * transaction on `server.lock`, which the operating system lets go of with the process.
 * @throws AppError `database-busy` when another server holds it.
 */
export function holdServerLock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const lock = new Database(join(dataDir, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw new AppError(
      'database-busy',
      `Another server already runs on the folder ${dataDir}: stop it first, or set DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
  return () => lock.close();
}
