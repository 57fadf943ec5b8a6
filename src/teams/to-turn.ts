// Incoming activity → Turn; called by teams/application once it knows what kind of activity it has.
import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { CardTurn, FeedbackTurn, JoinedTurn, MessageTurn, Turn } from '../model/turn.ts';
import { conversationOf, type Incoming, senderOf } from './activity.ts';

export interface ToTurn {
  /** `undefined` in a group or a channel where the assistant is not mentioned. The text may be empty: a bare mention. */
  message(activity: Incoming): MessageTurn | undefined;
  /** `undefined` when it is not an Action.Execute with a verb. */
  card(activity: Incoming): CardTurn | undefined;
  /** `undefined` when it is neither thumbs up nor down. */
  feedback(activity: Incoming): FeedbackTurn | undefined;
  /** `undefined` when nobody but the assistant's own presence has changed. */
  joined(activity: Incoming): JoinedTurn | undefined;
}

const cardValue = z.object({
  action: z.object({
    type: z.literal('Action.Execute'),
    verb: z.string().min(1).max(200),
    data: z.record(z.unknown()).nullish(),
  }),
});

const feedbackValue = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown() }),
});
/** What the form behind the thumbs sends, as JSON in a string. */
const feedbackForm = z.object({ feedbackText: z.string().max(10_000) });

const mentionSchema = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  text: z.string().min(1),
});

export function createToTurn({ ids, clock }: { ids: Ids; clock: Clock }): ToTurn {
  const base = (activity: Incoming): Omit<Turn, 'kind'> => ({
    id: ids.next(),
    ...(activity.id ? { activityId: activity.id } : {}),
    conversation: conversationOf(activity),
    sender: senderOf(activity.from),
    receivedAt: clock.now(),
  });
  const carrier = ({ replyToId }: Incoming) => (replyToId ? { replyToId } : {});

  return {
    message: activity => {
      const turn = base(activity);
      const mentions = ownMentions(activity);
      if (turn.conversation.kind !== 'personal' && mentions.length === 0) return undefined;
      return { ...turn, kind: 'message', text: plainText(activity.text ?? '', mentions) };
    },
    card: activity => {
      const value = cardValue.safeParse(activity.value);
      if (!value.success) return undefined;
      const { verb, data } = value.data.action;
      return { ...base(activity), kind: 'card', verb, data: data ?? {}, ...carrier(activity) };
    },
    feedback: activity => {
      const value = feedbackValue.safeParse(activity.value);
      if (!value.success) return undefined;
      const { reaction, feedback } = value.data.actionValue;
      return {
        ...base(activity),
        kind: 'feedback',
        verdict: reaction,
        comment: comment(feedback),
        ...carrier(activity),
      };
    },
    joined: activity => {
      const added = activity.membersAdded ?? [];
      const botId = activity.recipient.id;
      // Whoever brings the assistant in is there too, but Teams names only the assistant.
      const installed = activity.action?.startsWith('add') || added.some(member => member.id === botId);
      const people = [...added, ...(installed ? [activity.from] : [])]
        .filter(person => person.id !== botId)
        .map(senderOf);
      const joined = [...new Map(people.map(person => [person.key, person])).values()];
      return joined.length > 0 ? { ...base(activity), kind: 'joined', joined } : undefined;
    },
  };
}

/** How the assistant's own name stands in the text, such as `<at>LP-assistenten</at>`. */
function ownMentions({ entities, recipient }: Incoming): string[] {
  return (entities ?? []).flatMap(entity => {
    const mention = mentionSchema.safeParse(entity);
    return mention.success && mention.data.mentioned.id === recipient.id ? [mention.data.text] : [];
  });
}

/** Without our own mentions; other people's become their bare names. */
function plainText(text: string, mentions: string[]): string {
  const ownRemoved = mentions.reduce((rest, mention) => rest.replaceAll(mention, ' '), text);
  return ownRemoved
    .replaceAll(/<at(?: [^<>]*)?>([^<]*)<\/at>/g, '$1')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** Teams sends the comment as a form in JSON, the Playground as plain text. */
function comment(feedback: unknown): string {
  if (typeof feedback !== 'string') return feedbackForm.safeParse(feedback).data?.feedbackText.trim() ?? '';
  try {
    const form = feedbackForm.safeParse(JSON.parse(feedback));
    return form.success ? form.data.feedbackText.trim() : '';
  } catch {
    return feedback.startsWith('{') ? '' : feedback.trim();
  }
}
