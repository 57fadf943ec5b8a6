// The app as a whole: starting twice, stopping with a turn in flight, starting again.
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { message } from '../support/activities.ts';
import { startApp, testConfig } from '../support/app.ts';

test('a turn in flight is finished and answered before the app has stopped', async () => {
  let finish = () => {};
  let begun = () => {};
  const began = new Promise<void>(resolve => {
    begun = resolve;
  });
  const app = await startApp({
    handle: async () => {
      begun();
      await new Promise<void>(resolve => {
        finish = resolve;
      });
      return [{ kind: 'text', text: 'nåede det' }];
    },
  });
  const answer = app.send(message('hej'));
  await began;
  const stopped = app.stop();
  expect(await app.send(message('for sent'))).toMatchObject({ status: 503 });
  finish();
  expect(await answer).toMatchObject({ status: 200 });
  await stopped;
  expect(app.connector.messages().map(({ activity }) => activity.text)).toEqual(['nåede det']);
  await expect(app.get('/livez')).rejects.toThrow();
});

test('a message delivered again after a restart is not answered again', async () => {
  const handle = async () => [{ kind: 'text' as const, text: 'svar' }];
  const activity = message('hej');
  const first = await startApp({ handle });
  await first.send(activity);
  await first.stop();
  const second = await startApp({ handle, dataDir: first.dataDir });
  expect(await second.send(activity)).toMatchObject({ status: 200 });
  expect(first.connector.messages()).toHaveLength(1);
  expect(second.connector.received).toEqual([]);
});

test('a second server on the same folder is refused and leaves the first one alone', async () => {
  const first = await startApp();
  const second = createApp(testConfig(first.dataDir), { logger: createLogger('silent') });
  await expect(second.start()).rejects.toMatchObject({ code: 'database-busy' });
  expect(await first.get('/readyz')).toMatchObject({ status: 200 });
});

test('a start that fails on a taken port lets go of the folder', async () => {
  const first = await startApp();
  const other = await startApp();
  await other.stop();
  const options = { logger: createLogger('silent') };
  const config = testConfig(other.dataDir, undefined, Number(new URL(first.url).port));
  await expect(createApp(config, options).start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const again = createApp(testConfig(other.dataDir), options);
  await again.start();
  await again.stop();
});

test('an app that is told twice to stop stops once, and both wait for it', async () => {
  const app = await startApp();
  const stops = [app.stop(), app.stop()];
  await stops[1];
  await expect(app.get('/livez')).rejects.toThrow();
  await stops[0];
  expect(app.log.filter(({ msg }) => msg === 'stopped')).toHaveLength(1);
});
