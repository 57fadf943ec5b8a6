// An answer that is shown while it is being written: what Teams receives, in order, and what happens when it says no.
import { expect, onTestFinished, test } from 'vitest';
import type { Reply, TextReply, Turn, WrittenReply } from '../../src/model/turn.ts';
import { findAnswer, saveAnswer } from '../../src/store/answers.ts';
import { openStore } from '../../src/store/open.ts';
import { channel, group, mentioned, message, press } from '../support/activities.ts';
import { startApp, type TestApp, type TestAppOptions } from '../support/app.ts';
import { createTestTimers } from '../support/timers.ts';

const citation = {
  document: 'brochure',
  title: 'Læringssamtaler',
  section: 'Hvem deltager',
  quote: 'Rektor deltager.',
};
const answer: TextReply = {
  kind: 'text',
  text: 'Rektor deltager [1]. Skolechefen leder mødet [1].',
  citations: [citation],
  feedback: true,
  answerId: 'svar-1',
  byModel: true,
};
const card: Reply = { kind: 'card', card: { type: 'AdaptiveCard', body: [] }, summary: 'Profil' };
const [first, half] = ['Rektor', 'Rektor deltager [1].'];
const stopped = { code: 'ContentStreamNotAllowed', message: 'Content stream was canceled by user.' };
const outOfTime = {
  code: 'ContentStreamNotAllowed',
  message: 'Content stream finished due to exceeded streaming time.',
};
const notAllowed = { code: 'ContentStreamNotAllowed', message: 'Content stream is not allowed' };

/** Stands in for whoever writes: shows and ends when the test says so. */
function createWriter() {
  let tell = (_text: string) => {};
  let begin = () => {};
  let finish = (_replies: Reply[]) => {};
  let fail = (_error: Error) => {};
  const begun = new Promise<void>(resolve => {
    begin = resolve;
  });
  const written = new Promise<Reply[]>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  const reply: WrittenReply = {
    kind: 'written',
    write: show => {
      tell = show ?? tell;
      begin();
      return written;
    },
  };
  return { reply, begun, finish, fail, show: (text: string) => tell(text) };
}

/** An app that answers everything with what one writer writes. */
async function appWriting(options: TestAppOptions = {}) {
  const timers = createTestTimers();
  const writer = createWriter();
  const app = await startApp({ timers, handle: async () => [writer.reply], ...options });
  return { ...app, ...onWire(app), app, timers, writer };
}

interface Info {
  streamType: string;
  streamSequence?: number;
  streamId?: string;
}

function onWire({ connector, get }: TestApp) {
  const infoOf = (entities: Record<string, unknown>[] = []) =>
    entities.find(({ type }) => type === 'streaminfo') as unknown as Info | undefined;
  return {
    /** Resolves with the id of the stream once Teams has the update of that number. */
    update: async (sequence: number, conversationId = 'a:personal') => {
      const taken = await connector.waitFor(
        one => one.conversationId === conversationId && infoOf(one.activity.entities)?.streamSequence === sequence,
      );
      return taken.id;
    },
    /** What was received in order: how, and which words. */
    seen: (conversationId = 'a:personal') =>
      connector.received
        .filter(one => one.conversationId === conversationId)
        .map(({ activity: { type, text, entities } }) => [infoOf(entities)?.streamType ?? type, text ?? '']),
    /** Long enough for whatever goes out at once to have arrived. */
    quiet: async () => {
      for (let rounds = 0; rounds < 3; rounds += 1) await get('/livez');
    },
  };
}

