// The server in production (npm run serve): reads the environment, starts, stops on signals.
import { createApp } from './app.ts';
import { runUntilStopped } from './cli/run.ts';
import { loadConfig } from './config/config.ts';
import { readEnvironment } from './config/env.ts';

await runUntilStopped(async () => {
  const app = createApp(loadConfig('production', readEnvironment()));
  await app.start();
  return app.stop;
});
