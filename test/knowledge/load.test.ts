// Knowledge files that a school administration edits: what is wrong is named with file and line.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knowledgeFolders } from '../../src/knowledge/folders.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { testConfig } from '../support/app.ts';
import { temporaryFolder } from '../support/databases.ts';

const documents = `kind: documents
documents:
  - slug: plan
    title: Planen
    publisher: Havneby
    published: "2026"
    short: planen
    about: Det, vi vil.
`;
const fact = (id: string, document = 'plan') => `  - id: ${id}
    title: Et emne
    text: En sætning.
    sources:
      - { document: ${document}, section: Start }
`;
const facts = (topic: string, ...items: string[]) =>
  `kind: facts\ntopic: ${topic}\ntitle: { da: Emne, en: Topic }\nitems:\n${items.join('')}`;
const forums = (municipality: string) =>
  `kind: forums\nmunicipality: { id: ${municipality}, name: Havneby Kommune }\nforums: []\n`;
const home = (municipality: string) => `kind: home\nmunicipality: ${municipality}\n`;
const arrow = (track: string, tells = 'plan') => `kind: goal-arrow
id: pil
name: { da: Pilen, en: The arrow }
from: 2026
to: 2027
about: En plan.
source: { document: plan, section: Pilen }
tracks:
  - { id: spor, name: { da: Spor, en: Track } }
years:
  - year: 2026
    source: { document: plan, section: "2026" }
    activities:
      - { id: tur, track: ${track}, title: En tur, text: Vi tager på tur. }
    tells: [Vi var på tur.]
    tellsSource: { document: ${tells}, section: Det fortæller vi }
`;

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const load = (files: Record<string, string>) => loadKnowledge([folderWith({ 'documents.yaml': documents, ...files })]);

describe('a mistake in a knowledge file is named with its file and line', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a bad id', { 'f.yaml': facts('emne', fact('Stort_Id')) }, /^f\.yaml:5: items\.0\.id: small letters, digits/],
    [
      'an unknown document',
      { 'f.yaml': facts('emne', fact('en'), fact('to', 'ukendt')) },
      /^f\.yaml:14: unknown document "ukendt"/,
    ],
    ['an unknown track', { 'a.yaml': arrow('sidespor') }, /^a\.yaml:14: unknown track "sidespor"$/],
    [
      'an unknown document behind what a year tells',
      { 'a.yaml': arrow('spor', 'ukendt') },
      /^a\.yaml:16: unknown document "ukendt": add it to a documents file$/,
    ],
    [
      'a fact of an unknown municipality',
      { 'f.yaml': facts('emne', `${fact('en')}    municipality: ukendt\n`) },
      /^f\.yaml:10: unknown municipality "ukendt": add it to a forums file$/,
    ],
    [
      'an unknown municipality as home',
      { 'home.yaml': home('ukendt') },
      /^home\.yaml:2: unknown municipality "ukendt": add it to a forums file$/,
    ],
    [
      'a second home',
      { 'forums.yaml': forums('havneby'), 'a.yaml': home('havneby'), 'b.yaml': home('havneby') },
      /^b\.yaml:1: kind "home" is already defined in a\.yaml$/,
    ],
    [
      'a duplicate',
      { 'f.yaml': facts('emne', fact('en')), 'g.yaml': facts('andet', fact('en')) },
      /^g\.yaml:5: fact "en" is already defined in f\.yaml$/,
    ],
    ['a missing field', { 'f.yaml': 'kind: facts\ntopic: emne\nitems: []\n' }, /^f\.yaml:1: title: /m],
    ['an unknown field', { 'f.yaml': facts('emne', `${fact('en')}    farve: rød\n`) }, /^f\.yaml:5: items\.0: .*farve/],
    ['broken YAML', { 'f.yaml': 'kind: facts\ntopic: "emne\n' }, /^f\.yaml:\d: /],
  ])('%s', (_, files, message) => {
    expect(() => load(files)).toThrow(
      expect.objectContaining({ code: 'invalid-knowledge', message: expect.stringMatching(message) }),
    );
  });

  test('and all mistakes of all files at once', () => {
    expect(() => load({ 'a.yaml': arrow('sidespor'), 'f.yaml': facts('emne', fact('X'), fact('Y')) })).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^f\.yaml:5: .*\nf\.yaml:10: .*\na\.yaml:14: /) }),
    );
  });
});

describe('a municipality’s own files', () => {
  const folders = (dir: string, mode: 'beside' | 'replace') =>
    knowledgeFolders({ ...testConfig(temporaryFolder()), knowledge: { dir, mode } });
  const own = () => folderWith({ 'documents-egne.yaml': documents, 'egne.yaml': facts('egne', fact('vores-eget')) });

  test('stand beside the shipped ones', () => {
    const { facts: loaded, profiles } = loadKnowledge(folders(own(), 'beside'));
    expect(loaded).toContainEqual(expect.objectContaining({ id: 'vores-eget', topic: 'egne' }));
    expect(profiles).toHaveLength(8);
  });

  test('stand in their place', () => {
    const { facts: loaded, profiles } = loadKnowledge(folders(own(), 'replace'));
    expect(loaded.map(({ id }) => id)).toEqual(['vores-eget']);
    expect(profiles).toEqual([]);
  });

  test('say whose assistant it is', () => {
    const folder = folderWith({ 'home.yaml': home('havneby'), 'forums/havneby.yaml': forums('havneby') });
    expect(loadKnowledge(['knowledge']).homeMunicipality).toBe('aalborg');
    expect(loadKnowledge(folders(folder, 'beside')).homeMunicipality).toBe('havneby');
    expect(loadKnowledge(folders(folder, 'replace')).homeMunicipality).toBe('havneby');
  });

  test('may give facts of their own municipality', () => {
    const folder = folderWith({
      'documents-egne.yaml': documents,
      'egne.yaml': facts('egne', `${fact('vores-eget')}    municipality: havneby\n`),
      'forums/havneby.yaml': forums('havneby'),
    });
    const { facts: loaded } = loadKnowledge(folders(folder, 'beside'));
    expect(loaded).toContainEqual(expect.objectContaining({ id: 'vores-eget', municipality: 'havneby' }));
  });

  test('of the same name replace a shipped file', () => {
    const folder = folderWith({
      'documents-egne.yaml': documents,
      'facts/ledelseslab.yaml': facts('ledelseslab', fact('lab')),
    });
    const { facts: loaded } = loadKnowledge(folders(folder, 'beside'));
    expect(loaded.filter(({ topic }) => topic === 'ledelseslab').map(({ id }) => id)).toEqual(['lab']);
  });
});
