// Imported documents, turns, people, conversations, answers, and questions sent to the administration.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('slug', 'text', c => c.primaryKey())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('file_name', 'text', c => c.notNull())
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('import_version', 'integer', c => c.notNull())
    .addColumn('passages', 'integer', c => c.notNull())
    .addColumn('imported_at', 'text', c => c.notNull())
    .execute();
  await db.schema
    .createTable('passages')
    .addColumn('document', 'text', c => c.notNull().references('documents.slug').onDelete('cascade'))
    .addColumn('ordinal', 'integer', c => c.notNull())
    .addColumn('section', 'text', c => c.notNull())
    .addColumn('page', 'integer')
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('ties', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('passages_pk', ['document', 'ordinal'])
    .execute();
  const revision = db.withTables<{ knowledge_revision: { id: number; revision: number } }>();
  await db.schema
    .createTable('knowledge_revision')
    .addColumn('id', 'integer', c => c.primaryKey())
    .addColumn('revision', 'integer', c => c.notNull())
    .execute();
  await revision.insertInto('knowledge_revision').values({ id: 1, revision: 0 }).execute();

  await db.schema
    .createTable('turns')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('lease_until', 'text', c => c.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('result', 'text')
    .execute();
  await db.schema.createIndex('turns_begun_at').on('turns').column('begun_at').execute();
  await db.schema
    .createTable('contexts')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('value', 'text', c => c.notNull())
    .addColumn('updated_at', 'text', c => c.notNull())
    .execute();
  await db.schema
    .createTable('people')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('language', 'text')
    .addColumn('welcomed_at', 'text')
    .addColumn('updated_at', 'text', c => c.notNull())
    .execute();
  await db.schema
    .createTable('conversation_references')
    .addColumn('conversation_id', 'text', c => c.notNull())
    .addColumn('person_key', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('tenant_id', 'text', c => c.notNull())
    .addColumn('service_url', 'text', c => c.notNull())
    .addColumn('bot_id', 'text', c => c.notNull())
    .addColumn('channel_user_id', 'text', c => c.notNull())
    .addColumn('aad_object_id', 'text')
    .addColumn('updated_at', 'text', c => c.notNull())
    .addColumn('removed_at', 'text')
    .addPrimaryKeyConstraint('conversation_references_pk', ['conversation_id', 'person_key'])
    .execute();
  await db.schema
    .createIndex('conversation_references_person')
    .on('conversation_references')
    .column('person_key')
    .execute();

  await db.schema
    .createTable('answers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('conversation_id', 'text', c => c.notNull())
    .addColumn('person_key', 'text', c => c.notNull())
    .addColumn('activity_id', 'text')
    .addColumn('question', 'text', c => c.notNull())
    .addColumn('answer', 'text', c => c.notNull())
    .addColumn('citations', 'text', c => c.notNull())
    .addColumn('abstained', 'integer', c => c.notNull())
    .addColumn('language', 'text', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .execute();
  await db.schema
    .createIndex('answers_conversation')
    .on('answers')
    .columns(['conversation_id', 'person_key', 'at'])
    .execute();
  await db.schema.createIndex('answers_at').on('answers').column('at').execute();
  await db.schema
    .createTable('verdicts')
    .addColumn('answer_id', 'text', c => c.notNull().references('answers.id').onDelete('cascade'))
    .addColumn('person_key', 'text', c => c.notNull())
    .addColumn('verdict', 'text', c => c.notNull())
    .addColumn('comment', 'text', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('verdicts_pk', ['answer_id', 'person_key'])
    .execute();

  await db.schema
    .createTable('forwarded_groups')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('status', 'text', c => c.notNull())
    .addColumn('count', 'integer', c => c.notNull())
    .addColumn('first_at', 'text', c => c.notNull())
    .addColumn('last_at', 'text', c => c.notNull())
    .execute();
  await db.schema
    .createTable('forwarded_asks')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull())
    .addColumn('submission_key', 'text', c => c.notNull().unique())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('person_key', 'text')
    .addColumn('answer_id', 'text')
    .addColumn('at', 'text', c => c.notNull())
    // Checked at commit: an ask is written before its group, because only it knows whether it is a repetition.
    .addForeignKeyConstraint('forwarded_asks_group', ['group_id'], 'forwarded_groups', ['id'], c =>
      c.onDelete('cascade').deferrable().initiallyDeferred(),
    )
    .execute();
  await db.schema.createIndex('forwarded_asks_group_id').on('forwarded_asks').column('group_id').execute();
}
