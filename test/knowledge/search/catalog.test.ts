// Everything that can be asked for as one list: shipped knowledge and imported passages.
import { expect, test } from 'vitest';
import { createCatalog } from '../../../src/knowledge/catalog.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { documentsOf, saidBy } from '../../../src/knowledge/subjects.ts';
import type { Passage } from '../../../src/model/passage.ts';

const knowledge = loadKnowledge(['knowledge']);
const passage: Passage = {
  document: 'haveplan',
  ordinal: 0,
  section: 'Haven › Bedene',
  kind: 'text',
  text: 'Vi graver tre bede ved drivhuset.',
  ties: {},
};
const catalog = createCatalog(knowledge, [passage]);

test('an imported passage is found among the shipped items, and belongs to its document', () => {
  const [first] = catalog.search('hvor mange bede graver vi ved drivhuset', 3);
  expect(first?.subject).toEqual({ kind: 'passage', passage });
  expect(first && documentsOf(first.subject)).toEqual(['haveplan']);
  expect(catalog.passagesOf('haveplan')).toEqual([passage]);
  expect(catalog.passagesOf('ukendt')).toEqual([]);
});

test('only the kinds asked for are found', () => {
  const found = catalog.search('sparring og feedback til ledere', 20, new Set(['point']));
  expect(found).toHaveLength(20);
  expect(new Set(found.map(({ subject }) => subject.kind))).toEqual(new Set(['point']));
});

test('every shipped item says something and names a document that is shipped', () => {
  const slugs = new Set(knowledge.documents.map(({ slug }) => slug));
  const all = catalog.search('skole ledelse læring samarbejde møde mål data forvaltning', 10_000);
  expect(all.length).toBeGreaterThan(300);
  for (const { subject } of all) {
    if (subject.kind === 'passage') continue;
    expect(saidBy(subject).trim()).not.toBe('');
    expect(documentsOf(subject).every(slug => slugs.has(slug))).toBe(true);
  }
});

test('a rare word is more telling than a common one, and an unknown one most', () => {
  const [common, rare, unknown] = ['skol', 'unicef', 'xyzzy'].map(one => catalog.rarity(one)) as [
    number,
    number,
    number,
  ];
  expect(common).toBeLessThan(rare);
  expect(rare).toBeLessThan(unknown);
  expect(unknown).toBeCloseTo(1, 1);
  expect(catalog.isWord('xyzzy')).toBe(false);
});
