// Once per activity, in order per conversation, never without an answer.
import { describe, expect, test } from 'vitest';
import { createInbox, type Inbox } from '../../src/domain/inbox.ts';
import { AppError } from '../../src/lib/errors.ts';
import { createIds } from '../../src/lib/ids.ts';
import { createLogger } from '../../src/lib/logger.ts';
import type { Reply, SendReplies, Turn } from '../../src/model/turn.ts';
import { findAnswer, latestAnswer } from '../../src/store/answers.ts';
import { loadContext } from '../../src/store/conversations.ts';
import { createTurnPipeline, type PipelineParts, type TurnObservation } from '../../src/turns/pipeline.ts';
import { createTestClock } from '../support/clock.ts';
import { describeOnBothEngines, type OpenFresh } from '../support/databases.ts';
import { cardTurn, messageTurn } from '../support/turns.ts';

const text = (words: string): Reply => ({ kind: 'text', text: words });
const notice = (words: string): Reply => ({ kind: 'notice', text: words });
const replacing: Reply = { kind: 'card', card: { type: 'AdaptiveCard' }, summary: 'Kort', replace: true };

/** Resolved by the test. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open, opened };
}

function setUp(
  db: Parameters<typeof createInbox>[0]['db'],
  handle: PipelineParts['handle'],
  parts: Partial<PipelineParts> = {},
) {
  const clock = createTestClock();
  const inbox = createInbox({ db, shared: true, clock });
  const observed: TurnObservation[] = [];
  const pipeline = createTurnPipeline({
    inbox,
    handle,
    errorText: (code, reference) => `${code} ${reference ?? 'uden nummer'}`,
    observe: observation => observed.push(observation),
    logger: createLogger('silent'),
    clock,
    ids: createIds(clock),
    ...parts,
  });
  return { clock, inbox, pipeline, observed };
}

describeOnBothEngines('the turn pipeline', (open: OpenFresh) => {
  test('an activity delivered again is not answered again, not even after a restart', async () => {
    const { db } = await open();
    let calls = 0;
    const handle = async () => [text(`svar ${++calls}`)];
    const turn = messageTurn('hej');
    expect(await setUp(db, handle).pipeline.handle(turn)).toEqual([text('svar 1')]);
    const restarted = setUp(db, handle);
    expect(await restarted.pipeline.handle({ ...turn, id: 'again' })).toBeUndefined();
    expect(restarted.observed).toMatchObject([{ kind: 'message', outcome: 'duplicate' }]);
    expect(calls).toBe(1);
  });

  test('an activity delivered twice at once is answered once, on one server and on two', async () => {
    const { db } = await open();
    let calls = 0;
    const handle = async () => [text(`svar ${++calls}`)];
    const [one, other] = [setUp(db, handle).pipeline, setUp(db, handle).pipeline];
    const turn = messageTurn('hej');
    const answers = await Promise.all([one, one, other].map((server, i) => server.handle({ ...turn, id: `t${i}` })));
    expect(answers.filter(Boolean)).toEqual([[text('svar 1')]]);
  });

  test('a button press delivered again gets the same response again, without the messages beside it', async () => {
    const { db } = await open();
    let calls = 0;
    const handle = async () => {
      calls += 1;
      return [text('besked'), replacing];
    };
    const turn = cardTurn('open');
    const { pipeline } = setUp(db, handle);
    const [first, meanwhile] = await Promise.all([pipeline.handle(turn), pipeline.handle({ ...turn, id: 'b' })]);
    expect(first).toEqual([text('besked'), replacing]);
    expect(meanwhile).toEqual([replacing]);
    expect(await setUp(db, handle).pipeline.handle({ ...turn, id: 'c' })).toEqual([replacing]);
    expect(calls).toBe(1);
  });

  test('a button press that left no response is a plain duplicate', async () => {
    const { db } = await open();
    const { pipeline } = setUp(db, async () => [text('besked')]);
    const turn = cardTurn('send');
    await pipeline.handle(turn);
    expect(await pipeline.handle({ ...turn, id: 'b' })).toBeUndefined();
  });

  test('activities without an id are all answered', async () => {
    const { db } = await open();
    const { pipeline } = setUp(db, async () => [notice('ok')]);
    const { activityId: _, ...turn } = cardTurn('open');
    expect(await pipeline.handle(turn)).toEqual([notice('ok')]);
    expect(await pipeline.handle(turn)).toEqual([notice('ok')]);
  });

  test('a turn that a dead server began is answered once its lease is over', async () => {
    const { db } = await open();
    const { pipeline, inbox, clock } = setUp(db, async () => [text('svar')]);
    const turn = messageTurn('hej');
    await inbox.begin(turn);
    expect(await pipeline.handle(turn)).toBeUndefined();
    clock.advance(120_000);
    expect(await pipeline.handle(turn)).toEqual([text('svar')]);
  });

  test('what a handler leaves behind is kept when its turn succeeds and forgotten when it fails', async () => {
    const { db } = await open();
    const leave = (inbox: Inbox, turn: Turn) => {
      inbox.leave(turn, { context: { key: 'samtale', value: { about: turn.id } } });
      inbox.leave(turn, {
        answer: {
          id: `answer-${turn.id}`,
          conversationId: turn.conversation.id,
          personKey: turn.sender.key,
          question: 'Hvad?',
          answer: 'Det.',
          citations: [],
          abstained: false,
          language: 'da',
          at: turn.receivedAt,
        },
      });
    };
    const good = messageTurn('godt');
    const parts = setUp(db, async turn => {
      leave(parts.inbox, turn);
      if (turn !== good) throw new Error('midt i det hele');
      return [text('svar')];
    });
    await parts.pipeline.handle(good, async () => [{ answerId: `answer-${good.id}`, activityId: 'sent-1' }]);
    await parts.pipeline.handle(messageTurn('skidt'));
    expect(await loadContext(db, 'samtale')).toEqual({ about: good.id });
    expect(await latestAnswer(db, good.conversation.id, 'mette')).toMatchObject({ id: `answer-${good.id}` });
    await parts.inbox.flush();
    const where = { activityId: 'sent-1', conversationId: good.conversation.id };
    expect(await findAnswer(db, where)).toMatchObject({ id: `answer-${good.id}` });
  });

  test('the next turn of a conversation begins when the replies of the one before are sent', async () => {
    const { db } = await open();
    const sending = gate();
    const log: string[] = [];
    const { pipeline } = setUp(db, async turn => {
      log.push(`${turn.kind === 'message' ? turn.text : ''} begins`);
      return [text('svar')];
    });
    const first = pipeline.handle(messageTurn('first'), async () => {
      await sending.opened;
      log.push('first is sent');
      return [];
    });
    const second = pipeline.handle(messageTurn('second'));
    sending.open();
    await Promise.all([first, second]);
    expect(log).toEqual(['first begins', 'first is sent', 'second begins']);
  });

  test('nothing is sent for an activity that is delivered again', async () => {
    const { db } = await open();
    const { pipeline } = setUp(db, async () => [text('svar')]);
    const turn = messageTurn('hej');
    let sent = 0;
    const send = async () => {
      sent += 1;
      return [];
    };
    await Promise.all([pipeline.handle(turn, send), pipeline.handle({ ...turn, id: 'b' }, send)]);
    await pipeline.handle({ ...turn, id: 'c' }, send);
    expect(sent).toBe(1);
  });

  test('turns of one conversation run one after the other, those of another beside them', async () => {
    const { db } = await open();
    const log: string[] = [];
    const gates = { first: gate(), elsewhere: gate() };
    const { pipeline } = setUp(db, async turn => {
      const words = turn.kind === 'message' ? turn.text : '';
      log.push(`${words} begins`);
      if (words === 'first') await gates.first.opened;
      if (words === 'elsewhere') gates.elsewhere.open();
      log.push(`${words} ends`);
      return [];
    });
    const here = [pipeline.handle(messageTurn('first')), pipeline.handle(messageTurn('second'))];
    const there = pipeline.handle(
      messageTurn('elsewhere', { conversation: { id: 'b', kind: 'personal', tenantId: 't' } }),
    );
    await gates.elsewhere.opened;
    await there;
    gates.first.open();
    await Promise.all(here);
    expect(log.filter(line => !line.startsWith('elsewhere'))).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
    expect(log.indexOf('elsewhere ends')).toBeLessThan(log.indexOf('first ends'));
  });

  test('turns of one conversation on two servers run one after the other', async () => {
    const { db } = await open();
    const log: string[] = [];
    const began = gate();
    const going = gate();
    const handle = async (turn: Turn) => {
      const words = turn.kind === 'message' ? turn.text : '';
      log.push(`${words} begins`);
      began.open();
      if (words === 'first') await going.opened;
      log.push(`${words} ends`);
      return [];
    };
    const [one, other] = [setUp(db, handle), setUp(db, handle)];
    other.clock.advance(1);
    const first = one.pipeline.handle(messageTurn('first'));
    await began.opened;
    const second = other.pipeline.handle(messageTurn('second'));
    const elsewhere = { conversation: { id: 'b', kind: 'personal', tenantId: 't' } } as const;
    await other.pipeline.handle(messageTurn('elsewhere', elsewhere));
    going.open();
    await Promise.all([first, second]);
    expect(log.filter(line => !line.startsWith('elsewhere'))).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
    expect(log.indexOf('elsewhere ends')).toBeLessThan(log.indexOf('first ends'));
  });
});

describeOnBothEngines('an answer that is still to be written', (open: OpenFresh) => {
  const leaving = (inbox: Inbox, turn: Turn) =>
    inbox.leave(turn, { context: { key: turn.id, value: { about: 'det skrevne' } } });

  /** As teams/ does: has written what is to be written, and sends it. */
  function sending() {
    const sent: Reply[] = [];
    const send: SendReplies = async replies => {
      for (const reply of replies) sent.push(...(reply.kind === 'written' ? await reply.write() : [reply]));
      return [];
    };
    return { sent, send };
  }

  test('leaves behind what its writing has left, once it is sent', async () => {
    const { db } = await open();
    const written = gate();
    const parts = setUp(db, async turn => [
      {
        kind: 'written',
        write: async () => {
          await written.opened;
          leaving(parts.inbox, turn);
          return [text('svar')];
        },
      },
    ]);
    const turn = messageTurn('hej');
    const { sent, send } = sending();
    const answered = parts.pipeline.handle(turn, send);
    written.open();
    await answered;
    expect(sent).toEqual([text('svar')]);
    expect(await loadContext(db, turn.id)).toEqual({ about: 'det skrevne' });
    expect(await parts.pipeline.handle({ ...turn, id: 'again' }, send)).toBeUndefined();
    expect(sent).toHaveLength(1);
    expect(parts.observed).toMatchObject([{ outcome: 'answered' }, { outcome: 'duplicate' }]);
  });

  test('becomes a sentence with a reference when the writing fails, and leaves nothing behind', async () => {
    const { db } = await open();
    const parts = setUp(db, async turn => [
      {
        kind: 'written',
        write: async () => {
          leaving(parts.inbox, turn);
          throw new Error('blækket er tørt');
        },
      },
    ]);
    const turn = messageTurn('hej');
    const { sent, send } = sending();
    await parts.pipeline.handle(turn, send);
    expect(sent).toEqual([text(expect.stringMatching(/^internal [2-9A-Z]{3}-[2-9A-Z]{3}$/) as string)]);
    expect(await loadContext(db, turn.id)).toBeUndefined();
    expect(await parts.pipeline.handle({ ...turn, id: 'again' }, send)).toBeUndefined();
    expect(parts.observed).toMatchObject([{ outcome: 'failed' }, { outcome: 'duplicate' }]);
  });

  test('keeps the next turn of its conversation waiting, and the drain', async () => {
    const { db } = await open();
    const [began, written] = [gate(), gate()];
    const write = async () => {
      began.open();
      await written.opened;
      return [text('skrevet')];
    };
    const { pipeline } = setUp(db, async turn =>
      turn.kind === 'message' && turn.text === 'first' ? [{ kind: 'written', write }] : [text('kort')],
    );
    const { sent, send } = sending();
    const turns = [pipeline.handle(messageTurn('first'), send), pipeline.handle(messageTurn('second'), send)];
    await began.opened;
    expect(await pipeline.drain(1)).toBe(false);
    const drained = pipeline.drain(60_000);
    written.open();
    expect(await drained).toBe(true);
    await Promise.all(turns);
    expect(sent).toEqual([text('skrevet'), text('kort')]);
  });
});

