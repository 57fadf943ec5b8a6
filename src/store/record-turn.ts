// Everything a turn leaves behind in one transaction, so that the hot path waits for the disk once; used by domain/inbox.
import { type SavedAnswer, saveAnswer } from './answers.ts';
import { saveContext } from './conversations.ts';
import type { Db } from './tables.ts';
import { finishTurn } from './turns.ts';

export interface TurnRecord {
  /** The key given to beginTurn. */
  key: string;
  now: Date;
  /** Given back by turnResult when the same turn is delivered again. */
  result?: unknown;
  context?: { key: string; value: unknown };
  answer?: SavedAnswer;
}

/** All of it or, when it rejects, none of it. */
export async function recordTurn(db: Db, { key, now, result, context, answer }: TurnRecord): Promise<void> {
  if (!context && !answer) return finishTurn(db, key, { now, result });
  await db.transaction().execute(async transaction => {
    await finishTurn(transaction, key, { now, result });
    if (context) await saveContext(transaction, context.key, context.value, now);
    if (answer) await saveAnswer(transaction, answer);
  });
}
