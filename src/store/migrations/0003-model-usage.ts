// What the language model has cost each tenant on each day.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('model_usage')
    .addColumn('tenant_id', 'text', c => c.notNull())
    .addColumn('day', 'text', c => c.notNull())
    .addColumn('tokens', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('model_usage_pk', ['tenant_id', 'day'])
    .execute();
}
