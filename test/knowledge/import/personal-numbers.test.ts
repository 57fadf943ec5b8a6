// A file with a civil registration number is not taken in; where it stands is said, the number never.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importDocuments } from '../../../src/knowledge/import/import-documents.ts';
import { findLost } from '../../../src/knowledge/import/look-up.ts';
import { refusePassages, refuseText } from '../../../src/knowledge/import/personal-numbers.ts';
import type { SourceFile } from '../../../src/knowledge/import/read-file.ts';
import { describeChanges, describeImport } from '../../../src/knowledge/import/report.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { listDocuments, loadPassages } from '../../../src/store/documents.ts';
import type { Db } from '../../../src/store/tables.ts';
import { describeOnBothEngines, temporaryFolder } from '../../support/databases.ts';
import { fixtures, noKnowledge } from './parse.ts';

const run = (db: Db, paths: string[]) =>
  importDocuments({ db, clock: systemClock, knowledge: noKnowledge, paths, findable: findLost });

describeOnBothEngines('a civil registration number in a file', open => {
  it('keeps the file out and the others go in', async () => {
    const { db } = await open();
    const folder = temporaryFolder();
    const path = join(folder, 'elever.txt');
    writeFileSync(path, 'Elever på skolen\n\nKarl har nummeret 010203-4567 og går i 4. klasse.');
    copyFileSync(join(fixtures, 'plan.md'), join(folder, 'plan.md'));
    const report = await run(db, [folder]);
    const reason = 'i linje 3 står der noget, som ligner et CPR-nummer; fjern det, og indlæs filen igen';
    expect(report.failed).toEqual([{ path, reason }]);
    expect(report.documents).toMatchObject([{ slug: 'plan', outcome: 'added' }]);
    expect(describeImport(report)).toContain(`FEJL  ${path}: ${reason}`);
    expect((await listDocuments(db)).map(({ slug }) => slug)).toEqual(['plan']);
    expect(JSON.stringify(await loadPassages(db))).not.toContain('4567');
  });

  it('in its name, in markup or over a broken line keeps it out as well, and is shown nowhere', async () => {
    const { db } = await open();
    const folder = temporaryFolder();
    const files = {
      'elev 010203-4567.txt': '',
      'fed.txt': 'Plan for haven\n\nHaven er stor, og 010203<b>-4567</b> har nøglen til den.',
      'brudt.txt': 'Plan for haven\n\nHaven er stor, og 010203-\n4567 har nøglen til den.',
      'blødt.txt': 'Plan for haven\n\nHaven er stor, og 010203\u00ad4567 har nøglen til den.',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const report = await run(db, [folder]);
    const failed = Object.fromEntries(
      report.failed.map(({ path, reason }) => [path.slice(folder.length + 1), reason.replace(/ står der noget.*/, '')]),
    );
    expect(failed).toEqual({
      'elev [CPR].txt': 'i filens navn',
      'fed.txt': 'under »Plan for haven«',
      'brudt.txt': 'i linje 3',
      'blødt.txt': 'i linje 3',
    });
    expect(report.documents).toEqual([]);
    expect(describeImport(report) + describeChanges(report)).not.toContain('4567');
    expect(await listDocuments(db)).toEqual([]);
  });

  it('in a new edition leaves the edition before it in place', async () => {
    const { db } = await open();
    const path = join(temporaryFolder(), 'havn.txt');
    writeFileSync(path, 'Havnen har tre broer, og alle er af træ.');
    await run(db, [path]);
    writeFileSync(path, 'Havnen har fire broer. Spørg 0102034567.');
    expect((await run(db, [path])).failed).toHaveLength(1);
    expect((await loadPassages(db)).map(({ text }) => text)).toEqual(['Havnen har tre broer, og alle er af træ.']);
  });
});

it.each<[SourceFile['format'], SourceFile['pages'], RegExp]>([
  [
    'text',
    [
      { number: 1, text: 'Side et' },
      { number: 2, text: 'Side to\n0102034567' },
    ],
    /^på side 2, linje 2, står der/,
  ],
  ['pdf', [{ number: 7, text: 'Om\n0102034567' }], /^på side 7 står der/],
  ['docx', [{ text: '# Elever\n\nKarl\n\n- 0102034567' }], /^i afsnit 3 står der/],
])('the place in a %s file is told as its reader finds it', (format, pages, place) => {
  const file = { fileName: 'a', sha256: '', format, pages };
  expect(refuseText('a', file)?.reason).toMatch(place);
});

it('a number in a heading is hidden in the place that is told', () => {
  const passage = { document: 'a', ordinal: 0, section: 'Elev 0102034567', kind: 'text', text: 'x', ties: {} } as const;
  expect(refusePassages('a', [passage])?.reason).toMatch(/^under »Elev \[CPR\]« står der/);
});
