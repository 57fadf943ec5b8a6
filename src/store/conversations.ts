// Where people can be reached (conversation references) and what a conversation was last about (its question context).
import { z } from 'zod';
import type { Conversation } from '../model/turn.ts';
import type { Db } from './tables.ts';

/** What it takes to write to a person in a conversation unasked. */
export interface ConversationReference {
  conversation: Conversation;
  /** The person's key; empty where Teams names nobody, as when a team installs the assistant. */
  personKey: string;
  serviceUrl: string;
  botId: string;
  channelUserId: string;
  aadObjectId?: string;
  updatedAt: Date;
}

/** An unchanged reference is written again only when it is older than this. */
const refreshMs = 60 * 60 * 1_000;
const kindSchema = z.enum(['personal', 'group', 'channel']);

/**
 * Adds, updates or brings back a reference. Reads first, since nearly every activity changes nothing.
 * @returns whether anything was written.
 */
export async function saveReference(db: Db, reference: ConversationReference): Promise<boolean> {
  const { conversation, personKey, updatedAt } = reference;
  const key = { conversation_id: conversation.id, person_key: personKey };
  const values = {
    kind: conversation.kind,
    tenant_id: conversation.tenantId,
    service_url: reference.serviceUrl,
    bot_id: reference.botId,
    channel_user_id: reference.channelUserId,
    aad_object_id: reference.aadObjectId ?? null,
    removed_at: null,
  };
  const fresh = await db
    .selectFrom('conversation_references')
    .select('conversation_id')
    .where(eb => eb.and({ ...key, kind: values.kind, tenant_id: values.tenant_id, service_url: values.service_url }))
    .where(eb => eb.and({ bot_id: values.bot_id, channel_user_id: values.channel_user_id }))
    .where('aad_object_id', values.aad_object_id === null ? 'is' : '=', values.aad_object_id)
    .where('removed_at', 'is', null)
    .where('updated_at', '>', new Date(updatedAt.getTime() - refreshMs).toISOString())
    .executeTakeFirst();
  if (fresh) return false;
  const changes = { ...values, updated_at: updatedAt.toISOString() };
  await db
    .insertInto('conversation_references')
    .values({ ...key, ...changes })
    .onConflict(conflict => conflict.columns(['conversation_id', 'person_key']).doUpdateSet(changes))
    .execute();
  return true;
}

/** The assistant was removed from a conversation: nobody in it is written to until it is back. */
export async function removeReferences(db: Db, conversationId: string, now: Date): Promise<void> {
  await db
    .updateTable('conversation_references')
    .set({ removed_at: now.toISOString() })
    .where('conversation_id', '=', conversationId)
    .where('removed_at', 'is', null)
    .execute();
}

/** Those in force, newest first. */
export async function findReferencesOfPerson(db: Db, personKey: string): Promise<ConversationReference[]> {
  const rows = await db
    .selectFrom('conversation_references')
    .selectAll()
    .where('person_key', '=', personKey)
    .where('removed_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map(row => ({
    conversation: { id: row.conversation_id, kind: kindSchema.parse(row.kind), tenantId: row.tenant_id },
    personKey: row.person_key,
    serviceUrl: row.service_url,
    botId: row.bot_id,
    channelUserId: row.channel_user_id,
    ...(row.aad_object_id === null ? {} : { aadObjectId: row.aad_object_id }),
    updatedAt: new Date(row.updated_at),
  }));
}

/** `undefined` when nothing is kept under the key; the caller checks the shape. */
export async function loadContext(db: Db, key: string): Promise<unknown> {
  const row = await db.selectFrom('contexts').select('value').where('key', '=', key).executeTakeFirst();
  return row && JSON.parse(row.value);
}

/** `value` is anything JSON can hold; `undefined` is kept as null. */
export async function saveContext(db: Db, key: string, value: unknown, now: Date): Promise<void> {
  const changes = { value: JSON.stringify(value ?? null), updated_at: now.toISOString() };
  await db
    .insertInto('contexts')
    .values({ key, ...changes })
    .onConflict(conflict => conflict.column('key').doUpdateSet(changes))
    .execute();
}

/** Forgets contexts last written before the given time. @returns how many. */
export async function purgeContexts(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('contexts')
    .where('updated_at', '<', before.toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}
