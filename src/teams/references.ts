// Keeps what it takes to write to people unasked, fresh on every activity; called by teams/application, the book is joined in app.ts.
import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';
import type { ConversationReference } from '../model/conversation-reference.ts';
import type { Conversation, Sender } from '../model/turn.ts';
import { conversationOf, type Incoming, senderOf } from './activity.ts';

export interface ReferenceBook {
  save(reference: ConversationReference): Promise<unknown>;
  /** The person, or without one the assistant itself, is no longer in the conversation. */
  remove(conversationId: string, person?: Sender): Promise<unknown>;
}

export interface References {
  /** Never rejects: a turn is worth more than its reference. */
  keep(activity: Incoming): Promise<void>;
}

export function createReferences(parts: { book: ReferenceBook; clock: Clock; logger: Logger }): References {
  const { book, clock, logger } = parts;

  async function update(activity: Incoming): Promise<void> {
    const conversation = withoutThread(conversationOf(activity));
    const botId = activity.recipient.id;
    if (removesUs(activity)) {
      await book.remove(conversation.id);
      return;
    }
    const gone = peopleOf(activity.membersRemoved ?? []);
    for (const person of gone.values()) await book.remove(conversation.id, person);
    const here = peopleOf([...(activity.membersAdded ?? []), activity.from].filter(({ id }) => id !== botId));
    for (const { key, channelId, aadObjectId } of here.values()) {
      // Whoever leaves of their own accord is also the one that the activity comes from.
      if (gone.has(channelId)) continue;
      await book.save({
        conversation,
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

/** Replies need the thread that Teams appends to a channel's id; a message unasked begins one of its own. */
const withoutThread = (conversation: Conversation): Conversation => ({
  ...conversation,
  id: conversation.id.replace(/;messageid=.*$/s, ''),
});

/** Each once, as named last: members often come without the Entra id that the sender has. */
const peopleOf = (accounts: Incoming['from'][]): Map<string, Sender> =>
  new Map(accounts.map(account => [account.id, senderOf(account)]));

/** `remove-upgrade` is followed by `add-upgrade`: the assistant stays. */
function removesUs({ type, action, membersRemoved, recipient }: Incoming): boolean {
  if (type === 'installationUpdate') return action === 'remove';
  return type === 'conversationUpdate' && (membersRemoved ?? []).some(member => member.id === recipient.id);
}
