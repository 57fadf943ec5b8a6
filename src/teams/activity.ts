// The shape that an incoming activity must have before the SDK sees it, and what we read of it; used by everything in teams/.
import { z } from 'zod';
import type { Conversation, Sender } from '../model/turn.ts';

const id = z.string().min(1).max(1_000);
const text = z.string().nullish();
const account = z.object({ id, name: text, aadObjectId: z.string().max(100).nullish() });
const tenanted = z.object({ tenant: z.object({ id }).nullish() });

/** Fields we do not read pass through unchecked; those we read are checked here and nowhere else. */
export const incomingSchema = z
  .object({
    type: z.string().min(1).max(100),
    // Other channels take other paths through the SDK's authentication.
    channelId: z.literal('msteams'),
    serviceUrl: z.string().max(1_000).url(),
    id: id.nullish(),
    replyToId: id.nullish(),
    name: z.string().max(200).nullish(),
    action: z.string().max(100).nullish(),
    from: account,
    recipient: account,
    conversation: z.object({ id, conversationType: text, tenantId: id.nullish(), isGroup: z.boolean().nullish() }),
    channelData: tenanted.passthrough().nullish(),
    text,
    value: z.unknown(),
    attachments: z.array(z.unknown()).nullish(),
    entities: z.array(z.object({ type: z.string() }).passthrough()).nullish(),
    membersAdded: z.array(account).nullish(),
    membersRemoved: z.array(account).nullish(),
  })
  .passthrough();
export type Incoming = z.infer<typeof incomingSchema>;

/** Every tenant that the activity names; they only differ when somebody has tampered with it. */
export function tenantsOf({ conversation, channelData }: Incoming): string[] {
  return [conversation.tenantId, channelData?.tenant?.id].filter(tenant => typeof tenant === 'string');
}

/** `tenantId` is empty where Teams names none. */
export function conversationOf(activity: Incoming): Conversation {
  return { id: activity.conversation.id, kind: conversationKind(activity), tenantId: tenantsOf(activity)[0] ?? '' };
}

export function senderOf({ id: channelId, name, aadObjectId }: Incoming['from']): Sender {
  return {
    key: aadObjectId || channelId,
    channelId,
    ...(aadObjectId ? { aadObjectId } : {}),
    ...(name ? { name } : {}),
  };
}

/** Teams leaves the type out of some conversation updates; the id tells it as well. */
function conversationKind({
  conversation: { id: conversationId, conversationType, isGroup },
}: Incoming): Conversation['kind'] {
  if (conversationType === 'personal') return 'personal';
  if (conversationType === 'channel' || conversationId.includes('@thread.tacv2')) return 'channel';
  return conversationType === 'groupChat' || isGroup || conversationId.includes('@thread.') ? 'group' : 'personal';
}
