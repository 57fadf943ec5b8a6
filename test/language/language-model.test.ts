// The language model over real sockets: what is sent, what comes back, what is tried again and what is not.
import { format } from 'node:util';
import { expect, test, vi } from 'vitest';
import {
  answer,
  babble,
  cut,
  empty,
  fails,
  half,
  knowsNot,
  notJson,
  refusal,
  slow,
  tooMany,
  unstreamed,
} from '../support/model-server.ts';
import { createTestTimers } from '../support/timers.ts';
import { passage, question, startAsker } from './ask-model.ts';

const said = 'I FRO sidder rådmanden. [1] Også »direktøren«. [1]';
const code = (error: Error | undefined) => (error?.cause as { code?: string } | undefined)?.code;

test('the text comes in the pieces it is said in, with its count of tokens', async () => {
  const { ask, server } = await startAsker([answer(said, { chunk: 7, usage: 321 })]);
  const { text, pieces, usage } = await ask();
  expect(text).toBe(said);
  expect(pieces[0]).toBe('I FRO s');
  expect(usage).toEqual([321]);
  expect(server.calls[0]).toMatchObject({
    path: '/v1/chat/completions',
    input: question,
    passages: [passage],
    body: {
      model: 'test-model',
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0,
      max_tokens: 900,
    },
  });
  expect(server.calls[0]?.headers.authorization).toBeUndefined();
});

test('where no count comes it is guessed from the characters', async () => {
  const { ask, server } = await startAsker([answer(said, { usage: false })]);
  const { usage } = await ask();
  const sent = server.calls[0]?.body.messages.reduce((sum, { content }) => sum + content.length, 0) ?? 0;
  expect(usage).toEqual([Math.ceil((sent + said.length) / 3)]);
});

test('an endpoint that answers in one piece, whatever was asked for, is understood', async () => {
  const { ask } = await startAsker([unstreamed(said, { usage: 50 })]);
  expect(await ask()).toMatchObject({ text: said, usage: [50] });
});

test.each([
  { unknown: ['stream_options'], named: true },
  { unknown: ['stream_options'], named: false },
  { unknown: ['temperature'], named: true },
  { unknown: ['max_tokens', 'temperature'], named: true },
])(
  'an endpoint that does not know $unknown is asked without, from then on at once (named: $named)',
  async ({ unknown, named }) => {
    const { ask, server } = await startAsker([knowsNot(unknown, answer(said), { named })]);
    expect((await ask()).text).toBe(said);
    const first = server.calls.length;
    expect(first).toBe(unknown.length + 1);
    expect((await ask()).text).toBe(said);
    expect(server.calls).toHaveLength(first + 1);
    const last = server.calls.at(-1)?.body;
    if (unknown.includes('max_tokens')) expect(last).toMatchObject({ max_completion_tokens: 900 });
  },
);

test.each([
  ['429', tooMany()],
  ['500', fails(500)],
  ['503', fails(503)],
  ['a cut connection', cut()],
  ['an end before the first word', half('')],
])('after %s it is asked again, a little later', async (_, behaviour) => {
  const { ask, server, waits } = await startAsker([behaviour, behaviour, answer(said)]);
  expect(await ask()).toMatchObject({ text: said, usage: [expect.any(Number)] });
  expect(server.calls).toHaveLength(3);
  expect(waits).toHaveLength(2);
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_000);
});

test('nobody is asked more than three times', async () => {
  const { ask, server } = await startAsker([fails(502)]);
  const { error, usage } = await ask();
  expect(error).toMatchObject({ code: 'model-unavailable', message: expect.stringContaining('502') });
  expect(server.calls).toHaveLength(3);
  expect(usage).toEqual([0]);
});

test('Retry-After is obeyed, with some chance on top; more than there is time for is not waited for', async () => {
  const patient = await startAsker([tooMany(2), fails(503, { 'retry-after-ms': '700' }), answer(said)]);
  expect((await patient.ask()).text).toBe(said);
  const [first = 0, second = 0] = patient.waits;
  expect(first).toBeGreaterThanOrEqual(2_000);
  expect(first).toBeLessThan(2_251);
  expect(second).toBeGreaterThanOrEqual(700);
  const hurried = await startAsker([tooMany(60)]);
  expect(code((await hurried.ask()).error)).toBe('status');
  expect(hurried.server.calls).toHaveLength(1);
  expect(hurried.waits).toEqual([]);
});

test.each([
  ['a wrong key', fails(401, {}, { code: 'invalid_api_key' }), 'status', '401 (invalid_api_key)'],
  ['a model that is not there', fails(404, {}, { code: 'DeploymentNotFound' }), 'status', '404 (DeploymentNotFound)'],
  ['a redirection', fails(307, { Location: 'http://127.0.0.1:9/' }), 'status', '307'],
  ['an empty purse', fails(429, {}, { code: 'insufficient_quota' }), 'status', '429 (insufficient_quota)'],
  ['a refusal of the model', refusal('model'), 'refused', 'the model'],
  ['a filter behind the model', refusal('filter'), 'refused', 'behind'],
  ['a filter before the model', refusal('prompt-filter'), 'refused', 'before'],
  ['an empty answer', empty(), 'empty', 'nothing'],
  ['a page of HTML', notJson(), 'unreadable', 'protocol'],
  ['events that hold no JSON', babble(), 'unreadable', 'protocol'],
])('%s is said at once and not tried again', async (_, behaviour, expected, words) => {
  const { ask, server } = await startAsker([behaviour]);
  const { error } = await ask();
  expect(error?.code).toBe('model-unavailable');
  expect(code(error)).toBe(expected);
  expect(error?.message).toContain(words);
  expect(server.calls).toHaveLength(1);
});

