// The files that an import was given: files as they are, folders as what lies in them. Called by import-documents.ts.
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { readableEndings } from './read-file.ts';

/** A file that is left out on purpose, with the Danish reason. */
export interface LeftOut {
  path: string;
  reason: string;
}

/** A folder's own README, hidden files, folders and other file types are left out; what is named itself is always tried. */
export async function findFiles(paths: string[]): Promise<{ files: string[]; leftOut: LeftOut[] }> {
  const files: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      found => found.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      files.push(path);
      continue;
    }
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'da'))) {
      const reason = entry.isDirectory() ? 'er en undermappe' : reasonToLeaveOut(entry.name);
      if (reason === undefined) files.push(join(path, entry.name));
      else leftOut.push({ path: join(path, entry.name), reason });
    }
  }
  return { files: [...new Set(files)], leftOut };
}

function reasonToLeaveOut(name: string): string | undefined {
  if (name.startsWith('.')) return 'er en skjult fil';
  if (/^readme\.(md|txt)$/i.test(basename(name))) return 'beskriver mappen og er ikke et dokument';
  const isReadable = readableEndings.some(ending => ending === extname(name).toLowerCase());
  return isReadable ? undefined : `er ikke ${readableEndings.join(', ')}`;
}
