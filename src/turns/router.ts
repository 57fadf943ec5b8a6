// Which handler a turn belongs to. Built in app.ts, called by the pipeline.
import type { Reply, Turn } from '../model/turn.ts';
import { createOnCard } from './on-card.ts';
import { createOnMessage } from './on-message.ts';
import type { RouterParts } from './parts.ts';
import { showWelcome } from './show.ts';

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
        // First what may fail: a greeting that is claimed is to be sent.
        const greeting = showWelcome(await parts.dialogue.languageOf(turn.sender.key), parts.helpContact);
        return (await parts.welcome.claim(turn)) ? [greeting] : [];
      }
    }
  };
}
