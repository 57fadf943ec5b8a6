// Answers in a language model's words: whole where all of it passes, and without the model wherever anything goes wrong. The endpoint is a real server on loopback.
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { group, jonas, mentioned, message, mette } from '../support/activities.ts';
import { startApp, type TestAppOptions } from '../support/app.ts';
import type { WireActivity } from '../support/connector.ts';
import {
  answer,
  type Behaviour,
  babble,
  cut,
  empty,
  fails,
  half,
  honest,
  liar,
  notJson,
  refusal,
  slow,
  startModelServer,
  tooMany,
} from '../support/model-server.ts';
import { createTestTimers } from '../support/timers.ts';
import { by } from './talk.ts';

const question = 'Hvad er formålet med læringssamtalerne?';
const label = 'AIGeneratedContent';

async function start(script: Behaviour[], options: TestAppOptions & { dailyTokens?: number } = {}) {
  const { dailyTokens = 1_000_000, ...others } = options;
  const server = await startModelServer(...script);
  onTestFinished(() => server.close());
  const model = { provider: 'compatible', model: 'stand-in', endpoint: server.url, dailyTokens } as const;
  const app = await startApp({ settings: { model }, ...others });
  const ask = async (text: string, fields = {}): Promise<WireActivity[]> => {
    const before = app.connector.messages().length;
    await app.send(message(text, fields));
    return app.connector
      .messages()
      .slice(before)
      .map(({ activity }) => activity);
  };
  return { ...app, server, ask };
}

const byModel = (activity: WireActivity | undefined) => JSON.stringify(activity?.entities ?? []).includes(label);

/** What the same app says without a model. */
async function withoutModel(text: string): Promise<string> {
  const { send, connector } = await startApp();
  await send(message(text));
  return connector.messages()[0]?.activity.text ?? '';
}

afterEach(() => {
  vi.useRealTimers();
});

describe('an answer that the model writes', () => {
  test('is streamed in a personal chat, sentence by sentence, and ends with sources and label', async () => {
    const { ask, connector, server } = await start([answer(honest)]);
    const [final] = await ask(question);
    expect(server.calls).toHaveLength(1);
    expect(byModel(final)).toBe(true);
    expect(final?.text).toMatch(/\[1\]/);
    const [first] = connector.received;
    expect(first?.activity).toMatchObject({
      type: 'typing',
      channelData: { streamType: 'streaming', streamSequence: 1 },
    });
    expect(final?.text?.startsWith(first?.activity.text ?? '?')).toBe(true);
    const message = final?.entities?.find(({ type }) => type === 'https://schema.org/Message');
    expect(message).toMatchObject({
      citation: [{ position: 1 }, ...((message?.citation as unknown[]) ?? []).slice(1)],
    });
  });

  test('stands there once, also where the model begins with empty lines', async () => {
    const { ask } = await start([answer(call => `\n\n ${honest(call)}`)]);
    const [final] = await ask(question);
    const beginning = final?.text?.slice(0, 40) ?? '';
    expect(final?.text?.split(beginning)).toHaveLength(2);
  });

  test('is cut off when the server stops, and the answer without a model gets out', async () => {
    const { send, connector, server, stop } = await start([slow()]);
    const sent = send(message(question));
    await server.arrived(1);
    const stopped = stop();
    await sent;
    expect(connector.messages()[0]?.activity.text).toBe(await withoutModel(question));
    server.release();
    await stopped;
  });

  test('comes as one message in a group', async () => {
    const { send, connector } = await start([answer(honest)]);
    await send(mentioned(question, { conversation: group }));
    expect(connector.received.map(({ activity }) => activity.type)).toEqual(['message']);
    expect(byModel(connector.received[0]?.activity)).toBe(true);
  });

  test('is kept as it was shown, for the verdict on it', async () => {
    const { ask, log } = await start([answer(honest)]);
    const [final] = await ask(question);
    expect(final?.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
    expect(JSON.stringify(log)).not.toContain(question);
  });

  test.each([
    ['a list that the structure gives', 'Hvilke færdigheder forventer vi af skoledirektøren?'],
    ['a question that the documents do not answer', 'Hvad tjener en skoleleder om måneden?'],
    ['a false premise', 'Hvad siger målpilen om 2031?'],
    ['a command', 'kilder'],
  ])('is not asked for: %s', async (_, text) => {
    const { ask, server } = await start([answer(honest)]);
    const [said] = await ask(text);
    expect(server.calls).toEqual([]);
    expect(byModel(said)).toBe(false);
    expect(said?.text).toBe(await withoutModel(text));
  });
});

describe('the answer without a model stands', () => {
  test.each([
    ['refuses in its own words', refusal('model')],
    ['is filtered', refusal('filter')],
    ['is filtered before it reads', refusal('prompt-filter')],
    ['says nothing', empty()],
    ['finds no answer', answer('INTET SVAR')],
    ['breaks off at once', cut()],
    ['breaks off in the first sentence', half('Læringssamtaler er')],
    ['answers with a page of some proxy', notJson()],
    ['does not speak the protocol', babble()],
    ['has a wrong key', fails(401)],
    ['is down', fails(500)],
    ['is overloaded for longer than there is time', tooMany(60)],
    ['lies in every sentence', answer(({ passages }) => passages.map(() => 'Rådmanden er 99 år. [1]').join(' '))],
    ['cites nothing', answer('Læringssamtaler er samtaler.')],
    ['cites what it was not given', answer('Læringssamtaler er samtaler. [99]')],
  ])('when the model %s', async (_, behaviour) => {
    const timers = createTestTimers();
    const { send, connector } = await start([behaviour], { timers });
    const sent = send(message(question));
    const moving = (async () => {
      // What is tried again waits a moment each time; the whole has 12 s.
      for (let i = 0; i < 24 && connector.messages().length === 0; i++) {
        await new Promise(resolve => setTimeout(resolve, 15));
        await timers.advance(500);
      }
    })();
    await Promise.all([sent, moving]);
    const [said] = connector.messages();
    expect(said?.activity.text).toBe(await withoutModel(question));
    expect(byModel(said?.activity)).toBe(false);
  });

  test('after 12 seconds, retries included', async () => {
    const timers = createTestTimers();
    const { send, connector, server } = await start([slow()], { timers });
    const sent = send(message(question));
    await server.arrived(1);
    await timers.advance(11_999);
    expect(connector.messages()).toEqual([]);
    await timers.advance(1);
    await sent;
    expect(connector.messages()[0]?.activity.text).toBe(await withoutModel(question));
    server.release();
  });

  test('once the day’s tokens are used up, and the model is not asked any more', async () => {
    const { ask, server } = await start([answer(honest, { usage: 4_000 })], { dailyTokens: 5_000 });
    expect(byModel((await ask(question))[0])).toBe(true);
    const [said] = await ask(question);
    expect(server.calls).toHaveLength(1);
    expect(said?.text).toBe(await withoutModel(question));
  });

  test('while the circuit is open; when half a minute is over the model is asked again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { ask, server } = await start([fails(400)]);
    for (let i = 0; i < 5; i++) await ask(question);
    const before = server.calls.length;
    expect(byModel((await ask(question))[0])).toBe(false);
    expect(server.calls).toHaveLength(before);
    server.script(answer(honest));
    vi.setSystemTime(Date.now() + 31_000);
    expect(byModel((await ask(question))[0])).toBe(true);
  });

  test('behind what had been shown, when the rest does not pass', async () => {
    const lying = answer(call => `${honest(call).split('] ')[0]}] Rådmanden er 99 år. [1]`);
    const { ask } = await start([lying, answer('Rådmanden er 98 år. [1]')]);
    const [said] = await ask(question);
    expect(said?.text).not.toMatch(/9[89] år/);
    expect(byModel(said)).toBe(true);
    const plain = (await withoutModel(question)).split(' [')[0] ?? '?';
    expect(said?.text).toContain(plain);
  });
});