test('an answer is shown while it grows; its final message has citations, labels and feedback, a card follows', async () => {
  const settings = { sensitivityLabel: { name: 'Intern', description: 'Kun for ansatte' } };
  const { send, connector, timers, writer, update, log } = await appWriting({ settings });
  const turn = send(message('Hvem deltager?', { id: 'q1' }));
  await writer.begun;
  for (const [index, text] of [first, half, answer.text].entries()) {
    writer.show(text);
    await update(index + 1);
    await timers.advance(1_000);
  }
  writer.finish([answer, card]);
  expect(await turn).toMatchObject({ status: 200 });

  const streamId = connector.received[0]?.id ?? '';
  const carrying = (info: Info) => ({ entities: [{ type: 'streaminfo', ...info }], channelData: info });
  const growing = (text: string, info: Info) => ({ type: 'typing', text, replyToId: 'q1', ...carrying(info) });
  const received = connector.received.map(({ activity }) => activity);
  expect(received).toMatchObject([
    growing(first, { streamType: 'streaming', streamSequence: 1 }),
    growing(half, { streamType: 'streaming', streamSequence: 2, streamId }),
    growing(answer.text, { streamType: 'streaming', streamSequence: 3, streamId }),
    { type: 'message', text: answer.text, replyToId: 'q1' },
    { type: 'message', summary: 'Profil' },
  ]);
  expect(received[0]?.channelData).not.toHaveProperty('streamId');
  expect(received[3]?.channelData).toEqual({ streamType: 'final', streamId, feedbackLoop: { type: 'default' } });
  expect(received[3]?.entities).toEqual([
    { type: 'streaminfo', streamType: 'final', streamId },
    {
      type: 'https://schema.org/Message',
      '@type': 'Message',
      '@context': 'https://schema.org',
      '@id': '',
      additionalType: ['AIGeneratedContent'],
      usageInfo: { '@type': 'CreativeWork', '@id': '', name: 'Intern', description: 'Kun for ansatte' },
      citation: [
        {
          '@type': 'Claim',
          position: 1,
          appearance: {
            '@type': 'DigitalDocument',
            name: 'Læringssamtaler, Hvem deltager',
            abstract: 'Rektor deltager.',
          },
        },
      ],
    },
  ]);
  expect(timers.waiting()).toBe(0);
  expect(JSON.stringify(log)).not.toContain('Rektor');
});

test('updates and the final message are a second apart; what comes in between is skipped', async () => {
  const { send, timers, writer, update, seen, quiet } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  writer.show(first);
  await update(1);
  for (const text of ['Rektor d', 'Rektor de', half]) writer.show(text);
  await quiet();
  await timers.advance(999);
  await quiet();
  expect(seen()).toEqual([['streaming', first]]);
  await timers.advance(1);
  await update(2);
  writer.show(answer.text);
  writer.finish([answer]);
  await quiet();
  await timers.advance(999);
  await quiet();
  expect(seen()).toHaveLength(2);
  await timers.advance(1);
  await turn;
  expect(seen()).toEqual([
    ['streaming', first],
    ['streaming', half],
    ['final', answer.text],
  ]);
});

test('after a second with nothing to show the user is told so, in the stream and without typing beside it', async () => {
  const { send, timers, writer, update, seen } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  await timers.advance(1_000);
  await update(1);
  writer.show(half);
  await timers.advance(1_000);
  await update(2);
  writer.finish([answer]);
  await timers.advance(60_000);
  await turn;
  expect(seen()).toEqual([
    ['informative', 'Jeg læser i dokumenterne …'],
    ['streaming', half],
    ['final', answer.text],
  ]);
});

test('an answer that is ready before anything was shown is an ordinary message', async () => {
  const { send, connector, timers, writer, seen } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  await timers.advance(999);
  writer.show(' ');
  writer.finish([answer]);
  await turn;
  expect(seen()).toEqual([['message', answer.text]]);
  expect(connector.received[0]?.activity.channelData).toEqual({ feedbackLoop: { type: 'default' } });
  expect(timers.waiting()).toBe(0);
});

test.each([group, channel])('in $id nothing is shown before the answer is whole, but typing is', async conversation => {
  const { send, connector, timers, writer, seen } = await appWriting();
  const turn = send(mentioned('?', { conversation }));
  await writer.begun;
  await timers.advance(1_000);
  await connector.waitFor(({ activity }) => activity.type === 'typing');
  writer.show(half);
  writer.finish([answer, card]);
  await turn;
  expect(seen(conversation.id)).toEqual([
    ['typing', ''],
    ['message', `${answer.text}\n\nKilder:\n\n[1] Læringssamtaler, Hvem deltager`],
    ['message', ''],
  ]);
});

