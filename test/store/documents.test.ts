// Imported documents: replaced whole, unchanged when they are the same, in one order on both engines.
import { expect, test } from 'vitest';
import type { Passage, StoredDocument } from '../../src/model/passage.ts';
import {
  knowledgeRevision,
  listDocuments,
  loadPassages,
  removeDocument,
  replaceDocument,
} from '../../src/store/documents.ts';
import { describeOnBothEngines } from '../support/databases.ts';

function documentOf(slug: string, changes: Partial<StoredDocument> = {}): StoredDocument {
  return {
    slug,
    title: `Om ${slug}`,
    fileName: `${slug}.pdf`,
    sha256: 'a'.repeat(64),
    importVersion: 1,
    passages: 2,
    importedAt: new Date('2026-03-02T08:00:00.000Z'),
    ...changes,
  };
}

function passagesOf(document: string, ...texts: string[]): Passage[] {
  return texts.map((text, ordinal) => ({ document, ordinal, section: 'Indledning', kind: 'text', text, ties: {} }));
}

describeOnBothEngines('documents', (open, newLocation) => {
  test('a document comes back with its passages as they were', async () => {
    const { db } = await open();
    const passages: Passage[] = [
      { document: 'brochure', ordinal: 0, section: 'Vision › Mål', kind: 'text', text: 'Æbler\nog øer', ties: {} },
      {
        document: 'brochure',
        ordinal: 1,
        section: 'Profil: Chef › Færdigheder',
        page: 7,
        kind: 'list',
        text: 'Én\nTo',
        ties: { level: 'chef', list: 'skills', arrow: 'a', year: 2021, municipality: 'aalborg' },
      },
    ];
    expect(await replaceDocument(db, documentOf('brochure'), passages)).toBe('added');
    expect(await loadPassages(db)).toEqual(passages);
    expect(await listDocuments(db)).toEqual([documentOf('brochure')]);
  });

  test('the same bytes under the same rules change nothing', async () => {
    const { db } = await open();
    await replaceDocument(db, documentOf('brochure'), passagesOf('brochure', 'en', 'to'));
    const later = documentOf('brochure', { importedAt: new Date('2026-04-01T08:00:00.000Z') });
    expect(await replaceDocument(db, later, passagesOf('brochure', 'tre'))).toBe('unchanged');
    expect(await loadPassages(db)).toHaveLength(2);
    expect(await listDocuments(db)).toEqual([documentOf('brochure')]);
    expect(await knowledgeRevision(db)).toBe(1);
  });

  test.each([
    ['other bytes', { sha256: 'b'.repeat(64) }],
    ['newer rules', { importVersion: 2 }],
  ])('%s replace all passages', async (_, change) => {
    const { db } = await open();
    await replaceDocument(db, documentOf('brochure'), passagesOf('brochure', 'en', 'to'));
    await replaceDocument(db, documentOf('eva'), passagesOf('eva', 'urørt'));
    expect(await replaceDocument(db, documentOf('brochure', change), passagesOf('brochure', 'ny'))).toBe('replaced');
    expect((await loadPassages(db)).map(passage => passage.text)).toEqual(['ny', 'urørt']);
    expect(await knowledgeRevision(db)).toBe(3);
  });

  test('a replacement that fails leaves the old passages and the revision', async () => {
    const { db } = await open();
    await replaceDocument(db, documentOf('brochure'), passagesOf('brochure', 'gammel'));
    const [passage] = passagesOf('brochure', 'ny');
    const twice = passage ? [passage, passage] : [];
    await expect(replaceDocument(db, documentOf('brochure', { sha256: 'b' }), twice)).rejects.toThrow();
    expect((await loadPassages(db)).map(({ text }) => text)).toEqual(['gammel']);
    expect(await knowledgeRevision(db)).toBe(1);
  });

  test('a removed document takes its passages along, and an unknown one changes nothing', async () => {
    const { db } = await open();
    await replaceDocument(db, documentOf('brochure'), passagesOf('brochure', 'en'));
    expect(await removeDocument(db, 'ukendt')).toBe(false);
    expect(await knowledgeRevision(db)).toBe(1);
    expect(await removeDocument(db, 'brochure')).toBe(true);
    expect(await loadPassages(db)).toEqual([]);
    expect(await listDocuments(db)).toEqual([]);
    expect(await knowledgeRevision(db)).toBe(2);
  });

  test('2,000 passages keep their order, and documents come by slug whatever the locale', async () => {
    const { db } = await open();
    const texts = Array.from({ length: 2_000 }, (_, i) => `Punkt ${i}`);
    await replaceDocument(db, documentOf('zebra'), passagesOf('zebra', ...texts));
    await replaceDocument(db, documentOf('aalborg'), passagesOf('aalborg', 'først'));
    const passages = await loadPassages(db);
    expect(passages.map(passage => passage.text)).toEqual(['først', ...texts]);
    expect((await listDocuments(db)).map(document => document.slug)).toEqual(['aalborg', 'zebra']);
  });

  test('two imports of one document at once both go through, one after the other', async () => {
    const location = newLocation();
    const stores = await Promise.all([open(location), open(location)]);
    await Promise.all(
      stores.map(({ db }, i) =>
        replaceDocument(db, documentOf('brochure', { sha256: `${i}` }), passagesOf('brochure', `${i}`, `${i}`)),
      ),
    );
    const texts = (await loadPassages(stores[0]?.db ?? fail())).map(passage => passage.text);
    expect(['0,0', '1,1']).toContain(texts.join());
    expect(await knowledgeRevision(stores[0]?.db ?? fail())).toBe(2);
  });

  test('the character NUL is left out instead of being refused', async () => {
    const { db } = await open();
    await replaceDocument(db, documentOf('brochure'), passagesOf('brochure', 'før\0efter'));
    expect((await loadPassages(db))[0]?.text).toBe('førefter');
  });
});

function fail(): never {
  throw new Error('no store was opened');
}
