// Imported documents and their passages; written by knowledge/import, read by the search index.
import { sql } from 'kysely';
import { z } from 'zod';
import { profileLists } from '../model/knowledge.ts';
import type { Passage, PassageTies, StoredDocument } from '../model/passage.ts';
import { readJson, storable } from './json.ts';
import type { Db } from './tables.ts';

const rowsPerInsert = 500;

const tiesSchema = z.strictObject({
  level: z.string().optional(),
  list: z.enum(profileLists).optional(),
  arrow: z.string().optional(),
  year: z.number().int().optional(),
  municipality: z.string().optional(),
});
const kindSchema = z.enum(['text', 'list', 'table']);

/**
 * Puts a document with all its passages in place of what stood under its slug, in one transaction.
 * `unchanged`: the same bytes were imported by the same rules before; nothing is written.
 */
export function replaceDocument(
  db: Db,
  document: StoredDocument,
  passages: Passage[],
): Promise<'added' | 'replaced' | 'unchanged'> {
  return db.transaction().execute(async transaction => {
    const before = await transaction
      .selectFrom('documents')
      .select(['sha256', 'import_version'])
      .where('slug', '=', document.slug)
      .executeTakeFirst();
    if (before?.sha256 === document.sha256 && before.import_version === document.importVersion) return 'unchanged';
    // Before the passages: two imports of one document wait for each other here.
    const { slug, ...columns } = documentRow(document);
    await transaction
      .insertInto('documents')
      .values({ slug, ...columns })
      .onConflict(conflict => conflict.column('slug').doUpdateSet(columns))
      .execute();
    await transaction.deleteFrom('passages').where('document', '=', slug).execute();
    for (let first = 0; first < passages.length; first += rowsPerInsert) {
      const rows = passages.slice(first, first + rowsPerInsert).map(passageRow);
      await transaction.insertInto('passages').values(rows).execute();
    }
    await bumpRevision(transaction);
    return before ? 'replaced' : 'added';
  });
}

/** `false` when there is no such document. */
export function removeDocument(db: Db, slug: string): Promise<boolean> {
  return db.transaction().execute(async transaction => {
    const { numDeletedRows } = await transaction.deleteFrom('documents').where('slug', '=', slug).executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await bumpRevision(transaction);
    return true;
  });
}

/** By slug. */
export async function listDocuments(db: Db): Promise<StoredDocument[]> {
  const rows = await db
    .selectFrom('documents')
    .select(['slug', 'title', 'file_name as fileName', 'sha256', 'import_version as importVersion'])
    .select(['passages', 'imported_at'])
    .execute();
  return rows
    .map(({ imported_at, ...row }) => ({ ...row, importedAt: new Date(imported_at) }))
    .sort((a, b) => compare(a.slug, b.slug));
}

/** Every passage, by document and then in the document's order. */
export async function loadPassages(db: Db): Promise<Passage[]> {
  const rows = await db.selectFrom('passages').selectAll().orderBy('ordinal').execute();
  return rows
    .map(({ page, kind, ties, ...row }) => ({
      ...row,
      ...(page === null ? {} : { page }),
      kind: kindSchema.parse(kind),
      ties: readJson(tiesSchema, ties) as PassageTies,
    }))
    .sort((a, b) => compare(a.document, b.document));
}

/** Counts up with every change to the imported documents, whichever process made it. */
export async function knowledgeRevision(db: Db): Promise<number> {
  const row = await db.selectFrom('knowledge_revision').select('revision').executeTakeFirstOrThrow();
  return row.revision;
}

async function bumpRevision(db: Db): Promise<void> {
  await db.updateTable('knowledge_revision').set({ revision: sql`revision + 1` }).execute();
}

function documentRow(document: StoredDocument) {
  return {
    slug: document.slug,
    title: storable(document.title),
    file_name: storable(document.fileName),
    sha256: document.sha256,
    import_version: document.importVersion,
    passages: document.passages,
    imported_at: document.importedAt.toISOString(),
  };
}

function passageRow(passage: Passage) {
  return {
    document: passage.document,
    ordinal: passage.ordinal,
    section: storable(passage.section),
    page: passage.page ?? null,
    kind: passage.kind,
    text: storable(passage.text),
    ties: JSON.stringify(passage.ties),
  };
}

/** By code point, so that both engines give one order whatever the database's locale (Danish sorts `aa` as `å`). */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
