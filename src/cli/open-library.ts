// Opens the knowledge and the database as the server does, for commands that answer from them.
import type { Config } from '../config/config.ts';
import { type Library, openLibrary } from '../domain/library.ts';
import { knowledgeFolders } from '../knowledge/folders.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Logger } from '../lib/logger.ts';
import { openStore, type Store } from '../store/open.ts';

/** @returns the library and what closes it. */
export async function openCommandLibrary(config: Config, logger: Logger): Promise<{ library: Library; store: Store }> {
  const knowledge = loadKnowledge(knowledgeFolders(config));
  const store = await openStore(config.store);
  try {
    return { library: await openLibrary({ db: store.db, knowledge, logger }), store };
  } catch (error) {
    await store.close();
    throw error;
  }
}
