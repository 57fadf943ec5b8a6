// Imports documents into the store: reads, cleans, repairs, cuts up, checks that everything can be found. Called by cli/import.ts.
import type { Clock } from '../../lib/clock.ts';
import { AppError } from '../../lib/errors.ts';
import { commandsMachine } from '../../model/instructions.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Passage, StoredDocument } from '../../model/passage.ts';
import { listDocuments, loadPassages, replaceDocument } from '../../store/documents.ts';
import type { Db } from '../../store/tables.ts';
import { joinBrokenWords } from './clean/join-words.ts';
import { toLines } from './clean/lines.ts';
import { findFiles, type LeftOut } from './find-files.ts';
import { identify } from './identify.ts';
import { statedTexts } from './known-words.ts';
import { showsDamage } from './ocr.ts';
import { type DocumentIdentity, type ParsedDocument, parseDocument } from './parse-document.ts';
import { refuseName, refusePassages, refuseText } from './personal-numbers.ts';
import { readSourceFile, type SourceFile } from './read-file.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Counted up when the rules change, so that unchanged files are read anew. */
export const importVersion = 1;

export interface ImportedDocument {
  slug: string;
  title: string;
  fileName: string;
  outcome: 'added' | 'replaced' | 'unchanged';
  passages: number;
  /** Passages that a search for their own words does not find; empty when the document is unchanged. */
  notFound: Passage[];
  /** Passages that command a language model and are not answered from; empty when the document is unchanged. */
  forMachines: Passage[];
  /** What was changed in the text; left out when the document is unchanged. */
  report?: ParsedDocument['report'];
}

export interface ImportReport {
  documents: ImportedDocument[];
  failed: { path: string; reason: string }[];
  leftOut: LeftOut[];
}

export interface ImportOptions {
  db: Db;
  clock: Clock;
  knowledge: Knowledge;
  /** Files and folders. */
  paths: string[];
  /** Gives back the passages that a search for their own words does not find. */
  findable: (passages: Passage[]) => Passage[];
  onProgress?: (progress: { done: number; total: number; fileName: string }) => void;
}

interface Read {
  path: string;
  file: SourceFile;
  identity: DocumentIdentity;
}

/**
 * Imports what can be read and names what cannot, or must not because it holds a civil registration number; one document is
 * one transaction. The same file again changes nothing.
 * Words are learned from the knowledge files, from documents imported before and from the undamaged files of this import.
 */
export async function importDocuments(options: ImportOptions): Promise<ImportReport> {
  const { db, clock, knowledge, onProgress } = options;
  const { files, leftOut } = await findFiles(options.paths);
  const { read, failed } = await readAll(files, knowledge);
  const stored = new Map((await listDocuments(db)).map(document => [document.slug, document]));
  const isUnchanged = ({ file, identity }: Read) => {
    const before = stored.get(identity.slug);
    return before?.sha256 === file.sha256 && before.importVersion === importVersion;
  };
  const changed = read.filter(one => !isUnchanged(one));
  const vocabulary = changed.length > 0 ? await learnWords(db, knowledge, changed) : undefined;
  const documents: ImportedDocument[] = [];
  for (const [index, one] of read.entries()) {
    onProgress?.({ done: index, total: read.length, fileName: one.file.fileName });
    const before = stored.get(one.identity.slug);
    if (!vocabulary || (before && isUnchanged(one))) {
      documents.push({
        ...about(one),
        outcome: 'unchanged',
        passages: before?.passages ?? 0,
        notFound: [],
        forMachines: [],
      });
      continue;
    }
    const { passages, report } = parseDocument(one.file.pages, one.identity, knowledge, vocabulary);
    const refused = refusePassages(one.path, passages);
    if (refused) {
      failed.push(refused);
      continue;
    }
    const document: StoredDocument = {
      ...about(one),
      sha256: one.file.sha256,
      importVersion,
      passages: passages.length,
      importedAt: clock.now(),
    };
    const outcome = await replaceDocument(db, document, passages);
    const forMachines = passages.filter(isForMachines);
    documents.push({ ...about(one), outcome, passages: passages.length, notFound: [], forMachines, report });
  }
  onProgress?.({ done: read.length, total: read.length, fileName: '' });
  await lookUp(options, documents);
  return { documents, failed, leftOut };
}

const isForMachines = ({ section, text }: Passage) => commandsMachine(`${section}\n${text}`);

const about = ({ file, identity }: Read) => ({ slug: identity.slug, title: identity.title, fileName: file.fileName });

async function readAll(files: string[], knowledge: Knowledge) {
  const read: Read[] = [];
  const failed: ImportReport['failed'] = [];
  for (const path of files) {
    const misnamed = refuseName(path);
    if (misnamed) {
      failed.push(misnamed);
      continue;
    }
    try {
      const file = await readSourceFile(path);
      const refused = refuseText(path, file);
      if (refused) {
        failed.push(refused);
        continue;
      }
      const identity = identify(file, knowledge.documents);
      const twin = read.find(other => other.identity.slug === identity.slug);
      if (twin)
        failed.push({
          path,
          reason: `er samme dokument som ${twin.path} (${identity.slug}); kun det første er importeret`,
        });
      else read.push({ path, file, identity });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unreadable-document') throw error;
      failed.push({ path, reason: error.message });
    }
  }
  return { read, failed };
}

/** Two rounds: with the house's own words it shows which texts are undamaged; these teach their words too. */
async function learnWords(db: Db, knowledge: Knowledge, changed: Read[]): Promise<Vocabulary> {
  const own = statedTexts(knowledge);
  const basis = createVocabulary(own);
  const slugs = new Set(changed.map(({ identity }) => identity.slug));
  const stored = new Map<string, string[]>();
  for (const { document, text } of await loadPassages(db)) {
    if (!slugs.has(document)) stored.set(document, [...(stored.get(document) ?? []), text]);
  }
  const texts = changed.map(({ file }) =>
    joinBrokenWords(toLines(file.pages).lines, basis).lines.map(({ text }) => text),
  );
  const clean = [...stored.values(), ...texts.filter(lines => !showsDamage(lines, basis))];
  return createVocabulary([...own, ...clean.map(lines => lines.join('\n'))]);
}

/** "Imported" means findable: every passage of a changed document is looked up among all that is stored. */
async function lookUp({ db, findable }: ImportOptions, documents: ImportedDocument[]): Promise<void> {
  if (documents.every(({ outcome }) => outcome === 'unchanged')) return;
  const lost = findable(await loadPassages(db));
  for (const document of documents) {
    if (document.outcome !== 'unchanged')
      document.notFound = lost.filter(passage => passage.document === document.slug);
  }
}
