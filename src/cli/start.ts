// npm start: the assistant and a Teams-like client on this machine, without credentials.
import { spawn } from 'node:child_process';
import { createApp } from '../app.ts';
import { loadConfig } from '../config/config.ts';
import { readEnvironment } from '../config/env.ts';
import { startPlayground } from './playground.ts';
import { runUntilStopped } from './run.ts';

/** The one the Playground itself would choose. */
const playgroundPort = 56_150;

await runUntilStopped(async () => {
  const environment = readEnvironment();
  const app = createApp(loadConfig('development', environment));
  const { url } = await app.start();
  try {
    const playground = await startPlayground({
      endpoint: `${url}/api/messages`,
      port: playgroundPort,
      onExit: code =>
        console.error(`Teams-klienten er lukket (${code ?? 'afbrudt'}). Assistenten kører stadig på ${url}.`),
    });
    console.log(welcome(url, playground.url));
    if (environment.TEAMSAPPTESTER_BROWSER !== 'none') openBrowser(playground.url, environment);
    return async () => {
      await playground.stop();
      await app.stop();
    };
  } catch (error) {
    await app.stop();
    throw error;
  }
});

function welcome(assistant: string, client: string): string {
  return `
  LP-assistenten kører på denne maskine.

    Åbn klienten:  ${client}
    Assistenten:   ${assistant}

  Havneby Kommune og alle personer i klienten er opdigtede. Stop med Ctrl+C.
`;
}

/** Where there is a screen; the address stands in the terminal anyway. */
function openBrowser(url: string, { DISPLAY, WAYLAND_DISPLAY }: Record<string, string | undefined>): void {
  const commands: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
    ...(DISPLAY || WAYLAND_DISPLAY ? { linux: ['xdg-open', url] } : {}),
  };
  const [program, ...args] = commands[process.platform] ?? [];
  if (program === undefined) return;
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}
