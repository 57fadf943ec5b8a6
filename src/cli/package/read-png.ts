// Reads the size and the pixels of an icon; used by check-icons.ts.
import { inflateSync } from 'node:zlib';

export interface Picture {
  /** Pixels. */
  width: number;
  height: number;
  /** Red, green, blue, alpha from 0 to 255 for each pixel, row by row. */
  pixels: Uint8Array;
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Bit depth 8, colour type 6 (RGBA), deflate, the five filters, not interlaced: what icons need, and what resvg writes. */
const plainRgba = Buffer.from([8, 6, 0, 0, 0]);
const bytesPerPixel = 4;

/** @returns `undefined` when the bytes are no PNG with 8 bits each of red, green, blue and alpha. */
export function readPng(bytes: Buffer): Picture | undefined {
  if (!bytes.subarray(0, 8).equals(signature) || !bytes.subarray(24, 29).equals(plainRgba)) return undefined;
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  try {
    const filtered = inflateSync(Buffer.concat(imageData(bytes)));
    const complete = filtered.length === height * (1 + width * bytesPerPixel);
    return complete ? { width, height, pixels: unfilter(filtered, width, height) } : undefined;
  } catch {
    return undefined;
  }
}

function imageData(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return parts;
}

/** Every byte is stored as its difference from a guess, which the row's first byte names. */
function unfilter(filtered: Buffer, width: number, height: number): Uint8Array {
  const stride = width * bytesPerPixel;
  const pixels = new Uint8Array(height * stride);
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column;
      const left = column >= bytesPerPixel ? (pixels[at - bytesPerPixel] ?? 0) : 0;
      const above = row > 0 ? (pixels[at - stride] ?? 0) : 0;
      const corner = row > 0 && column >= bytesPerPixel ? (pixels[at - stride - bytesPerPixel] ?? 0) : 0;
      pixels[at] = (filtered[at + row + 1] ?? 0) + guess(filter, left, above, corner);
    }
  }
  return pixels;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? nearest(left + above - corner, left, above, corner) : 0;
}

/** Paeth: whichever of the three neighbours lies nearest to the sum, in this order. */
function nearest(sum: number, left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