test('an answer to a button press is shown below the card while it grows', async () => {
  const { send, timers, writer, update, seen } = await appWriting();
  const turn = send(press('ask'));
  await writer.begun;
  writer.show(half);
  await update(1);
  writer.finish([answer]);
  await timers.advance(1_000);
  expect(await turn).toMatchObject({ status: 200, body: { value: 'Svaret står nederst i samtalen.' } });
  expect(seen()).toEqual([
    ['streaming', half],
    ['final', answer.text],
  ]);
});

test.each(['an update', 'the final message'])('a user who presses stop before %s gets nothing more', async before => {
  const { send, connector, timers, writer, update, seen, log } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  writer.show(first);
  await update(1);
  const refused = connector.failNext(403, {}, stopped);
  if (before === 'an update') {
    writer.show(half);
    await timers.advance(1_000);
    await refused;
    writer.show(answer.text);
  }
  writer.finish([answer, card]);
  await timers.advance(1_000);
  expect(await turn).toMatchObject({ status: 200 });
  expect(seen()).toEqual([['streaming', first]]);
  expect(log).not.toContainEqual(expect.objectContaining({ msg: 'a reply could not be sent' }));
  expect(timers.waiting()).toBe(0);
});

test('a busy Teams is left alone for as long as it asks; updates meanwhile are skipped', async () => {
  const { send, connector, timers, writer, update, seen, quiet } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  writer.show(first);
  await update(1);
  const refused = connector.failNext(429, { 'Retry-After': '3' });
  writer.show('Rektor deltager');
  await timers.advance(1_000);
  await refused;
  await timers.armed(3_000);
  writer.show(half);
  await timers.advance(2_999);
  await quiet();
  expect(seen()).toHaveLength(1);
  await timers.advance(1);
  await update(2);
  writer.finish([answer]);
  await timers.advance(1_000);
  await turn;
  expect(seen()).toEqual([
    ['streaming', first],
    ['streaming', half],
    ['final', answer.text],
  ]);
});

test('the final message waits for a busy Teams no longer than five seconds', async () => {
  const { send, connector, timers, writer, update, seen, quiet } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  writer.show(first);
  await update(1);
  const refused = connector.failNext(429, { 'Retry-After': '60' });
  writer.show(half);
  await timers.advance(1_000);
  await refused;
  await timers.armed(60_000);
  writer.finish([answer]);
  await timers.armed(5_000);
  await timers.advance(4_999);
  await quiet();
  expect(seen()).toHaveLength(1);
  await timers.advance(1);
  await turn;
  expect(seen()).toEqual([
    ['streaming', first],
    ['final', answer.text],
  ]);
  expect(timers.waiting()).toBe(0);
});

test.each([400, 404, 500, 503])(
  'after an update that fails with %i there are none, and the stream is ended',
  async status => {
    const { send, connector, timers, writer, update, seen, quiet } = await appWriting();
    const turn = send(message('?'));
    await writer.begun;
    writer.show(first);
    await update(1);
    const refused = connector.failNext(status);
    writer.show(half);
    await timers.advance(1_000);
    await refused;
    await quiet();
    writer.show(answer.text);
    await timers.advance(10_000);
    writer.finish([answer]);
    await turn;
    expect(seen()).toEqual([
      ['streaming', first],
      ['final', answer.text],
    ]);
  },
);

test.each([
  [403, outOfTime],
  [400, undefined],
  [500, undefined],
])('where a stream cannot be ended (%i) the answer is an ordinary message', async (status, error) => {
  const { send, connector, timers, writer, update, seen } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  writer.show(first);
  await update(1);
  void connector.failNext(status, {}, error);
  writer.finish([answer, card]);
  await timers.advance(1_000);
  await turn;
  expect(seen()).toEqual([
    ['streaming', first],
    ['message', answer.text],
    ['message', ''],
  ]);
});

test.each([
  [403, notAllowed],
  [405, undefined],
  [500, undefined],
])('where a stream cannot be begun (%i) the answer is an ordinary message', async (status, error) => {
  const { send, connector, timers, writer, seen } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  const refused = connector.failNext(status, {}, error);
  writer.show(first);
  await refused;
  writer.show(half);
  writer.finish([answer]);
  await timers.advance(1_000);
  await turn;
  expect(seen()).toEqual([['message', answer.text]]);
});

