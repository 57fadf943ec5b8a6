// Where people were welcomed, one reference for all threads of a channel, locks that hold on both engines, and which conversation a turn is of.
import { type Kysely, sql } from 'kysely';

/** As far as they are read here. */
type Tables = {
  locks: { name: string; taken: number };
  conversation_references: { conversation_id: string; person_key: string; updated_at: string };
};

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('people').addColumn('welcomed_among_others_at', 'text').execute();
  await db.schema
    .createTable('locks')
    .addColumn('name', 'text', c => c.primaryKey())
    .addColumn('taken', 'integer', c => c.notNull())
    .execute();
  await db.schema.alterTable('turns').addColumn('conversation_id', 'text').execute();
  await db.schema
    .createIndex('turns_running')
    .on('turns')
    .columns(['conversation_id'])
    .where(sql.ref('finished_at'), 'is', null)
    .execute();
  const tables = db.withTables<Tables>();
  await tables.insertInto('locks').values({ name: 'forwarding', taken: 0 }).execute();
  await joinThreads(tables);
}

/** Of a person's references in a channel and its threads the newest stays, whether in force or removed. */
async function joinThreads(db: Kysely<Tables>): Promise<void> {
  const threads = await db
    .deleteFrom('conversation_references')
    .where('conversation_id', 'like', '%;messageid=%')
    .returningAll()
    .execute();
  for (const { conversation_id, ...thread } of threads) {
    await db
      .insertInto('conversation_references')
      .values({ conversation_id: conversation_id.replace(/;messageid=.*$/s, ''), ...thread })
      .onConflict(conflict =>
        conflict
          .columns(['conversation_id', 'person_key'])
          .doUpdateSet(thread)
          .where('conversation_references.updated_at', '<', thread.updated_at),
      )
      .execute();
  }
}