test('429 with Retry-After is obeyed within the time', async () => {
  const timers = createTestTimers();
  const { send, connector, server } = await start([tooMany(2), answer(honest)], { timers });
  const sent = send(message(question));
  await server.arrived(1);
  let waited = 0;
  for (; server.calls.length < 2 && waited < 10_000; waited += 100) {
    await new Promise(resolve => setTimeout(resolve, 5));
    await timers.advance(100);
  }
  expect(waited).toBeGreaterThanOrEqual(2_000);
  // The stream keeps Teams' pace before it ends.
  await vi.waitUntil(async () => {
    await timers.advance(100);
    return connector.messages().length > 0;
  });
  await sent;
  expect(server.calls).toHaveLength(2);
  expect(byModel(connector.messages()[0]?.activity)).toBe(true);
});

test('a liar is never shown to lie', async () => {
  const { ask } = await start([answer(liar)]);
  for (const text of [question, 'hvad var EVAs tre udfordringer?', 'Hvad koster Professionel læringsledelse?']) {
    const [said] = await ask(text);
    expect(said?.text).not.toMatch(/\[99\]|https?:|Ravnholt/);
    const plain = await withoutModel(text);
    expect((said?.text ?? '').includes(plain.split(' [')[0] ?? '?')).toBe(true);
  }
});

describe('what leaves the process', () => {
  test('is the question, masked, the passages and the person’s own last turns', async () => {
    const { ask, server } = await start([answer(honest)]);
    await ask('Hvad er visionen i Noget at have det i?', by(jonas));
    await ask('Hvad var EVAs tre udfordringer, spørger Birthe Vestergaard');
    await ask('Hvad var EVAs tre udfordringer? Jeg træffes på birthe@skole.example eller 22 33 44 55.');
    const all = JSON.stringify(server.calls.map(({ body, headers }) => [body, headers]));
    for (const secret of [
      'Birthe',
      'Vestergaard',
      'birthe@',
      '22 33 44 55',
      mette.name,
      mette.id,
      mette.aadObjectId,
      jonas.name,
    ]) {
      expect(all).not.toContain(secret);
    }
    expect(server.calls).toHaveLength(3);
    const [, , last] = server.calls;
    const history = JSON.stringify(last?.body.messages.slice(1));
    expect(history).toContain('Hvad var EVAs tre udfordringer, spørger [navn]');
    // Another person's conversation.
    expect(history).not.toContain('visionen i Noget');
  });

  test('is nothing where somebody writes a civil registration number', async () => {
    const { ask, server } = await start([answer(honest)]);
    await ask('Hvad er formålet med læringssamtalen for 010203-1234?');
    expect(server.calls).toEqual([]);
  });
});
