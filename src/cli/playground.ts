// Starts the Microsoft 365 Agents Playground, the Teams-like client, as a child process; used by cli/start.ts and the tests.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readEnvironment } from '../config/env.ts';
import { AppError } from '../lib/errors.ts';

export interface Playground {
  /** The page to open. */
  url: string;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** The bot's messages address. */
  endpoint: string;
  /** Wished for; another one is taken when it is in use. */
  port: number;
  /** Path of the file that says who plays. */
  configuration?: string;
  /** Told when it ends before it was stopped. */
  onExit?: (code: number | null) => void;
}

/** Keeps it to 127.0.0.1; the same from src/ and from dist/. */
const loopback = new URL('../../playground/loopback.mjs', import.meta.url).href;

/** Listens on 127.0.0.1 only. @throws AppError with what it printed, when it does not begin to listen. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { endpoint, port, configuration = '.m365agentsplayground.yml', onExit } = options;
  const program = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  );
  const child = spawn(
    process.execPath,
    // --dt: no telemetry, and with it neither network nor questions.
    ['--import', loopback, program, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt'],
    {
      // Its browser is not opened by itself: on a server that fails with a stack trace.
      env: {
        ...readEnvironment(),
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: resolve(configuration),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>(done => child.once('exit', () => done()));
  const killWithUs = () => void child.kill();
  process.once('exit', killWithUs);
  const listeningOn = await whenListening(child);
  const tell = (code: number | null) => onExit?.(code);
  child.once('exit', tell);
  return {
    url: `http://localhost:${listeningOn}`,
    stop: async () => {
      child.off('exit', tell);
      process.off('exit', killWithUs);
      child.kill();
      await ended;
    },
  };
}

function whenListening(child: ChildProcess): Promise<number> {
  return new Promise((done, reject) => {
    const printed: string[] = [];
    child.once('error', reject);
    child.once('exit', code => {
      const hint = 'devTools/m365agentsplayground.log may say more';
      reject(new AppError('internal', [`The Playground ended with ${code}; ${hint}.`, ...printed].join('\n')));
    });
    for (const output of [child.stdout, child.stderr]) {
      if (!output) continue;
      createInterface({ input: output }).on('line', line => {
        printed.push(line);
        const port = /Listening on (\d+)/.exec(line)?.[1];
        if (port) done(Number(port));
      });
    }
  });
}
