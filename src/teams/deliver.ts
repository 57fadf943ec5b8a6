// Replies → Teams: messages, the response to a button press, typing; called by teams/application.
import { type Activity, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Logger } from '../lib/logger.ts';
import type { CardReply, CardTurn, Delivered, NoticeReply, Reply, Turn } from '../model/turn.ts';
import type { DrainableTurnPipeline } from '../turns/pipeline.ts';
import type { TeamsPhrases } from './phrases.ts';
import { send } from './send.ts';
import type { Timers } from './timers.ts';
import { cardActivity, cardAttachment, cardType, textActivity } from './to-activity.ts';

const noticeType = 'application/vnd.microsoft.activity.message';

export interface Deliver {
  /** Sends each reply as a message of its own, in order. Never rejects. @returns which messages carry answers. */
  messages(context: TurnContext, turn: Turn, replies: Reply[]): Promise<Delivered[]>;
  /** Sends what does not stand in the response to a button press. Never rejects. */
  beside(context: TurnContext, turn: CardTurn, replies: Reply[]): Promise<Delivered[]>;
  /** Answers a button press: a replacing card or a notice; where all was sent beside it, a word that it was. Never rejects. */
  response(context: TurnContext, turn: CardTurn, replies: Reply[] | undefined): Promise<void>;
  /** Never rejects. */
  typing(context: TurnContext): Promise<void>;
}

export function createDeliver(parts: {
  pipeline: DrainableTurnPipeline;
  phrases: TeamsPhrases;
  /** Told of a turn whose reply did not get out. */
  unsent: (turn: Turn) => Promise<void>;
  timers: Timers;
  logger: Logger;
}): Deliver {
  const { pipeline, phrases, unsent, timers, logger } = parts;

  function toActivity(reply: Reply, turn: Turn): Partial<Activity> {
    if (reply.kind === 'card') return cardActivity(reply);
    if (reply.kind === 'notice') return { type: ActivityTypes.Message, text: reply.text };
    return textActivity(reply, { conversationKind: turn.conversation.kind, phrases });
  }

  /** A reply that Teams would not take becomes a sentence with a reference number. */
  async function toActivities(reply: Reply, turn: Turn): Promise<Partial<Activity>[]> {
    try {
      return [toActivity(reply, turn)];
    } catch (error) {
      return (await pipeline.failed(turn, error)).map(failure => toActivity(failure, turn));
    }
  }

  async function sendReply(context: TurnContext, turn: Turn, reply: Reply): Promise<Delivered[]> {
    const delivered: Delivered[] = [];
    for (const activity of await toActivities(reply, turn)) {
      const activityId = await send(context, activity, timers);
      const answerId = reply.kind === 'text' ? reply.answerId : undefined;
      if (answerId && activityId) delivered.push({ answerId, activityId });
    }
    return delivered;
  }

  async function messages(context: TurnContext, turn: Turn, replies: Reply[]): Promise<Delivered[]> {
    const delivered: Delivered[] = [];
    for (const reply of replies) {
      try {
        delivered.push(...(await sendReply(context, turn, reply)));
      } catch (error) {
        logger.error({ turn: turn.id, reply: reply.kind, err: error }, 'a reply could not be sent');
        await unsent(turn).catch(err =>
          logger.error({ turn: turn.id, err }, 'what the turn had claimed could not be given back'),
        );
      }
    }
    return delivered;
  }

  async function response(context: TurnContext, turn: CardTurn, replies: Reply[] = []): Promise<void> {
    const { inResponse, beside } = parted(replies);
    if (inResponse?.kind === 'card') return respond(context, await replacement(turn, inResponse));
    const fallback = beside.length > 0 ? phrases.answeredBelow : phrases.alreadyAnswered;
    return respond(context, notice(inResponse?.text ?? fallback));
  }

  async function replacement(turn: CardTurn, reply: CardReply): Promise<InvokeResponse> {
    try {
      return cardResponse(200, cardType, cardAttachment(reply.card).content);
    } catch (error) {
      const [failure] = await pipeline.failed(turn, error);
      return notice(failure?.kind === 'notice' ? failure.text : phrases.unreadable);
    }
  }

  return {
    messages,
    beside: (context, turn, replies) => messages(context, turn, parted(replies).beside),
    response,
    typing: async context => {
      try {
        await context.sendActivity({ type: ActivityTypes.Typing });
      } catch (error) {
        logger.debug({ err: error }, 'typing could not be shown');
      }
    },
  };
}

/** What stands in the response to a button press, and what is sent as messages of its own. */
function parted(replies: Reply[]): { inResponse: CardReply | NoticeReply | undefined; beside: Reply[] } {
  const inResponse = replies.find(
    (reply): reply is CardReply | NoticeReply => reply.kind === 'notice' || (reply.kind === 'card' && !!reply.replace),
  );
  return { inResponse, beside: replies.filter(reply => reply !== inResponse) };
}

/**
 * What the button press is answered with. A notice is a message and not an `application/vnd.microsoft.error`:
 * Teams shows both, the Playground shows an error only with a status code that Teams does not document for errors.
 */
const notice = (text: string): InvokeResponse => cardResponse(200, noticeType, text);

/** Teams reads the status from the body; the HTTP status is always 200. */
export function cardResponse(statusCode: number, type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode, type, value } };
}

/** Leaves the response to an invoke for the adapter; an invoke without one is answered with 501. */
export async function respond(context: TurnContext, value: InvokeResponse): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}