describeOnBothEngines('a failing turn', (open: OpenFresh) => {
  const failing = async () => {
    throw new Error('kablet er ude');
  };

  test('gives a sentence with a reference number, and is not tried again', async () => {
    const { db } = await open();
    const { pipeline, observed } = setUp(db, failing);
    const turn = messageTurn('hej');
    expect(await pipeline.handle(turn)).toEqual([
      text(expect.stringMatching(/^internal [2-9A-Z]{3}-[2-9A-Z]{3}$/) as string),
    ]);
    expect(await pipeline.handle({ ...turn, id: 'again' })).toBeUndefined();
    expect(observed).toMatchObject([{ outcome: 'failed' }, { outcome: 'duplicate' }]);
  });

  test('of a button gives a notice, and the same notice when it is delivered again', async () => {
    const { db } = await open();
    const { pipeline } = setUp(db, failing);
    const turn = cardTurn('open');
    const first = await pipeline.handle(turn);
    expect(first).toEqual([notice(expect.stringMatching(/^internal /) as string)]);
    expect(await pipeline.handle({ ...turn, id: 'again' })).toEqual(first);
  });

  test('tells people who have only joined nothing', async () => {
    const { db } = await open();
    const { pipeline } = setUp(db, failing);
    const { text: _, ...turn } = messageTurn('');
    expect(await pipeline.handle({ ...turn, kind: 'joined', joined: [turn.sender] })).toEqual([]);
  });

  test('needs no reference number when the user can mend it', async () => {
    const { db } = await open();
    const { pipeline, observed } = setUp(db, async () => {
      throw new AppError('personal-number', 'in the question');
    });
    expect(await pipeline.handle(messageTurn('010203-1234'))).toEqual([text('personal-number uden nummer')]);
    expect(await pipeline.handle(messageTurn('x'.repeat(4_001)))).toEqual([text('text-too-long uden nummer')]);
    expect(observed).toMatchObject([{ outcome: 'refused' }, { outcome: 'refused' }]);
  });

  test('has words even when the texts fail as well', async () => {
    const { db } = await open();
    const { pipeline } = setUp(db, failing, {
      errorText: () => {
        throw new Error('ingen tekst');
      },
    });
    const [reply] = (await pipeline.handle(messageTurn('hej'))) ?? [];
    expect(reply).toEqual(
      text(expect.stringMatching(/^Beklager, noget gik galt\. .* [2-9A-Z]{3}-[2-9A-Z]{3}\.$/) as string),
    );
  });

  test('is answered also when it is the database that fails', async () => {
    const store = await open();
    const { pipeline } = setUp(store.db, async () => [text('svar')]);
    await store.close();
    expect(await pipeline.handle(messageTurn('hej'))).toEqual([text(expect.stringMatching(/^internal /) as string)]);
  });

  test('does not stop the next one in the conversation', async () => {
    const { db } = await open();
    let calls = 0;
    const { pipeline } = setUp(db, async () => (++calls === 1 ? failing() : [text('svar')]));
    const [, second] = await Promise.all([pipeline.handle(messageTurn('a')), pipeline.handle(messageTurn('b'))]);
    expect(second).toEqual([text('svar')]);
  });
});

