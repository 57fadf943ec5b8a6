// Reads a fixture or a text the way an import does, without disk or database around it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedDocument } from '../../../src/knowledge/import/parse-document.ts';
import { parseDocument } from '../../../src/knowledge/import/parse-document.ts';
import { createVocabulary } from '../../../src/knowledge/import/vocabulary.ts';
import type { DocumentInfo, Knowledge } from '../../../src/model/knowledge.ts';

export const fixtures = join(import.meta.dirname, '../../fixtures/documents');

export const noKnowledge: Knowledge = {
  documents: [],
  profiles: [],
  goalArrows: [],
  municipalities: [],
  forums: [],
  topics: [],
  facts: [],
  glossary: [],
  synonyms: [],
};

export function parseText(
  text: string,
  title = 'En prøve',
  knowledge = noKnowledge,
  known?: DocumentInfo,
): ParsedDocument {
  const identity = { slug: 'proeve', title, ...(known ? { known } : {}) };
  return parseDocument([{ text }], identity, knowledge, createVocabulary([]));
}

export const parseFixture = (
  name: string,
  title?: string,
  knowledge?: Knowledge,
  known?: DocumentInfo,
): ParsedDocument => parseText(readFileSync(join(fixtures, name), 'utf8'), title, knowledge, known);
