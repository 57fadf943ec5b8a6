// A PostgreSQL that stops answering: the server lives, says that it is not ready, and is ready again once it answers.
import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { openStore } from '../../src/store/open.ts';
import { testConfig } from '../support/app.ts';

const postgresUrl = inject('postgresUrl') ?? '';

/** Stands before PostgreSQL. While it hangs it accepts, reads, and passes nothing on. */
async function startGateway(): Promise<{ databaseUrl: string; hang(): void; goOn(): void }> {
  const { hostname, port } = new URL(postgresUrl);
  const sockets: Socket[] = [];
  let hanging = false;
  const server = createServer(client => {
    const database = connect(Number(port), hostname);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.push(socket.on('error', () => {}));
      if (hanging) socket.pause();
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(postgresUrl);
  const address = server.address();
  if (typeof address === 'object' && address) url.port = String(address.port);
  return {
    databaseUrl: url.href,
    hang: () => {
      hanging = true;
      for (const socket of sockets) socket.pause();
    },
    goOn: () => {
      hanging = false;
      for (const socket of sockets) socket.resume();
    },
  };
}

describe.skipIf(postgresUrl === '')('a PostgreSQL that hangs', () => {
  test('makes the server not ready within 3 s, never dead, and ready again when it goes on', async () => {
    const { databaseUrl, hang, goOn } = await startGateway();
    const config = { ...testConfig(''), store: { databaseUrl, schema: 'hangs' } };
    const app = createApp(config, { logger: createLogger('silent') });
    const { url } = await app.start();
    onTestFinished(() => app.stop());
    const ready = async () => {
      const response = await fetch(`${url}/readyz`);
      return [response.status, await response.json()];
    };
    expect(await ready()).toEqual([200, { status: 'ok' }]);
    hang();
    const begun = performance.now();
    const answers = Promise.all([ready(), ready(), ready()]);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(1_000);
    const notReady = [503, { status: 'not ready', failed: ['database'] }];
    expect(await answers).toEqual([notReady, notReady, notReady]);
    expect(performance.now() - begun).toBeLessThan(3_000);
    goOn();
    await expect.poll(ready).toEqual([200, { status: 'ok' }]);
  });
});

describe.skipIf(postgresUrl === '')('on PostgreSQL', () => {
  const open = async () => {
    const store = await openStore({ databaseUrl: postgresUrl });
    onTestFinished(() => store.close());
    return store;
  };

  test('statements and forgotten transactions are ended by the database', async () => {
    const { db } = await open();
    const setting = async (name: string) =>
      (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db)).rows[0]?.value;
    expect(await setting('statement_timeout')).toBe('15s');
    expect(await setting('idle_in_transaction_session_timeout')).toBe('15s');
  });

  test('a connection that is cut in the middle of a transaction fails that transaction and nothing else', async () => {
    const [store, other] = [await open(), await open()];
    const attempt = store.db.transaction().execute(async transaction => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(other.db);
      await other.ping();
      await sql`select 1`.execute(transaction);
    });
    await expect(attempt).rejects.toThrow();
    await store.ping();
  });
});
