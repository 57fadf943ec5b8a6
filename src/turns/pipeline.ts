// What every turn passes through on its way to the router: once per activity, in order per conversation, never without an answer.
// Called by teams/application.
import AsyncLock from 'async-lock';
import type { Inbox } from '../domain/inbox.ts';
import type { Clock } from '../lib/clock.ts';
import { AppError, type ErrorCode } from '../lib/errors.ts';
import type { Ids } from '../lib/ids.ts';
import type { Logger } from '../lib/logger.ts';
import type { NoticeReply, Reply, SendReplies, TextReply, Turn, TurnPipeline, WrittenReply } from '../model/turn.ts';

/** Characters; the longest real question is a tenth of it. */
export const maxTextLength = 4_000;

/** `duplicate`: delivered before, or just now by another server. `refused`: the user was told what to do otherwise. */
export type TurnOutcome = 'answered' | 'refused' | 'failed' | 'duplicate';

export interface TurnObservation {
  kind: Turn['kind'];
  outcome: TurnOutcome;
  seconds: number;
}

export interface PipelineParts {
  inbox: Inbox;
  /** The router; may throw. */
  handle: (turn: Turn) => Promise<Reply[]>;
  /** One sentence for the user. `reference` stands in the log beside the cause; without it the user can mend the error alone. */
  errorText: (code: ErrorCode, reference: string | undefined, turn: Turn) => string | Promise<string>;
  logger: Logger;
  clock: Clock;
  ids: Ids;
  /** Told of every turn, for the metrics. */
  observe?: (observation: TurnObservation) => void;
}

export interface DrainableTurnPipeline extends TurnPipeline {
  /** The replies that tell the user of an error after `handle`, such as a card that cannot be sent. */
  failed(turn: Turn, error: unknown): Promise<(TextReply | NoticeReply)[]>;
  /** Waits until no turn is running. @returns false when some still were after `ms` milliseconds. */
  drain(ms: number): Promise<boolean>;
}

/** Errors that the user has made and can mend: nothing for those who read the log to do. */
const userErrors = new Set<ErrorCode>(['invalid-input', 'card-outdated', 'text-too-long', 'personal-number']);
const lastResort = (reference: string) => `Beklager, noget gik galt. Prøv igen, eller henvis til ${reference}.`;

