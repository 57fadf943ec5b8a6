// Which activities have been answered and what each turn leaves behind, all of it or nothing; used by turns/pipeline and the handlers.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import type { Delivered, Reply, Turn } from '../model/turn.ts';
import { attachActivities, type SavedAnswer } from '../store/answers.ts';
import { createTurnRecorder } from '../store/record-turn.ts';
import type { Db } from '../store/tables.ts';
import { beginTurn, isBehind, isFinished, turnResult } from '../store/turns.ts';

/** Longer than any turn takes: after it, a turn that a dead server has begun may be begun again. */
const leaseMs = 120_000;

/** Milliseconds. An earlier turn of the conversation on another server is waited for so long, asked after so often. */
const patienceMs = 15_000;
const askAgainMs = 20;

/** What a handler wants kept once its turn succeeds. */
export interface Leavings {
  context?: { key: string; value: unknown };
  answer?: SavedAnswer;
}

export interface Inbox {
  /** Identifies the activity across deliveries, replicas and restarts; `undefined` where Teams gave it no id. */
  keyOf(turn: Turn): string | undefined;
  begin(turn: Turn): Promise<'new' | 'running' | 'done'>;
  /** Called by handlers while their turn runs; written by `finish`, forgotten by `abandon`. A later call adds to an earlier one. */
  leave(turn: Turn, leavings: Leavings): void;
  /** Marks the turn as answered. `repeatable` is what a repeated delivery of the same button press is answered with. */
  finish(turn: Turn, repeatable: Reply[]): Promise<void>;
  abandon(turn: Turn): void;
  /** What `finish` was given, as far as it is still known; otherwise none. */
  repeatable(turn: Turn): Promise<Reply[]>;
  /** Remembers which message carries an answer, for verdicts; written together with others a moment later. */
  delivered(delivered: Delivered): void;
  /** Writes what `delivered` has collected; called before a verdict looks for its answer, and at the stop. */
  flush(): Promise<void>;
}

/** Long enough for a busy second's messages to share one transaction, short beside a person's reading. */
const collectMs = 100;

/** Only what can stand in the response to a button press is ever repeated. */
const repeatableSchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('notice'), text: z.string() }),
    z.object({
      kind: z.literal('card'),
      card: z.record(z.unknown()),
      summary: z.string(),
      replace: z.literal(true),
    }),
  ]),
);

/** @param shared other servers answer from the same database: a turn is then claimed before it is answered. */
export function createInbox({ db, shared, clock }: { db: Db; shared: boolean; clock: Clock }): Inbox {
  const record = createTurnRecorder(db);
  const pending = new Map<string, Leavings>();
  let sent: Delivered[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = sent;
    sent = [];
    if (batch.length > 0) await attachActivities(db, batch);
  }

  /** In order among all servers; a server that died in the middle of a turn holds its conversation up for a moment only. */
  async function beginBehindOthers(turn: Turn, key: string): Promise<'new' | 'running' | 'done'> {
    const conversationId = turn.conversation.id;
    const state = await beginTurn(db, key, { conversationId, now: clock.now(), leaseMs });
    if (state !== 'new') return state;
    const until = performance.now() + patienceMs;
    while (performance.now() < until && (await isBehind(db, key, { conversationId, now: clock.now() }))) {
      await wait(askAgainMs);
    }
    return state;
  }

  return {
    keyOf,
    begin: async turn => {
      const key = keyOf(turn);
      if (key === undefined) return 'new';
      if (shared) return beginBehindOthers(turn, key);
      // Alone, the pipeline knows what is being answered; a turn that died with its process may be answered anew at once.
      return (await isFinished(db, key)) ? 'done' : 'new';
    },
    leave: (turn, leavings) => void pending.set(turn.id, { ...pending.get(turn.id), ...leavings }),
    finish: async (turn, repeatable) => {
      const leavings = pending.get(turn.id);
      pending.delete(turn.id);
      const key = keyOf(turn);
      if (key === undefined && !leavings) return;
      const result = repeatable.length > 0 ? { result: repeatable } : {};
      await record({ key: key ?? turn.id, now: clock.now(), ...result, ...leavings });
    },
    abandon: turn => void pending.delete(turn.id),
    repeatable: async turn => {
      const key = keyOf(turn);
      const parsed = repeatableSchema.safeParse(key && (await turnResult(db, key)));
      return parsed.success ? parsed.data : [];
    },
    delivered: one => {
      sent.push(one);
      // A failure only costs the tie: a verdict then goes to the person's latest answer.
      timer ??= setTimeout(() => flush().catch(() => {}), collectMs).unref();
    },
    flush,
  };
}

function keyOf({ kind, conversation, activityId }: Turn): string | undefined {
  return activityId === undefined ? undefined : `${kind} ${conversation.id} ${activityId}`;
}
