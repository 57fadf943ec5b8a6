// Writes the app package's zip, the same bytes for the same files on every machine; used by cli/package.ts.
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface PackedFile {
  /** Its path in the zip. */
  name: string;
  bytes: Buffer;
}

/** The files are stored as they are, because Node's versions compress differently. */
export async function zip(files: PackedFile[]): Promise<Buffer> {
  // Any fixed time does. A zip keeps local time, and yazl reads the local parts of this date: the time zone cancels out.
  const options = { mtime: new Date(2020, 0, 1), mode: 0o100644, forceDosTimestamp: true, compress: false };
  const archive = new ZipFile();
  for (const { name, bytes } of files) archive.addBuffer(bytes, name, options);
  archive.end();
  return buffer(archive.outputStream);
}