test.each([
  ['half a stream', half('I FRO sidder')],
  ['a connection cut in the middle', cut('I FRO sidder')],
])('%s is an error behind what has come, and is not begun again', async (_, behaviour) => {
  const { ask, server } = await startAsker([behaviour]);
  const { text, error, usage } = await ask();
  expect('I FRO sidder').toContain(text);
  expect(text).not.toBe('');
  expect(code(error)).toBe('half');
  expect(usage[0]).toBeGreaterThan(100);
  expect(server.calls).toHaveLength(1);
});

test('the end of the time ends it: before the answer, in the middle of it, and while a retry waits', async () => {
  const never = { after: () => () => {} };
  for (const behaviour of [slow(), slow('I FRO sidder'), tooMany(5)]) {
    const { ask, server } = await startAsker([behaviour], { timers: never });
    const time = new AbortController();
    const asking = ask({ signal: time.signal });
    await server.arrived(1);
    setTimeout(() => time.abort(), 20);
    const { error } = await asking;
    expect(code(error)).toBe('late');
    expect(server.calls).toHaveLength(1);
  }
});

test('when the time is up before the beginning nobody is asked', async () => {
  const { ask, server } = await startAsker([answer(said)]);
  expect(await ask({ signal: AbortSignal.abort() })).toMatchObject({
    error: { code: 'model-unavailable' },
    usage: [0],
  });
  expect(server.calls).toEqual([]);
});

test('what was asked and given up counts with its prompt', async () => {
  const { ask, server } = await startAsker([slow()]);
  const time = new AbortController();
  const asking = ask({ signal: time.signal });
  await server.arrived(1);
  time.abort();
  expect((await asking).usage[0]).toBeGreaterThan(500);
});

test('who stops listening ends the connection, and pays for what was said', async () => {
  const { ask, server } = await startAsker([slow('I FRO sidder rådmanden.', ' Og flere.')]);
  const { text, usage, error } = await ask({ leaveAfter: 1 });
  expect(error).toBeUndefined();
  expect(text).toBe('I FRO sidder');
  expect(usage[0]).toBeGreaterThan(500);
  await vi.waitFor(() => expect(server.left()).toBe(1));
});

test('an endpoint that says all and does not hang up is not waited for', async () => {
  const timers = createTestTimers();
  const { ask } = await startAsker(
    [
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(`data: {"choices":[{"delta":{"content":"Hej. [1]"},"finish_reason":"stop"}]}\n\n`);
      },
    ],
    { timers },
  );
  const asking = ask();
  await vi.waitFor(() => expect(timers.waiting()).toBe(1));
  await timers.advance(1_000);
  expect(await asking).toMatchObject({ text: 'Hej. [1]' });
});

test('an error inside the stream, oddly cut lines and comments are understood', async () => {
  const events = [
    ': ping\r',
    '\n\r\nevent: chunk\r\ndata:{"choices":[{"delta":{"content":"Bl',
    'å"}}]}\r\n\r\n',
    'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\r\n\r\ndata: [DONE]',
  ];
  const { ask, server } = await startAsker([
    (_, response) => void response.writeHead(200).end('data: {"error":{"message":"overloaded"}}\n\n'),
    async (_, response) => {
      for (const piece of events) {
        response.write(piece);
        await new Promise(resolve => setTimeout(resolve, 2));
      }
      response.end();
    },
  ]);
  expect((await ask()).text).toBe('Blå');
  expect(server.calls).toHaveLength(2);
});

test('a line without end is given up', async () => {
  const { ask } = await startAsker([
    async (_, response) => {
      response.writeHead(200);
      for (let i = 0; i < 40 && !response.destroyed; i++) {
        response.write('x'.repeat(100_000));
        await new Promise(resolve => setImmediate(resolve));
      }
      response.end();
    },
  ]);
  expect(code((await ask()).error)).toBe('unreadable');
});

test('nothing of prompt, question or answer is logged, printed or left in an error, whatever goes wrong', async () => {
  const printed = ['log', 'error', 'warn', 'debug'].map(name => vi.spyOn(console, name as 'log').mockReturnValue());
  vi.stubEnv('DEBUG', 'true');
  const echo = (status: number) => fails(status, {}, { message: `cannot read: ${question} ${passage}` });
  const { ask, log } = await startAsker([
    answer(said),
    half(said),
    babble(`${question} ${said}`),
    echo(400),
    echo(500),
    refusal('model'),
  ]);
  const errors: (Error | undefined)[] = [];
  for (let i = 0; i < 6; i++) errors.push((await ask()).error);
  const everything = [
    log(),
    ...printed.flatMap(spy => spy.mock.calls.map(call => format(...call))),
    ...errors.flatMap(error => [error?.message, error?.stack, String(error?.cause), JSON.stringify(error?.cause)]),
  ].join('\n');
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const secret of ['sidder', 'rådmand', 'direktøren', 'Du er assistent', 'ikke hjælpe med']) {
    expect(everything).not.toContain(secret);
  }
  expect(log()).toContain('the language model is asked again');
});
