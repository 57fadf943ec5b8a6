// Which activities have been answered and what each turn leaves behind, in one transaction; used by turns/pipeline and the handlers.
import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import type { Delivered, Reply, Turn } from '../model/turn.ts';
import { attachActivity, type SavedAnswer } from '../store/answers.ts';
import { recordTurn } from '../store/record-turn.ts';
import type { Db } from '../store/tables.ts';
import { beginTurn, turnResult } from '../store/turns.ts';

/** Longer than any turn takes: after it, a turn that a dead server has begun may be begun again. */
const leaseMs = 120_000;

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
  /** Remembers which message carries an answer, for verdicts. */
  delivered(delivered: Delivered): Promise<void>;
}

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

export function createInbox({ db, clock }: { db: Db; clock: Clock }): Inbox {
  const pending = new Map<string, Leavings>();

  return {
    keyOf,
    begin: async turn => {
      const key = keyOf(turn);
      return key === undefined ? 'new' : await beginTurn(db, key, { now: clock.now(), leaseMs });
    },
    leave: (turn, leavings) => void pending.set(turn.id, { ...pending.get(turn.id), ...leavings }),
    finish: async (turn, repeatable) => {
      const leavings = pending.get(turn.id);
      pending.delete(turn.id);
      const key = keyOf(turn);
      if (key === undefined && !leavings) return;
      const result = repeatable.length > 0 ? { result: repeatable } : {};
      await recordTurn(db, { key: key ?? turn.id, now: clock.now(), ...result, ...leavings });
    },
    abandon: turn => void pending.delete(turn.id),
    repeatable: async turn => {
      const key = keyOf(turn);
      const parsed = repeatableSchema.safeParse(key && (await turnResult(db, key)));
      return parsed.success ? parsed.data : [];
    },
    delivered: ({ answerId, activityId }) => attachActivity(db, answerId, activityId),
  };
}

function keyOf({ kind, conversation, activityId }: Turn): string | undefined {
  return activityId === undefined ? undefined : `${kind} ${conversation.id} ${activityId}`;
}
