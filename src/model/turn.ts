// What the house passes around instead of SDK types: a `Turn` comes in, `Reply`s go out. Built in teams/, handled in turns/.
import type { Citation } from './answer.ts';

import type { Language } from './language.ts';

export type { Language } from './language.ts';

/** Where a conversation takes place; group chats and channels only reach the assistant when it is mentioned. */
export interface Conversation {
  id: string;
  kind: 'personal' | 'group' | 'channel';
  tenantId: string;
}

/** Who acts. `key` is the Entra object id where Teams gives it, otherwise the channel id. */
export interface Sender {
  key: string;
  channelId: string;
  aadObjectId?: string;
  name?: string;
}

interface TurnBase {
  /** Our own id for logs and reference numbers. */
  id: string;
  /** Teams' id of the activity; repeated when Teams delivers again. Missing on some invokes. */
  activityId?: string;
  conversation: Conversation;
  sender: Sender;
  receivedAt: Date;
}

/** The person wrote something; the mention of the assistant is already stripped. */
export interface MessageTurn extends TurnBase {
  kind: 'message';
  text: string;
}

/** The person pressed a button on a card (Action.Execute). `replyToId` is the message that carries the card. */
export interface CardTurn extends TurnBase {
  kind: 'card';
  verb: string;
  data: Record<string, unknown>;
  replyToId?: string;
}

/** Thumbs up or down on an answer. The Playground leaves `replyToId` out. */
export interface FeedbackTurn extends TurnBase {
  kind: 'feedback';
  verdict: 'like' | 'dislike';
  comment: string;
  replyToId?: string;
}

/** The assistant was installed or somebody joined: each of `joined` may be greeted. */
export interface JoinedTurn extends TurnBase {
  kind: 'joined';
  joined: Sender[];
}

export type Turn = MessageTurn | CardTurn | FeedbackTurn | JoinedTurn;

/** A text answer. Citations stand in the text as `[n]`; `answerId` lets a later verdict find the answer. */
export interface TextReply {
  kind: 'text';
  /** Markdown. */
  text: string;
  citations?: Citation[];
  feedback?: boolean;
  /** Of the text, for what stands around it; the configured language where it is left out. */
  language?: Language;
  answerId?: string;
  /** A language model wrote it: Teams shows a label. */
  byModel?: true;
}

/** An adaptive card. `replace`: takes the place of the card that was acted on (only in answer to a CardTurn). */
export interface CardReply {
  kind: 'card';
  card: Record<string, unknown>;
  /** What a notification and a screen reader's summary say. */
  summary: string;
  replace?: boolean;
}

/** A short error in answer to a button, shown where the card is. */
export interface NoticeReply {
  kind: 'notice';
  text: string;
}

/** An answer that is still to be written; where the conversation allows it, it is shown while it grows. */
export interface WrittenReply {
  kind: 'written';
  /**
   * @param show told of the whole text so far, which only grows; the text of the replies begins with it.
   * @returns what is sent in the end; rejects only for faults of ours, since there is an answer without a model.
   */
  write(show?: (text: string) => void): Promise<Reply[]>;
}

export type Reply = TextReply | CardReply | NoticeReply | WrittenReply;

/** What teams/ tells back after sending, so that verdicts find their answer. */
export interface Delivered {
  answerId: string;
  activityId: string;
}

/** Sends the replies of a turn as messages. Must not reject. @returns which messages carry answers. */
export type SendReplies = (replies: Reply[]) => Promise<Delivered[]>;

/** The one entrance that teams/ calls; never throws: a failing handler becomes a sentence with a reference number. */
export interface TurnPipeline {
  /**
   * Resolves once the replies are recorded and sent, so that the next turn of the conversation finds both done.
   * `undefined` when the same activity has been answered before or is being answered right now: nothing is sent then.
   */
  handle(turn: Turn, send?: SendReplies): Promise<Reply[] | undefined>;
}
