// What Teams asks of the two icons; used by build-package.ts.
import { type Picture, readPng } from './read-png.ts';

/** The sides of the square icons in pixels. */
const sides = { color: 192, outline: 32 };

/** @returns one sentence for each thing that Teams would refuse; none when the icon is right. */
export function iconProblems(kind: keyof typeof sides, file: string, bytes: Buffer): string[] {
  const picture = readPng(bytes);
  if (!picture) return [`${file} is not a PNG with 8 bits each of red, green, blue and alpha.`];
  const side = sides[kind];
  const wrongSize = picture.width !== side || picture.height !== side;
  return [
    ...(wrongSize ? [`${file} is ${picture.width} × ${picture.height} pixels and must be ${side} × ${side}.`] : []),
    ...(kind === 'outline' && !isWhiteOnNothing(picture)
      ? [`${file} must be white lines on a transparent ground, and nothing else.`]
      : []),
  ];
}

function isWhiteOnNothing({ pixels }: Picture): boolean {
  let visible = 0;
  let empty = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] === 0) empty++;
    else if (pixels[at] === 255 && pixels[at + 1] === 255 && pixels[at + 2] === 255) visible++;
    else return false;
  }
  return visible > 0 && empty > 0;
}
