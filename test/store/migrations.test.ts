// What a migration makes of data that an earlier version has written.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const earlier = '2026-03-01T08:00:00.000Z';
const later = '2026-03-02T08:00:00.000Z';

describeOnBothEngines('the second migration', (open, newLocation) => {
  test('makes one reference a channel and person of those of its threads, the newest, and welcomes nobody anew', async () => {
    const location = newLocation();
    const { db, close } = await openStore(location);
    const row = (
      conversation_id: string,
      person_key: string,
      updated_at: string,
      removed_at: string | null = null,
    ) => ({
      conversation_id,
      person_key,
      kind: conversation_id.startsWith('19:') ? 'channel' : 'personal',
      tenant_id: 't',
      service_url: `https://smba.example/${updated_at}`,
      bot_id: '28:bot',
      channel_user_id: `29:${person_key}`,
      aad_object_id: null,
      updated_at,
      removed_at,
    });
    const personal = row('a:anne', 'anne', earlier);
    const channels = [
      row('19:c@thread.tacv2;messageid=1', 'anne', later),
      row('19:c@thread.tacv2;messageid=2', 'anne', earlier, later),
      row('19:c@thread.tacv2;messageid=2', 'bent', earlier),
      row('19:c@thread.tacv2', 'bent', later),
      row('19:d@thread.tacv2;messageid=3', 'bent', earlier, later),
    ];
    await db
      .insertInto('conversation_references')
      .values([personal, ...channels])
      .execute();
    await db.schema.alterTable('people').dropColumn('welcomed_among_others_at').execute();
    await db.schema.dropTable('locks').execute();
    await db.schema.dropIndex('turns_running').execute();
    await db.schema.alterTable('turns').dropColumn('conversation_id').execute();
    await sql`insert into people (key, welcomed_at, updated_at) values ('anne', ${earlier}, ${earlier})`.execute(db);
    await db.schema.dropTable('model_usage').execute();
    await sql`delete from kysely_migration where name > '0001-ground-floor'`.execute(db);
    await close();

    const migrated = (await open(location)).db;
    const kept = await migrated.selectFrom('conversation_references').selectAll().execute();
    expect(kept.map(one => JSON.stringify(one)).sort()).toEqual(
      [
        personal,
        row('19:c@thread.tacv2', 'anne', later),
        row('19:c@thread.tacv2', 'bent', later),
        row('19:d@thread.tacv2', 'bent', earlier, later),
      ]
        .map(one => JSON.stringify(one))
        .sort(),
    );
    expect(await migrated.selectFrom('people').selectAll().execute()).toMatchObject([{ welcomed_at: earlier }]);
  });
});
