// Where people can be reached (conversation references) and what a conversation was last about (its question context).
import type { ConversationReference } from '../model/conversation-reference.ts';
import { prepareQuery, type Values } from './prepare.ts';
import type { Db } from './tables.ts';

/** An unchanged reference is written again only when it is older than this. */
const refreshMs = 60 * 60 * 1_000;

const selectReference = prepareQuery((db, value: Values<{ conversation_id: string; person_key: string }>) =>
  db
    .selectFrom('conversation_references')
    .selectAll()
    .where('conversation_id', '=', value('conversation_id'))
    .where('person_key', '=', value('person_key')),
);

const selectContext = prepareQuery((db, value: Values<{ key: string }>) =>
  db.selectFrom('contexts').select('value').where('key', '=', value('key')),
);

const upsertContext = prepareQuery((db, value: Values<{ key: string; value: string; updated_at: string }>) => {
  const changes = { value: value('value'), updated_at: value('updated_at') };
  return db
    .insertInto('contexts')
    .values({ key: value('key'), ...changes })
    .onConflict(conflict => conflict.column('key').doUpdateSet(changes));
});

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
  const [kept] = await selectReference(db, key);
  const stale = new Date(updatedAt.getTime() - refreshMs).toISOString();
  const columns = Object.keys(values) as (keyof typeof values)[];
  if (kept && kept.updated_at > stale && columns.every(column => kept[column] === values[column])) return false;
  const changes = { ...values, updated_at: updatedAt.toISOString() };
  await db
    .insertInto('conversation_references')
    .values({ ...key, ...changes })
    .onConflict(conflict => conflict.columns(['conversation_id', 'person_key']).doUpdateSet(changes))
    .execute();
  return true;
}

/**
 * Nobody in the conversation, or only the person given, is written to there until they are seen in it again.
 * @param person known by either id, since Teams names who left by the channel's alone.
 */
export async function removeReferences(
  db: Db,
  conversationId: string,
  now: Date,
  person?: { key: string; channelId: string },
): Promise<void> {
  const everybody = db
    .updateTable('conversation_references')
    .set({ removed_at: now.toISOString() })
    .where('conversation_id', '=', conversationId)
    .where('removed_at', 'is', null);
  const removed = person
    ? everybody.where(({ eb, or }) =>
        or([eb('person_key', '=', person.key), eb('channel_user_id', '=', person.channelId)]),
      )
    : everybody;
  await removed.execute();
}

/** Forgets references removed before the given time. @returns how many. */
export async function purgeReferences(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('conversation_references')
    .where('removed_at', '<', before.toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** `undefined` when nothing is kept under the key; the caller checks the shape. */
export async function loadContext(db: Db, key: string): Promise<unknown> {
  const [row] = await selectContext(db, { key });
  return row && JSON.parse(row.value);
}

/** `value` is anything JSON can hold; `undefined` is kept as null. */
export async function saveContext(db: Db, key: string, value: unknown, now: Date): Promise<void> {
  await upsertContext(db, { key, value: JSON.stringify(value ?? null), updated_at: now.toISOString() });
}

/** Forgets contexts last written before the given time. @returns how many. */
export async function purgeContexts(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('contexts')
    .where('updated_at', '<', before.toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}
