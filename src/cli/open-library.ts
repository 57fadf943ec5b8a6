// Opens the knowledge and the database as the server does, for commands that answer from them.
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/config.ts';
import { type Library, openLibrary } from '../domain/library.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Logger } from '../lib/logger.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { openStore, type Store } from '../store/open.ts';

const shipped = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** The shipped files, and the municipality's own beside or in place of them. */
export function knowledgeFor({ knowledge }: Config, extra: string[] = []): Knowledge {
  const { dir, mode } = knowledge;
  const base = dir && mode === 'replace' ? [] : [shipped];
  return loadKnowledge([...base, ...extra, ...(dir ? [dir] : [])]);
}

/** @returns the library and what closes it. */
export async function openCommandLibrary(config: Config, logger: Logger): Promise<{ library: Library; store: Store }> {
  const knowledge = knowledgeFor(config);
  const store = await openStore(config.store);
  try {
    return { library: await openLibrary({ db: store.db, knowledge, logger }), store };
  } catch (error) {
    await store.close();
    throw error;
  }
}
