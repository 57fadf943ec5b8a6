// What it takes to write to a person in a conversation unasked; gathered by teams/references, kept by store/conversations.
import type { Conversation } from './turn.ts';

export interface ConversationReference {
  /** A channel as a whole, never one of its threads. */
  conversation: Conversation;
  /** Entra object id, or the channel's id for a person that Teams names no other way. */
  personKey: string;
  serviceUrl: string;
  botId: string;
  channelUserId: string;
  aadObjectId?: string;
  updatedAt: Date;
}
