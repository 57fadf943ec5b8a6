// `npm run import -- FILE|FOLDER … [--report] [--list] [--remove SLUG]`: brings a municipality's own documents into the store.
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { z } from 'zod';
import { loadConfig } from '../config/config.ts';
import { readEnvironment } from '../config/env.ts';
import { knowledgeFolders } from '../knowledge/folders.ts';
import { importDocuments } from '../knowledge/import/import-documents.ts';
import { findLost } from '../knowledge/import/look-up.ts';
import { describeChanges, describeDocuments, describeImport } from '../knowledge/import/report.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { systemClock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import { listDocuments, removeDocument } from '../store/documents.ts';
import { openStore, type Store } from '../store/open.ts';

const usage = `Sådan bruges kommandoen:
  npm run import -- FIL|MAPPE …            indlæs .txt, .md, .pdf eller .docx
  npm run import -- FIL|MAPPE … --report   vis også, hvad der blev rettet i teksten
  npm run import -- --list                 vis, hvad der er indlæst
  npm run import -- --remove SLUG          fjern et dokument`;

const argumentsSchema = z
  .strictObject({
    positionals: z.array(z.string().min(1)),
    report: z.boolean().default(false),
    list: z.boolean().default(false),
    remove: z.string().min(1).optional(),
  })
  .refine(
    ({ positionals, list, remove }) =>
      [positionals.length > 0, list, remove !== undefined].filter(Boolean).length === 1,
  );
type Arguments = z.infer<typeof argumentsSchema>;

function readArguments(): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { report: { type: 'boolean' }, list: { type: 'boolean' }, remove: { type: 'string' } },
      allowPositionals: true,
    });
    return argumentsSchema.safeParse({ ...values, positionals }).data;
  } catch {
    return undefined;
  }
}

async function runImport(store: Store, folders: string[], { positionals, report }: Arguments): Promise<boolean> {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: 'Indlæser [{bar}] {value}/{total} {file}', hideCursor: true, clearOnComplete: true })
    : undefined;
  bar?.start(1, 0, { file: '' });
  const result = await importDocuments({
    db: store.db,
    clock: systemClock,
    knowledge: loadKnowledge(folders),
    paths: positionals,
    findable: findLost,
    onProgress: ({ done, total, fileName }) => {
      bar?.setTotal(total);
      bar?.update(done, { file: fileName });
    },
  }).finally(() => bar?.stop());
  console.log(describeImport(result));
  if (report) console.log(describeChanges(result));
  return result.failed.length === 0;
}

async function run(command: Arguments): Promise<boolean> {
  const config = loadConfig('command', readEnvironment());
  const store = await openStore(config.store);
  try {
    if (command.list) console.log(describeDocuments(await listDocuments(store.db)));
    else if (command.remove !== undefined) {
      const removed = await removeDocument(store.db, command.remove);
      console.log(
        removed ? `Fjernet: ${command.remove}` : `Der er ikke indlæst et dokument med navnet ${command.remove}.`,
      );
      return removed;
    } else return await runImport(store, knowledgeFolders(config), command);
    return true;
  } finally {
    await store.close();
  }
}

const command = readArguments();
if (!command) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    if (!(await run(command))) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