test('after 110 seconds nothing more is shown, and the stream is still ended', async () => {
  const { send, timers, writer, update, seen, quiet } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  writer.show(first);
  await update(1);
  await quiet();
  await timers.advance(110_000);
  writer.show(half);
  await quiet();
  writer.finish([answer]);
  await turn;
  expect(seen()).toEqual([
    ['streaming', first],
    ['final', answer.text],
  ]);
});

test('a writing that fails ends with a sentence and a reference, behind what was shown', async () => {
  const { send, timers, writer, update, seen, log } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  writer.show(half);
  await update(1);
  writer.fail(new Error('blækket er tørt'));
  await timers.advance(1_000);
  expect(await turn).toMatchObject({ status: 200 });
  expect(seen()).toEqual([
    ['streaming', half],
    ['final', expect.stringMatching(/^Rektor deltager \[1\]\.\n\n.*[2-9A-Z]{3}-[2-9A-Z]{3}/)],
  ]);
  expect(log).toContainEqual(expect.objectContaining({ msg: 'turn failed', level: 'error' }));
  expect(log).toContainEqual(expect.objectContaining({ msg: 'turn', outcome: 'failed' }));
});

test('two conversations are streamed at once, each in its own stream', async () => {
  const writers = { 'a:one': createWriter(), 'a:two': createWriter() };
  const ids = ['a:one', 'a:two'] as const;
  const handle = async ({ conversation }: Turn) => [writers[conversation.id as (typeof ids)[number]].reply];
  const { send, timers, update, seen } = await appWriting({ handle });
  const turns = ids.map(id => send(message('?', { conversation: { id, conversationType: 'personal' } })));
  for (const id of ids) await writers[id].begun;
  for (const id of ids) writers[id].show(`${id} begynder`);
  const streams = await Promise.all(ids.map(id => update(1, id)));
  expect(new Set(streams).size).toBe(2);
  for (const id of ids) writers[id].finish([{ kind: 'text', text: `${id} begynder og ender` }]);
  await timers.advance(1_000);
  await Promise.all(turns);
  for (const id of ids) {
    expect(seen(id)).toEqual([
      ['streaming', `${id} begynder`],
      ['final', `${id} begynder og ender`],
    ]);
  }
});

test('a message delivered again while its answer is being shown, or after, brings nothing', async () => {
  const { send, timers, writer, update, seen } = await appWriting();
  const question = message('?');
  const turn = send(question);
  await writer.begun;
  writer.show(half);
  await update(1);
  expect(await send(question)).toMatchObject({ status: 200 });
  writer.finish([answer]);
  await timers.advance(1_000);
  await turn;
  await send(question);
  expect(seen()).toEqual([
    ['streaming', half],
    ['final', answer.text],
  ]);
});

test('the message that the stream has become is known as the answer’s, for verdicts', async () => {
  const { send, dataDir, timers, writer, update } = await appWriting();
  const { db, close } = await openStore({ dataDir });
  onTestFinished(close);
  const conversationId = 'a:personal';
  await saveAnswer(db, {
    id: 'svar-1',
    conversationId,
    personKey: 'mette',
    question: 'Hvem deltager?',
    answer: answer.text,
    citations: [citation],
    abstained: false,
    language: 'da',
    at: new Date(),
  });
  const turn = send(message('Hvem deltager?'));
  await writer.begun;
  writer.show(half);
  const activityId = await update(1);
  writer.finish([answer]);
  await timers.advance(1_000);
  await turn;
  await expect.poll(() => findAnswer(db, { activityId, conversationId })).toMatchObject({ id: 'svar-1' });
});

test('an app that is told to stop first ends the stream', async () => {
  const { app, send, timers, writer, update, seen } = await appWriting();
  const turn = send(message('?'));
  await writer.begun;
  writer.show(half);
  await update(1);
  const stopped = app.stop();
  writer.finish([answer]);
  await timers.advance(1_000);
  expect(await turn).toMatchObject({ status: 200 });
  await stopped;
  expect(seen()).toEqual([
    ['streaming', half],
    ['final', answer.text],
  ]);
});
