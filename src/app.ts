// The one place where parts are built and joined; started and stopped by main.ts, cli/start.ts and the tests.
import type { Config } from './config/config.ts';
import { createFluentAnswers, type FluentAnswers } from './domain/answers/fluent.ts';
import { createDialogue } from './domain/dialogue.ts';
import { createFeedback } from './domain/feedback.ts';
import { createForwarding } from './domain/forwarding.ts';
import { createHousekeeping } from './domain/housekeeping.ts';
import { createInbox } from './domain/inbox.ts';
import { openLibrary } from './domain/library.ts';
import { createModelBudget, type ModelBudget } from './domain/model-budget.ts';
import { createWelcome } from './domain/welcome.ts';
import { knowledgeFolders } from './knowledge/folders.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { createLanguageModel } from './language/language-model.ts';
import { readPrompts } from './language/prompts.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { createIds } from './lib/ids.ts';
import { createLogger, type Logger } from './lib/logger.ts';
import { systemTimers, type Timers } from './lib/timers.ts';
import type { Reply, Turn } from './model/turn.ts';
import { startHousekeeping } from './scheduler/housekeeping.ts';
import { removeReferences, saveReference } from './store/conversations.ts';
import { listDocuments } from './store/documents.ts';
import { openStore, type Store } from './store/open.ts';
import { languageOf } from './store/people.ts';
import { holdServerLock } from './store/server-lock.ts';
import type { Trust } from './teams/adapter.ts';
import { createEntrance } from './teams/entrance.ts';
import { teamsPhrases } from './teams/phrases.ts';
import { textsFor } from './texts/texts.ts';
import { createTurnPipeline, type PipelineParts } from './turns/pipeline.ts';
import { createRouter } from './turns/router.ts';
import { createMetrics } from './web/metrics.ts';
import { createWebServer } from './web/server.ts';

/** How long turns that are running may take to finish once the server is told to stop. */
const drainMs = 10_000;
/** How soon a running server serves what a command has imported: well within the 5 s that are promised. */
const refreshMs = 2_000;

/** What tests put in place of the real thing. */
export interface Overrides {
  clock?: Clock;
  timers?: Timers;
  logger?: Logger;
  trust?: Trust;
  handle?: (turn: Turn) => Promise<Reply[]>;
}

export interface App {
  /**
   * @returns the address of the web server.
   * @throws AppError `database-busy` or `database-unreachable`, or the system's error when the port is taken; nothing is then left open.
   */
  start(): Promise<{ url: string }>;
  /** Takes no new turns, finishes those running (10 s), closes what `start` opened. Called again it waits for the same end. */
  stop(): Promise<void>;
}

export function createApp(config: Config, overrides: Overrides = {}): App {
  const { clock = systemClock, timers = systemTimers, logger = createLogger(config.logLevel) } = overrides;
  /** Undone in reverse order. */
  const opened: (() => unknown)[] = [];
  let stopped: Promise<void> | undefined;

  async function close(): Promise<void> {
    for (const undo of opened.splice(0).reverse()) await undo();
  }

  async function open(): Promise<{ url: string }> {
    if ('dataDir' in config.store) opened.push(holdServerLock(config.store.dataDir));
    const store = await openStore(config.store);
    opened.push(() => store.close());
    const { db } = store;
    const ids = createIds(clock);
    const metrics = createMetrics();
    const knowledge = loadKnowledge(knowledgeFolders(config));
    const library = await openLibrary({ db, knowledge, logger });
    opened.push(library.watch(refreshMs));
    const inbox = createInbox({ db, shared: store.shared, clock });
    opened.push(() => inbox.flush());
    opened.push(startHousekeeping({ housekeeping: createHousekeeping({ db, clock }), logger }));
    const stopping = new AbortController();
    const dialogue = createDialogue({
      db,
      clock,
      ids,
      library,
      inbox,
      fluent: createFluent(config, {
        budget: dailyTokens => createModelBudget({ db, clock, dailyTokens }),
        timers,
        logger,
        onOutcome: metrics.fluent,
        stopping: stopping.signal,
      }),
      defaultLanguage: config.language,
      onAnswer: metrics.answer,
    });
    const welcome = createWelcome({ db, clock });
    const router = createRouter({
      dialogue,
      library,
      forwarding: createForwarding({ db, clock }),
      feedback: createFeedback({ db, clock, inbox }),
      welcome,
      imported: () => listDocuments(db),
      helpContact: config.helpContact,
    });
    const pipeline = createTurnPipeline({
      inbox,
      handle: overrides.handle ?? router,
      errorText: errorTextFor(store, config),
      observe: metrics.turn,
      logger,
      clock,
      ids,
    });
    const receive = createEntrance({
      ...(config.bot ? { bot: config.bot } : {}),
      ...(overrides.trust ? { trust: overrides.trust } : {}),
      pipeline,
      referenceBook: {
        save: reference => saveReference(db, reference),
        remove: (conversationId, person) => removeReferences(db, conversationId, clock.now(), person),
      },
      unsent: welcome.giveBack,
      phrases: teamsPhrases(config.language),
      ...(config.sensitivityLabel ? { sensitivityLabel: config.sensitivityLabel } : {}),
      clock,
      timers,
      ids,
      logger,
    });
    const knowledgeLoaded = async () => {
      if (library.catalog().knowledge.documents.length === 0) throw new Error('no knowledge files are loaded');
    };
    const web = createWebServer({
      ...config,
      receive,
      checks: { database: store.ping, knowledge: knowledgeLoaded },
      metrics,
      logger,
    });
    const url = await web.listen();
    opened.push(async () => {
      const until = Date.now() + drainMs;
      web.refuse();
      stopping.abort();
      if (!(await pipeline.drain(drainMs))) logger.warn('turns were still running and are cut off');
      await web.close(Math.max(0, until - Date.now()));
    });
    logger.info({ url, mode: config.mode, store: store.engine }, 'started');
    return { url };
  }

  return {
    start: async () => {
      try {
        return await open();
      } catch (error) {
        await close();
        throw error;
      }
    },
    stop: () => {
      stopped ??= close().then(() => logger.info('stopped'));
      return stopped;
    },
  };
}

/** Answers in a language model's words, where one is configured. @throws AppError `invalid-configuration` when its prompt is not in order. */
export function createFluent(
  { model }: Config,
  { budget, ...parts }: FluentParts & { budget: (dailyTokens: number) => ModelBudget },
): FluentAnswers | undefined {
  if (!model) return undefined;
  const { logger, timers } = parts;
  return createFluentAnswers({
    ...parts,
    model: createLanguageModel(model, { prompts: readPrompts(), logger, timers }),
    budget: budget(model.dailyTokens),
  });
}

type FluentParts = Omit<Parameters<typeof createFluentAnswers>[0], 'model' | 'budget'>;

/** In the language that the person has chosen, otherwise the configured one. */
function errorTextFor({ db }: Store, config: Config): PipelineParts['errorText'] {
  return async (code, reference, turn) => {
    // The database may be what has failed.
    const chosen = await languageOf(db, turn.sender.key).catch(() => undefined);
    const texts = textsFor(chosen ?? config.language);
    return reference ? `${texts.errors[code]} ${texts.errorReference(reference)}` : texts.errors[code];
  };
}
