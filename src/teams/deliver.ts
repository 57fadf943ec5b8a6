// Replies → Teams: messages, answers that are still being written, the response to a button press, typing; called by teams/application.
import { type Activity, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Logger } from '../lib/logger.ts';
import type { Timers } from '../lib/timers.ts';
import type { CardReply, CardTurn, Delivered, NoticeReply, Reply, Turn, WrittenReply } from '../model/turn.ts';
import type { DrainableTurnPipeline } from '../turns/pipeline.ts';
import type { TeamsPhrases } from './phrases.ts';
import { send } from './send.ts';
import { startStream } from './stream.ts';
import { cardActivity, cardAttachment, cardType, type SensitivityLabel, textActivity } from './to-activity.ts';

const noticeType = 'application/vnd.microsoft.activity.message';

/** Called before the first activity of an answer goes out; ends what was shown until then. Must not reject. */
export type Quiet = () => Promise<void>;

export interface Deliver {
  /**
   * Sends each reply as a message of its own, in order; in personal chats an answer is shown while it is being written.
   * Never rejects. @returns which messages carry answers.
   */
  messages(context: TurnContext, turn: Turn, replies: Reply[], quiet?: Quiet): Promise<Delivered[]>;
  /** As `messages`, what does not stand in the response to a button press. */
  beside(context: TurnContext, turn: CardTurn, replies: Reply[], quiet?: Quiet): Promise<Delivered[]>;
  /** Answers a button press: a replacing card or a notice; where all was sent beside it, a word that it was. Never rejects. */
  response(context: TurnContext, turn: CardTurn, replies: Reply[] | undefined): Promise<void>;
  /** Never rejects. */
  typing(context: TurnContext): Promise<void>;
}

export function createDeliver(parts: {
  pipeline: DrainableTurnPipeline;
  phrases: TeamsPhrases;
  sensitivityLabel?: SensitivityLabel;
  /** Told of a turn whose reply did not get out. */
  unsent: (turn: Turn) => Promise<void>;
  timers: Timers;
  logger: Logger;
}): Deliver {
  const { pipeline, phrases, sensitivityLabel, unsent, timers, logger } = parts;

  function toActivity(reply: SentReply, turn: Turn): Partial<Activity> {
    if (reply.kind === 'card') return cardActivity(reply);
    if (reply.kind === 'notice') return { type: ActivityTypes.Message, text: reply.text };
    return textActivity(reply, {
      conversationKind: turn.conversation.kind,
      phrases,
      ...(sensitivityLabel ? { sensitivityLabel } : {}),
    });
  }

  /** A reply that Teams would not take becomes a sentence with a reference number. */
  async function toActivities(reply: SentReply, turn: Turn): Promise<Partial<Activity>[]> {
    try {
      return [toActivity(reply, turn)];
    } catch (error) {
      return (await pipeline.failed(turn, error)).map(failure => toActivity(failure, turn));
    }
  }

  async function postReply(turn: Turn, reply: SentReply, post: Post): Promise<Delivered[]> {
    const delivered: Delivered[] = [];
    for (const activity of await toActivities(reply, turn)) {
      const activityId = await post(activity);
      const answerId = reply.kind === 'text' ? reply.answerId : undefined;
      if (answerId && activityId) delivered.push({ answerId, activityId });
    }
    return delivered;
  }

  /** One that fails does not keep the others back. `write` posts what a reply becomes that is still to be written. */
  async function postAll(turn: Turn, replies: Reply[], post: Post, write: Write): Promise<Delivered[]> {
    const delivered: Delivered[] = [];
    for (const reply of replies) {
      try {
        delivered.push(...(await (reply.kind === 'written' ? write(reply) : postReply(turn, reply, post))));
      } catch (error) {
        logger.error({ turn: turn.id, reply: reply.kind, err: error }, 'a reply could not be sent');
        await unsent(turn).catch(err =>
          logger.error({ turn: turn.id, err }, 'what the turn had claimed could not be given back'),
        );
      }
    }
    return delivered;
  }

  async function messages(
    context: TurnContext,
    turn: Turn,
    replies: Reply[],
    quiet: Quiet = async () => {},
  ): Promise<Delivered[]> {
    const post: Post = async activity => {
      await quiet();
      return send(context, activity, timers);
    };
    const writeWhole: Write = async reply => postAll(turn, await reply.write(), post, writeWhole);
    const writeShown: Write = async reply => {
      await quiet();
      const stream = startStream(context, { turn, reading: phrases.reading, timers, logger });
      try {
        return await postAll(turn, await reply.write(stream.show), stream.post, writeWhole);
      } finally {
        stream.close();
      }
    };
    return postAll(turn, replies, post, turn.conversation.kind === 'personal' ? writeShown : writeWhole);
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
    beside: (context, turn, replies, quiet) => messages(context, turn, parted(replies).beside, quiet),
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

type SentReply = Exclude<Reply, WrittenReply>;
/** @returns the id of the message; empty where there is none. */
type Post = (activity: Partial<Activity>) => Promise<string>;
type Write = (reply: WrittenReply) => Promise<Delivered[]>;

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
