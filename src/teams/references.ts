// Keeps what it takes to write to people unasked, fresh on every activity; called by teams/application, the book is joined in app.ts.
import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';
import type { Conversation } from '../model/turn.ts';
import { conversationOf, type Incoming, senderOf } from './activity.ts';

export interface Reference {
  conversation: Conversation;
  personKey: string;
  serviceUrl: string;
  botId: string;
  channelUserId: string;
  aadObjectId?: string;
  updatedAt: Date;
}

export interface ReferenceBook {
  save(reference: Reference): Promise<unknown>;
  /** The assistant is no longer in the conversation. */
  remove(conversationId: string): Promise<unknown>;
}

export interface References {
  /** Never rejects: a turn is worth more than its reference. */
  keep(activity: Incoming): Promise<void>;
}

export function createReferences(parts: { book: ReferenceBook; clock: Clock; logger: Logger }): References {
  const { book, clock, logger } = parts;

  async function update(activity: Incoming): Promise<void> {
    const botId = activity.recipient.id;
    if (removesUs(activity)) {
      await book.remove(activity.conversation.id);
      return;
    }
    const people = [activity.from, ...(activity.membersAdded ?? [])]
      .filter(person => person.id !== botId)
      .map(senderOf);
    for (const { key, channelId, aadObjectId } of new Map(people.map(person => [person.key, person])).values()) {
      await book.save({
        conversation: conversationOf(activity),
        personKey: key,
        serviceUrl: activity.serviceUrl,
        botId,
        channelUserId: channelId,
        ...(aadObjectId ? { aadObjectId } : {}),
        updatedAt: clock.now(),
      });
    }
  }

  return {
    keep: activity =>
      update(activity).catch(error => logger.warn({ err: error }, 'the conversation reference could not be kept')),
  };
}

/** `remove-upgrade` is followed by `add-upgrade`: the assistant stays. */
function removesUs({ type, action, membersRemoved, recipient }: Incoming): boolean {
  if (type === 'installationUpdate') return action === 'remove';
  return type === 'conversationUpdate' && (membersRemoved ?? []).some(member => member.id === recipient.id);
}