describe('draining', () => {
  const inMemory: Inbox = {
    keyOf: turn => turn.activityId,
    begin: async () => 'new',
    leave: () => {},
    finish: async () => {},
    abandon: () => {},
    repeatable: async () => [],
    delivered: () => {},
    flush: async () => {},
  };

  function draining() {
    const { open, opened } = gate();
    const clock = createTestClock();
    const pipeline = createTurnPipeline({
      inbox: inMemory,
      handle: async () => {
        await opened;
        return [];
      },
      errorText: code => code,
      logger: createLogger('silent'),
      clock,
      ids: createIds(clock),
    });
    return { open, pipeline };
  }

  test('waits for the turns that are running', async () => {
    const { open, pipeline } = draining();
    const turn = pipeline.handle(messageTurn('hej'));
    const drained = pipeline.drain(60_000);
    open();
    expect(await drained).toBe(true);
    expect(await turn).toEqual([]);
  });

  test('gives up after the time given', async () => {
    const { open, pipeline } = draining();
    const turn = pipeline.handle(messageTurn('hej'));
    expect(await pipeline.drain(1)).toBe(false);
    open();
    await turn;
  });

  test('is over at once when nothing runs', async () => {
    expect(await draining().pipeline.drain(60_000)).toBe(true);
  });
});
