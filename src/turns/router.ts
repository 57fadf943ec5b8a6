// Which handler a turn belongs to. Built in app.ts, called by the pipeline.
import type { Dialogue } from '../domain/dialogue.ts';
import type { Feedback } from '../domain/feedback.ts';
import type { Forwarding } from '../domain/forwarding.ts';
import type { Library } from '../domain/library.ts';
import type { Welcome } from '../domain/welcome.ts';
import type { StoredDocument } from '../model/passage.ts';
import type { Reply, Turn } from '../model/turn.ts';
import { createOnCard } from './on-card.ts';
import { createOnMessage } from './on-message.ts';
import { showWelcome } from './show.ts';

export interface RouterParts {
  dialogue: Dialogue;
  library: Library;
  forwarding: Forwarding;
  feedback: Feedback;
  welcome: Welcome;
  /** The documents that have been imported. */
  imported: () => Promise<StoredDocument[]>;
  /** Whom users are sent to, as they read it. */
  helpContact: string | undefined;
}

/** @returns the handler of every turn; it throws AppErrors for the pipeline to put into words. */
export function createRouter(parts: RouterParts): (turn: Turn) => Promise<Reply[]> {
  const onMessage = createOnMessage(parts);
  const onCard = createOnCard(parts);
  return async turn => {
    switch (turn.kind) {
      case 'message':
        return onMessage(turn);
      case 'card':
        return onCard(turn);
      case 'feedback':
        await parts.feedback.record(turn);
        return [];
      case 'joined': {
        const greeted = await parts.welcome.claim(turn.joined.map(({ key }) => key));
        return greeted ? [showWelcome(await parts.dialogue.languageOf(turn.sender.key), parts.helpContact)] : [];
      }
    }
  };
}
