// Everything a turn leaves behind in one transaction, together with the turns that end at the same moment, so that all of them
// wait for the disk once; used by domain/inbox.
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

interface Waiting {
  record: TurnRecord;
  written: () => void;
  failed: (error: unknown) => void;
}

/** @returns writes all of a record or, when it rejects, none of it; resolves once the record outlives a power cut. */
export function createTurnRecorder(db: Db): (record: TurnRecord) => Promise<void> {
  let waiting: Waiting[] = [];
  let writing = false;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await writeTogether(batch);
    }
    writing = false;
  }

  async function writeTogether(batch: Waiting[]): Promise<void> {
    try {
      await recordTurns(
        db,
        batch.map(({ record }) => record),
      );
      for (const { written } of batch) written();
    } catch (error) {
      if (batch.length === 1) return batch[0]?.failed(error);
      // One that cannot be written must not take the others with it.
      for (const one of batch) await writeTogether([one]);
    }
  }

  return record =>
    new Promise((written, failed) => {
      waiting.push({ record, written, failed });
      if (writing) return;
      writing = true;
      // After the requests that have already arrived: they may end with this one.
      setImmediate(write);
    });
}

/** All of them or, when it rejects, none. */
export async function recordTurns(db: Db, records: TurnRecord[]): Promise<void> {
  await db.transaction().execute(async transaction => {
    for (const { key, now, result, context, answer } of records) {
      await finishTurn(transaction, key, { now, result });
      if (context) await saveContext(transaction, context.key, context.value, now);
      if (answer) await saveAnswer(transaction, answer);
    }
  });
}
