// The door to the outside: what is let in, how fast it must come, and what the server says of itself.

import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../src/lib/logger.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { type ReadBody, readJson } from '../../src/web/read-json.ts';
import { createWebServer, type WebParts } from '../../src/web/server.ts';
import { message } from '../support/activities.ts';
import { startApp } from '../support/app.ts';

const limit = 256 * 1024;

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
  'a body of type %j is 415',
  async type => {
    const { post } = await startApp();
    const body = new Blob([JSON.stringify(message('hej'))]);
    expect(await post(body, { 'Content-Type': type })).toMatchObject({
      status: 415,
      body: { error: expect.any(String) },
    });
  },
);

test('a compressed body is 415, whatever it unpacks to', async () => {
  const { post } = await startApp();
  expect(await post('{}', { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 415 });
});

test('a body of 256 KB is read, one byte more is 413', async () => {
  const { post } = await startApp();
  const padded = (size: number) =>
    JSON.stringify({ ...message('hej'), conversation: 7, pad: '' }).replace('"pad":""', `"pad":"${'x'.repeat(size)}"`);
  const overhead = padded(0).length;
  expect(await post(padded(limit - overhead))).toMatchObject({
    status: 400,
    body: { error: expect.stringMatching(/conversation/) },
  });
  expect(await post(padded(limit - overhead + 1))).toMatchObject({
    status: 413,
    body: { error: 'The body must be at most 256 KB.' },
  });
});

test('a body without a length is counted as it comes, and cut off at 256 KB', async () => {
  const { url } = await startApp();
  const status = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let i = 0; i < 5; i++) socket.write(chunk);
    socket.once('data', data => resolve(data.toString())).once('error', reject);
    onTestFinished(() => void socket.destroy());
  });
  expect(status).toMatch(/^HTTP\/1\.1 413 /);
  expect(status).toMatch(/Connection: close/i);
});

test.each(['', '{', 'null', '[]', '"x"', '7', '{"type":"message"}', '{"__proto__":{"type":"message"}}'])(
  'the body %j is 400 and one sentence',
  async body => {
    const { post } = await startApp();
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(/^[A-Z].*\.$/) } });
  },
);

test.each([
  ['another channel', { channelId: 'emulator' }],
  ['no sender', { from: undefined }],
  ['a conversation without an id', { conversation: {} }],
  ['a type that is no text', { type: 7 }],
  ['members that are no list', { membersAdded: 'alle' }],
])('an activity with %s is 400', async (_, fields) => {
  const { send } = await startApp();
  expect(await send(message('hej', fields))).toMatchObject({ status: 400 });
});

test('in development an activity that wants its answer sent to another machine is refused', async () => {
  const { post } = await startApp();
  const activity = message('hej', { serviceUrl: 'https://elsewhere.example/' });
  expect(await post(JSON.stringify(activity))).toMatchObject({ status: 403 });
});

test('no response tells what serves it', async () => {
  const { get, post } = await startApp();
  for (const { headers } of [await get('/livez'), await get('/none'), await post('{}')]) {
    expect([...headers.keys()].filter(name => /server|powered|version|request-id|response-time/.test(name))).toEqual(
      [],
    );
  }
});

test('what is not there is 404, and another method 405', async () => {
  const { get } = await startApp();
  expect(await get('/none')).toMatchObject({ status: 404 });
  expect(await get('/api/messages')).toMatchObject({ status: 405 });
});

test('the access log has route and status and no query', async () => {
  const { get, log } = await startApp();
  await get('/livez?name=Mette');
  await get('/readyz');
  expect(log).toContainEqual(expect.objectContaining({ route: '/livez', method: 'GET', status: 200 }));
  expect(JSON.stringify(log)).not.toMatch(/Mette/);
});

