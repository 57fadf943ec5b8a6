// Routes what Teams sends through teams-ai's Application to the turn pipeline; joined to the adapter by teams/entrance.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { Logger } from '../lib/logger.ts';
import type { Timers } from '../lib/timers.ts';
import type { Delivered, Reply, Turn } from '../model/turn.ts';
import type { DrainableTurnPipeline } from '../turns/pipeline.ts';
import type { Incoming } from './activity.ts';
import { cardResponse, createDeliver, type Quiet, respond } from './deliver.ts';
import type { TeamsPhrases } from './phrases.ts';
import { createReferences, type ReferenceBook } from './references.ts';
import type { SensitivityLabel } from './to-activity.ts';
import { createToTurn } from './to-turn.ts';
import { startTyping } from './typing.ts';

export interface ApplicationParts {
  pipeline: DrainableTurnPipeline;
  referenceBook: ReferenceBook;
  /** Told of a turn whose reply did not get out. */
  unsent: (turn: Turn) => Promise<void>;
  phrases: TeamsPhrases;
  /** Stands on what a language model wrote. */
  sensitivityLabel?: SensitivityLabel;
  clock: Clock;
  timers: Timers;
  ids: Ids;
  logger: Logger;
}

type SendQuietly = (replies: Reply[], quiet: Quiet) => Promise<Delivered[]>;

const errorType = 'application/vnd.microsoft.error';

/** @returns what the adapter runs for each activity that has been let in, given as it was checked. */
export function createApplication(
  parts: ApplicationParts,
): (context: TurnContext, activity: Incoming) => Promise<void> {
  const { pipeline, phrases, timers } = parts;
  const toTurn = createToTurn(parts);
  const references = createReferences({ ...parts, book: parts.referenceBook });
  const deliver = createDeliver(parts);

  /** Sends the replies as soon as they are there; typing is shown until the first of them or of an answer being written. */
  async function answer(context: TurnContext, turn: Turn, send: SendQuietly): Promise<Reply[] | undefined> {
    const stopTyping = startTyping(() => deliver.typing(context), timers);
    const replies = await pipeline.handle(turn, replies => send(replies, stopTyping));
    await stopTyping();
    return replies;
  }

  async function onMessage(context: TurnContext): Promise<void> {
    const turn = toTurn.message(incoming(context));
    if (turn) await answer(context, turn, (replies, quiet) => deliver.messages(context, turn, replies, quiet));
  }

  async function onCardAction(context: TurnContext): Promise<void> {
    const turn = toTurn.card(incoming(context));
    if (!turn) {
      const error = { code: 'BadRequest', message: phrases.unreadable };
      return respond(context, cardResponse(400, errorType, error));
    }
    const replies = await answer(context, turn, (replies, quiet) => deliver.beside(context, turn, replies, quiet));
    await deliver.response(context, turn, replies);
  }

  async function onFeedback(context: TurnContext): Promise<void> {
    const turn = toTurn.feedback(incoming(context));
    if (!turn) return respond(context, { status: 400, body: { error: 'This is not a verdict on an answer.' } });
    await pipeline.handle(turn, replies => deliver.messages(context, turn, replies));
    await respond(context, { status: 200 });
  }

  async function onJoined(context: TurnContext): Promise<void> {
    const turn = toTurn.joined(incoming(context));
    if (turn) await pipeline.handle(turn, replies => deliver.messages(context, turn, replies));
  }

  // No adapter, storage, planner or typing timer: only its routes are used. Mentions are stripped by to-turn,
  // since the Application's way leaves other people's as markup.
  const application = new Application({ startTypingTimer: false, removeRecipientMention: false });
  // Cards and verdicts are routed by the name of their invoke and not by adaptiveCards.actionExecute and feedbackLoop:
  // the first answers an unknown verb with 501 and, once a card with `refresh` was returned, replaces cards for everybody
  // for ever; the second throws when `value` is missing.
  application.addRoute(isInvoke('adaptiveCard/action'), onCardAction, true);
  application.addRoute(isInvoke('message/submitAction'), onFeedback, true);
  application.addRoute(
    isInvoke(),
    context => respond(context, { status: 404, body: { error: 'This kind of invoke is not known here.' } }),
    true,
  );
  application.activity(ActivityTypes.Message, onMessage);
  application.activity(ActivityTypes.InstallationUpdate, onJoined);
  application.conversationUpdate('membersAdded', onJoined);

  return async (context, activity) => {
    context.turnState.set(checked, activity);
    const kept = references.keep(activity);
    await application.run(context);
    await kept;
  };
}

const checked = Symbol('the activity as the entrance has checked it');

function incoming({ turnState }: TurnContext): Incoming {
  const activity = turnState.get<Incoming | undefined>(checked);
  if (!activity) throw new Error('The turn did not come in through the entrance.');
  return activity;
}

const isInvoke =
  (name?: string) =>
  async ({ activity }: TurnContext): Promise<boolean> =>
    activity.type === ActivityTypes.Invoke && (name === undefined || activity.name === name);