export function createTurnPipeline(parts: PipelineParts): DrainableTurnPipeline {
  const { inbox, handle, errorText, logger, clock, ids } = parts;
  // A conversation's queue is bounded by what Teams lets a person send; async-lock's own bound of 1,000 would throw.
  const conversations = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  /** Activities being answered by this process. */
  const answering = new Map<string, Promise<Reply[] | undefined>>();
  const running = new Set<Promise<unknown>>();

  async function answerOnce(turn: Turn, send?: SendReplies): Promise<Reply[] | undefined> {
    const key = inbox.keyOf(turn);
    const first = key === undefined ? undefined : answering.get(key);
    if (first) {
      observe(turn, 'duplicate', turn.receivedAt);
      return turn.kind === 'card' ? repeatableOf(await first) : undefined;
    }
    const answer = conversations.acquire(turn.conversation.id, () => answerInOrder(turn, send));
    if (key === undefined) return answer;
    answering.set(key, answer);
    return answer.finally(() => answering.delete(key));
  }

  async function answerInOrder(turn: Turn, send?: SendReplies): Promise<Reply[] | undefined> {
    const begun = clock.now();
    try {
      const state = await inbox.begin(turn);
      if (state !== 'new') {
        observe(turn, 'duplicate', begun);
        return turn.kind === 'card' ? repeatableOf(await inbox.repeatable(turn)) : undefined;
      }
      if (turn.kind === 'message' && turn.text.length > maxTextLength) {
        throw new AppError('text-too-long', `${turn.text.length} characters`);
      }
      const replies = await handle(turn);
      if (replies.some(({ kind }) => kind === 'written')) return await writeAndRecord(turn, replies, { begun, send });
      observe(turn, 'answered', begun);
      await recordAndSend(turn, replies, send);
      return replies;
    } catch (error) {
      inbox.abandon(turn);
      const replies = await failed(turn, error);
      observe(turn, outcomeOf(error), begun);
      await recordAndSend(turn, replies, send);
      return replies;
    }
  }

  /**
   * Both at the same time: the disk works while Teams does. A server that dies in between answers again when Teams asks
   * again, which is better than a turn that counts as answered and never was.
   */
  async function recordAndSend(turn: Turn, replies: Reply[], send?: SendReplies): Promise<void> {
    const sending = send && replies.length > 0 ? send(replies) : [];
    await record(turn, replies);
    for (const one of await sending) inbox.delivered(one);
  }

  /** One after the other: what a turn leaves is known once its answer is written, and whoever sends it has it written. */
  async function writeAndRecord(
    turn: Turn,
    replies: Reply[],
    { begun, send }: { begun: Date; send: SendReplies | undefined },
  ): Promise<Reply[]> {
    let outcome: TurnOutcome = 'answered';
    const guarded = ({ write }: WrittenReply): WrittenReply => ({
      kind: 'written',
      write: async show => {
        try {
          return await write(show);
        } catch (error) {
          inbox.abandon(turn);
          outcome = outcomeOf(error);
          return failed(turn, error);
        }
      },
    });
    const sendable = replies.map(reply => (reply.kind === 'written' ? guarded(reply) : reply));
    const delivered = send ? await send(sendable) : [];
    observe(turn, outcome, begun);
    await record(turn, replies);
    for (const one of delivered) inbox.delivered(one);
    return replies;
  }

  async function record(turn: Turn, replies: Reply[]): Promise<void> {
    try {
      await inbox.finish(turn, (turn.kind === 'card' && repeatableOf(replies)) || []);
    } catch (error) {
      // An answer that could not be recorded is still worth sending.
      logger.error({ turn: turn.id, err: error }, 'the turn could not be recorded');
    }
  }

  async function failed(turn: Turn, error: unknown): Promise<(TextReply | NoticeReply)[]> {
    const code = error instanceof AppError ? error.code : 'internal';
    const reference = ids.reference();
    logger[isUserError(error) ? 'info' : 'error'](
      { turn: turn.id, kind: turn.kind, reference, err: error },
      'turn failed',
    );
    // Nobody has asked for anything: an apology out of the blue would only puzzle.
    if (turn.kind === 'joined') return [];
    const text = await sentence(turn, code, reference, isUserError(error));
    return [turn.kind === 'card' ? { kind: 'notice', text } : { kind: 'text', text }];
  }

  async function sentence(turn: Turn, code: ErrorCode, reference: string, mendable: boolean): Promise<string> {
    try {
      return await errorText(code, mendable ? undefined : reference, turn);
    } catch (error) {
      logger.error({ turn: turn.id, reference, err: error }, 'no text for the error');
      return lastResort(reference);
    }
  }

  function observe({ id, kind }: Turn, outcome: TurnOutcome, begun: Date): void {
    const seconds = Math.max(0, clock.now().getTime() - begun.getTime()) / 1_000;
    logger.info({ turn: id, kind, outcome, seconds }, 'turn');
    parts.observe?.({ kind, outcome, seconds });
  }

  /** Counts a promise as a running turn until it settles. */
  function track<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    return work.finally(() => running.delete(work));
  }

  return {
    failed,
    handle: (turn, send) => track(answerOnce(turn, send)),
    drain: async ms => {
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<boolean>(resolve => {
        timer = setTimeout(() => resolve(false), ms);
      });
      const idle = (async () => {
        while (running.size > 0) await Promise.allSettled(running);
        return true;
      })();
      return Promise.race([idle, tooLate]).finally(() => clearTimeout(timer));
    },
  };
}

function isUserError(error: unknown): boolean {
  return error instanceof AppError && userErrors.has(error.code);
}

const outcomeOf = (error: unknown): TurnOutcome => (isUserError(error) ? 'refused' : 'failed');

/** What stands in the response to a button press, if anything; messages that were sent beside it must not be sent again. */
function repeatableOf(replies: Reply[] | undefined): Reply[] | undefined {
  const inResponse = replies?.filter(reply => reply.kind === 'notice' || (reply.kind === 'card' && reply.replace));
  return inResponse?.length ? inResponse : undefined;
}
