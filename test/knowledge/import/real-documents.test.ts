// The five documents as the municipality hands them over: what the import is measured by. They lie beside the repository, not in it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ImportReport, importDocuments } from '../../../src/knowledge/import/import-documents.ts';
import { findLost } from '../../../src/knowledge/import/look-up.ts';
import { createVocabulary } from '../../../src/knowledge/import/vocabulary.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { profileLists } from '../../../src/model/knowledge.ts';
import type { Passage } from '../../../src/model/passage.ts';
import { loadPassages } from '../../../src/store/documents.ts';
import { openStore } from '../../../src/store/open.ts';
import { temporaryFolderForAll } from './temporary-folder.ts';

const sources = join(import.meta.dirname, '../../../../shared/sources');
const there = existsSync(sources);
if (!there) console.warn(`NOT TESTED: the import of the five real documents, since ${sources} is not there.`);

describe.skipIf(!there)('import of the real documents', () => {
  const dataDir = temporaryFolderForAll();
  let report: ImportReport;
  let passages: Passage[];
  const of = (slug: string) => passages.filter(({ document }) => document === slug);
  const points = (passage: Passage | undefined) => passage?.text.split('\n').length;
  const knowledge = loadKnowledge([join(import.meta.dirname, '../../../knowledge')]);

  beforeAll(async () => {
    const store = await openStore({ dataDir });
    report = await importDocuments({
      db: store.db,
      clock: systemClock,
      knowledge,
      paths: [sources],
      findable: findLost,
    });
    passages = await loadPassages(store.db);
    await store.close();
  });

  it('takes all five in under their own names and finds every passage again', () => {
    expect(report.failed).toEqual([]);
    expect(report.leftOut.map(({ path }) => path)).toEqual([join(sources, 'README.md')]);
    expect(report.documents.map(({ slug }) => slug).sort()).toEqual([
      'eva-samarbejdet',
      'learning-pipeline',
      'maalpil-2021-23',
      'moed-skoleforvaltningen',
      'professionel-laeringsledelse',
    ]);
    expect(report.documents.flatMap(({ notFound }) => notFound)).toEqual([]);
  });

  it('repairs the scanned brochure and nothing else', () => {
    expect(report.documents.filter(document => document.report?.ocr.repaired).map(({ slug }) => slug)).toEqual([
      'moed-skoleforvaltningen',
    ]);
  });

  it('ties eight levels to three lists each, with as many points as the profiles have', () => {
    const lists = of('learning-pipeline').filter(({ ties }) => ties.list);
    expect(lists).toHaveLength(24);
    const found = lists.map(passage => [passage.ties.level, passage.ties.list, points(passage)]);
    expect(found).toEqual(
      knowledge.profiles.flatMap(profile => profileLists.map(list => [profile.level, list, profile[list].length])),
    );
  });

  it('gives each of the six questions its own section', () => {
    const questions = of('learning-pipeline').filter(({ section }) => section.startsWith('FAQ › '));
    expect(new Set(questions.map(({ section }) => section)).size).toBe(6);
    expect(questions.every(({ section }) => section.endsWith('?'))).toBe(true);
  });

  it('ties the 11, 10 and 6 activities of the målpil 2021–23 to their years', () => {
    const lists = of('maalpil-2021-23').filter(({ ties }) => ties.year);
    expect(lists.map(passage => [passage.section, passage.ties.arrow, passage.ties.year, points(passage)])).toEqual([
      ['Aktiviteter og Indsatser › 2021', 'maalpil-2021-23', 2021, 11],
      ['Aktiviteter og Indsatser › 2022', 'maalpil-2021-23', 2022, 10],
      ['Aktiviteter og Indsatser › 2023', 'maalpil-2021-23', 2023, 6],
    ]);
  });

  it('ties tracks and tales of the målpil 2016–2019 to their years, except where the columns are torn into each other', () => {
    const tied = of('moed-skoleforvaltningen').filter(({ ties }) => ties.year);
    const tales = tied.filter(({ section }) => section.includes('Det fortæller vi'));
    expect(tales.map(({ section, ties }) => [section.slice(-4), ties.year])).toEqual([
      ['2016', 2016],
      ['2017', 2017],
      ['2018', 2018],
      ['2019', 2019],
    ]);
    const tracks = tied.filter(passage => !tales.includes(passage));
    expect(new Set(tracks.map(({ section, ties }) => `${ties.year} ${section.split(' › ').at(-1)}`))).toEqual(
      new Set([
        ...[2016, 2017, 2018, 2019].flatMap(year => [`${year} Strategiudvikling`, `${year} Ledelse`]),
        '2016 Pædagogisk Praksis',
        '2017 Pædagogisk Praksis',
      ]),
    );
    expect(tied.every(({ ties }) => ties.arrow === 'maalpil-2016-2019')).toBe(true);
  });

  it('rebuilds the three flattened tables, row by row, each tied to its municipality', () => {
    const rows = of('eva-samarbejdet').filter(({ kind }) => kind === 'table');
    const count = (municipality: string) => rows.filter(({ ties }) => ties.municipality === municipality).length;
    expect([count('aalborg'), count('glostrup'), count('furesoe'), rows.length]).toEqual([6, 6, 6, 18]);
    for (const { text } of rows)
      expect(text).toMatch(/^Fastlagte samarbejdsflader .*\n.+ Deltagere: .+ Hyppighed: .+$/s);
  });

  it('knows the page of the report from 6 on, also where the text has lost the numbers', () => {
    const pages = of('eva-samarbejdet').flatMap(({ page }) => page ?? []);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pages.filter(page => page >= 11 && page <= 19).length).toBeGreaterThan(20);
    expect(
      of('eva-samarbejdet').find(({ section }) => section.endsWith('2.3 Undersøgelsens projektgruppe'))?.page,
    ).toBe(13);
  });

  it('keeps no word of the menus of the saved page', () => {
    const text = of('eva-samarbejdet')
      .map(passage => `${passage.section}\n${passage.text}`)
      .join('\n');
    expect(text).not.toMatch(/Ingen resultater|Senest søgte|Log på|Hent nu|Copied|Academic year|Protected|\(\d{1,2}\)/);
  });

  it('leaves no damaged form of the words that the brochure is about', () => {
    const text = of('moed-skoleforvaltningen')
      .map(passage => `${passage.section}\n${passage.text}`)
      .join('\n');
    const damaged = /^(.*l(z|ae|ee|ce)e?ring.*|gnsker|pa|bgrn|vaere|ma|na|sa|ggr|radmand|@.+|.+@.*)$/;
    expect((text.toLowerCase().match(/[\p{L}@]+/gu) ?? []).filter(word => damaged.test(word))).toEqual([]);
    expect(text).toContain('læring og trivsel');
    const { ocr } = report.documents.find(({ slug }) => slug === 'moed-skoleforvaltningen')?.report ?? {};
    expect(ocr?.unknownBefore).toBeGreaterThan(0.15);
    expect(ocr?.unknownAfter).toBeLessThan(0.006);
  });

  it('keeps real hyphens', () => {
    const all = passages.map(({ text }) => text).join('\n');
    expect(all).toContain('udvalgs-, byråds- og landspolitik');
    expect(all).toContain('skole-hjemsamarbejde');
    expect(all).toContain('individ-, klasse- og skoledata');
    expect(all).toContain('arbejdet sammen om at beskrive');
    expect(all).not.toMatch(/\p{Ll}- (?!og |eller |til |samt )\p{Ll}/u);
  });

  it('reads the headings of the brochure as the knowledge files cite them', () => {
    const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
    const found = new Set(of('moed-skoleforvaltningen').flatMap(({ section }) => section.split(' › ').map(fold)));
    const cited = knowledge.facts.flatMap(({ sources: cites }) =>
      cites.filter(({ document }) => document === 'moed-skoleforvaltningen'),
    );
    const headings = cited.map(({ section }) => section.split(' › ').at(-1) ?? '');
    const missing = headings.filter(heading => ![...found].some(other => other.startsWith(fold(heading))));
    // The brochure's preface has no heading, and one heading has nothing but other headings below it.
    expect(new Set(missing)).toEqual(new Set(['Forord', 'Centrale ledelsesmødefora i Skoleforvaltningen']));
  });

  it('makes passages of a length that can be quoted', () => {
    const texts = passages.filter(({ kind }) => kind === 'text').map(({ text }) => text.length);
    expect(Math.max(...texts)).toBeLessThanOrEqual(1000);
    expect(texts.filter(length => length >= 250).length / texts.length).toBeGreaterThan(0.85);
  });

  it('loses no letter of the undamaged reports', () => {
    const slug = 'professionel-laeringsledelse';
    const words = createVocabulary([
      of(slug)
        .map(passage => `${passage.section} ${passage.text}`)
        .join('\n'),
    ]);
    const raw = readFileSync(join(sources, `${slug}.txt`), 'utf8').replace(/<[^>]*>/g, ' ');
    expect((raw.match(/\p{L}+/gu) ?? []).filter(word => words.count(word) === 0)).toEqual([]);
  });
});
