// Reads a zip by its central directory, as Teams does; used by the tests of the app package.
import { inflateRawSync } from 'node:zlib';

const endRecord = Buffer.from('PK\x05\x06', 'latin1');
const deflated = 8;

/** @returns the files by name, in the zip's order. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(endRecord);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const bytes = zip.readUInt16LE(at + 10) === deflated ? inflateRawSync(stored) : stored;
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), bytes);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