test('turns and requests are counted', async () => {
  const { send, get } = await startApp({ handle: async () => [{ kind: 'text', text: 'svar' }] });
  const activity = message('hej');
  await send(activity);
  await send(activity);
  const { body, headers } = await get('/metrics');
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(body).toContain('lp_turns_total{kind="message",outcome="answered"} 1');
  expect(body).toContain('lp_turns_total{kind="message",outcome="duplicate"} 1');
  expect(body).toContain('lp_turn_seconds_count{kind="message"} 1');
  expect(body).toContain('lp_http_request_seconds_count{route="/api/messages",method="POST",status="200"} 2');
  expect(body).toContain('process_resident_memory_bytes');
});

test('answers are counted as answered or abstained', async () => {
  const metrics = createMetrics();
  for (const abstained of [false, true, false]) metrics.answer(abstained);
  const text = await metrics.text();
  expect(text).toContain('lp_answers_total{result="answered"} 2');
  expect(text).toContain('lp_answers_total{result="abstained"} 1');
});

async function startWeb(parts: Partial<WebParts> = {}) {
  const web = createWebServer({
    host: '127.0.0.1',
    port: 0,
    receive: async () => ({ status: 200 }),
    checks: {},
    metrics: createMetrics(),
    logger: createLogger('silent'),
    ...parts,
  });
  const url = await web.listen();
  onTestFinished(() => web.close(0));
  return { web, url };
}

test('ready means that every check holds, and a failing one is named', async () => {
  const held = { database: true, knowledge: true };
  const { url } = await startWeb({
    checks: {
      database: async () => {
        if (!held.database) throw new Error('gone');
      },
      knowledge: () => held.knowledge,
    },
  });
  const ready = async () => {
    const response = await fetch(`${url}/readyz`);
    return [response.status, await response.json()];
  };
  expect(await ready()).toEqual([200, { status: 'ok' }]);
  held.knowledge = false;
  expect(await ready()).toEqual([503, { status: 'not ready', failed: ['knowledge'] }]);
  held.database = false;
  expect(await ready()).toEqual([503, { status: 'not ready', failed: ['database', 'knowledge'] }]);
  expect((await fetch(`${url}/livez`)).status).toBe(200);
});

test('a check that hangs is asked once, however many wait, and fails within 3 s', async () => {
  let asked = 0;
  const { url } = await startWeb({
    checks: {
      database: () => {
        asked++;
        return new Promise(() => {});
      },
    },
  });
  const begun = performance.now();
  const responses = await Promise.all([1, 2, 3].map(() => fetch(`${url}/readyz`)));
  expect(responses.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(asked).toBe(1);
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test('a server that is stopping takes no new messages and is not ready', async () => {
  const { web, url } = await startWeb();
  web.refuse();
  const post = await fetch(`${url}/api/messages`, {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  expect(post.status).toBe(503);
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
});

test('a port that is taken is an error and not a crash', async () => {
  const { url } = await startWeb();
  await expect(startWeb({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

async function readOnce(limits: { bytes: number; ms: number }, write: (port: number) => void): Promise<ReadBody> {
  let server: Server | undefined;
  const read = new Promise<ReadBody>(resolve => {
    server = createServer((request, response) => {
      void readJson(request, limits).then(body => {
        resolve(body);
        response.end();
      });
    });
  });
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  const address = server?.address();
  if (typeof address === 'object' && address) write(address.port);
  onTestFinished(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return read;
}

const head =
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 10\r\n\r\n';

test('a body that does not arrive in time is 408', async () => {
  const body = await readOnce({ bytes: 100, ms: 20 }, port => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.write(`${head}{"a"`);
    onTestFinished(() => void socket.destroy());
  });
  expect(body).toMatchObject({ ok: false, status: 408 });
});

test('a body that breaks off is 400', async () => {
  const body = await readOnce({ bytes: 100, ms: 10_000 }, port => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.write(`${head}{"a"`, () => socket.destroy());
  });
  expect(body).toMatchObject({ ok: false, status: 400 });
});
