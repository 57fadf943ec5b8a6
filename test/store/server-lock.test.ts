// One server at a time on a folder.
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { holdServerLock } from '../../src/store/server-lock.ts';
import { temporaryFolder } from '../support/databases.ts';
import { killHard, startChild } from '../support/store-process.ts';

test('a second server on the folder is refused, and the folder is named', () => {
  const folder = temporaryFolder();
  const release = holdServerLock(folder);
  expect(() => holdServerLock(folder)).toThrow(expect.objectContaining({ code: 'database-busy' }));
  expect(() => holdServerLock(folder)).toThrow(folder);
  release();
});

test('the folder is free again once the server has let go', () => {
  const folder = temporaryFolder();
  holdServerLock(folder)();
  const release = holdServerLock(folder);
  expect(() => holdServerLock(folder)).toThrow();
  release();
});

test('another process holds the folder until it is killed, however hard', async () => {
  const dataDir = temporaryFolder();
  const server = await startChild('hold', { dataDir });
  expect(() => holdServerLock(dataDir)).toThrow(expect.objectContaining({ code: 'database-busy' }));
  await killHard(server);
  holdServerLock(dataDir)();
});

test('commands work on the folder while a server holds it', async () => {
  const dataDir = temporaryFolder();
  const release = holdServerLock(dataDir);
  const store = await openStore({ dataDir });
  await store.ping();
  await store.close();
  release();
});
