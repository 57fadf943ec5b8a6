// Thumbs up and down, stored with the answer that they judge. Called by turns/.
import type { Clock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import type { FeedbackTurn } from '../model/turn.ts';
import { findAnswer, latestAnswer, saveVerdict } from '../store/answers.ts';
import type { Db } from '../store/tables.ts';
import type { Inbox } from './inbox.ts';
import { refusePersonalNumbers } from './privacy.ts';

export interface Feedback {
  /**
   * A later verdict of the same person on the same answer replaces the earlier.
   * @throws AppError `unknown-answer` when the answer is no longer kept, `personal-number` for a comment with one.
   */
  record(turn: FeedbackTurn): Promise<void>;
}

export function createFeedback({ db, clock, inbox }: { db: Db; clock: Clock; inbox: Inbox }): Feedback {
  return {
    async record({ conversation, sender, replyToId, verdict, comment }) {
      refusePersonalNumbers(comment);
      await inbox.flush();
      // Only a client that does not name the message can mean the latest.
      const answer = replyToId
        ? await findAnswer(db, { activityId: replyToId, conversationId: conversation.id })
        : await latestAnswer(db, conversation.id, sender.key);
      if (!answer) throw new AppError('unknown-answer', 'no kept answer belongs to the verdict');
      await saveVerdict(db, { answerId: answer.id, personKey: sender.key, verdict, comment, at: clock.now() });
    },
  };
}
