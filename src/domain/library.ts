// The knowledge that answers are given from, kept fresh while the server runs: an import by another process is served within seconds. Joined in app.ts.

import { type Catalog, createCatalog } from '../knowledge/catalog.ts';
import type { Logger } from '../lib/logger.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { knowledgeRevision, loadPassages } from '../store/documents.ts';
import type { Db } from '../store/tables.ts';
import { type Answers, createAnswers } from './answers/answer-question.ts';

export interface Library {
  catalog(): Catalog;
  answers(): Answers;
  /** Looks whether documents were imported or removed, and takes them in. */
  refresh(): Promise<void>;
  /** Refreshes every `ms` milliseconds until stopped; a database that is away is tried again. @returns the stop. */
  watch(ms: number): () => void;
}

/** @throws what the database throws: a library without its documents must not open. */
export async function openLibrary(parts: { db: Db; knowledge: Knowledge; logger: Logger }): Promise<Library> {
  const { db, knowledge, logger } = parts;
  let { revision, catalog, answers } = await read();

  async function read() {
    // The revision first: a document that arrives in between is then read twice and never missed.
    const newest = await knowledgeRevision(db);
    const built = createCatalog(knowledge, await loadPassages(db));
    return { revision: newest, catalog: built, answers: createAnswers(built) };
  }

  async function refresh(): Promise<void> {
    if ((await knowledgeRevision(db)) === revision) return;
    ({ revision, catalog, answers } = await read());
    logger.info({ revision, passages: catalog.passages.length }, 'knowledge taken in');
  }

  return {
    catalog: () => catalog,
    answers: () => answers,
    refresh,
    watch(ms) {
      let timer: NodeJS.Timeout | undefined;
      let stopped = false;
      const next = () => {
        if (stopped) return;
        timer = setTimeout(async () => {
          await refresh().catch(error => logger.warn({ err: error }, 'knowledge could not be refreshed'));
          next();
        }, ms).unref();
      };
      next();
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}
