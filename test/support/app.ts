// Starts the real app on a free port with a folder of its own, posts activities to it over HTTP and records what it sends.
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { createApp, type Overrides } from '../../src/app.ts';
import type { BotIdentity, Config } from '../../src/config/config.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { type Connector, startConnector } from './connector.ts';
import { temporaryFolder } from './databases.ts';

export interface Answer {
  status: number;
  /** Parsed JSON, or the text where it is none. */
  body: unknown;
  headers: Headers;
}

export interface TestApp {
  url: string;
  connector: Connector;
  dataDir: string;
  /** Log lines, parsed. */
  log: Record<string, unknown>[];
  /** Posts an activity from this connector and waits for the response. */
  send(activity: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** Posts whatever bytes, as JSON unless told otherwise. */
  post(body: string | Blob, headers?: Record<string, string>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  stop(): Promise<void>;
}

export interface TestAppOptions extends Overrides {
  /** In production with this identity; otherwise in development. */
  bot?: BotIdentity;
  /** Of an earlier app, to start again on its data. */
  dataDir?: string;
  /** Settings beside those that every test has. */
  settings?: Partial<Pick<Config, 'language' | 'model' | 'sensitivityLabel'>>;
}

/** Stopped when the test ends. */
export async function startApp({
  bot,
  dataDir = temporaryFolder(),
  settings,
  ...overrides
}: TestAppOptions = {}): Promise<TestApp> {
  const log: Record<string, unknown>[] = [];
  const destination = new Writable({
    write: (line, _encoding, done) => {
      log.push(JSON.parse(String(line)));
      done();
    },
  });
  const connector = await startConnector();
  const app = createApp(
    { ...testConfig(dataDir, bot), ...settings },
    { logger: createLogger('debug', { destination }), ...overrides },
  );
  const { url } = await app.start();
  onTestFinished(() => app.stop());
  const post: TestApp['post'] = async (body, headers = {}) =>
    read(
      await fetch(`${url}/api/messages`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', ...headers },
      }),
    );

  return {
    url,
    connector,
    dataDir,
    log,
    post,
    send: (activity, headers) => post(JSON.stringify({ ...activity, serviceUrl: connector.url }), headers),
    get: async path => read(await fetch(url + path)),
    stop: app.stop,
  };
}

export function testConfig(dataDir: string, bot?: BotIdentity, port = 0): Config {
  return {
    ...(bot ? { mode: 'production', bot } : { mode: 'development' }),
    host: '127.0.0.1',
    port,
    store: { dataDir },
    knowledge: { mode: 'beside' },
    language: 'da',
    logLevel: 'debug',
  };
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const { status, headers } = response;
  try {
    return { status, body: text === '' ? undefined : JSON.parse(text), headers };
  } catch {
    return { status, body: text, headers };
  }
}
