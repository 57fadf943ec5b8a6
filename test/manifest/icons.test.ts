// The icons are what their drawings give, and what Teams asks for.
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { iconProblems } from '../../src/cli/package/check-icons.ts';
import { drawIcon } from '../../src/cli/package/draw-icon.ts';
import { readPng } from '../../src/cli/package/read-png.ts';

const folder = new URL('../../manifest/', import.meta.url);
const icon = (name: string) => readFileSync(new URL(`${name}.png`, folder));
const drawing = (name: string) => readFileSync(new URL(`icons/${name}.svg`, folder), 'utf8');
const square = (side: number, inside: string) =>
  drawIcon(`<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${inside}</svg>`);

describe.each(['color', 'outline'] as const)('%s', name => {
  test('is what its drawing gives: after changing one, run npm run icons', () => {
    expect(drawIcon(drawing(name)).equals(icon(name))).toBe(true);
  });

  test('has the size and the colours that Teams asks for', () => {
    expect(iconProblems(name, `${name}.png`, icon(name))).toEqual([]);
  });

  test('is read pixel for pixel as the renderer drew it', () => {
    const drawn = new Resvg(drawing(name)).render().pixels;
    const read = readPng(icon(name))?.pixels ?? new Uint8Array();
    expect(read.length).toBe(drawn.length);
    // The renderer's own pixels carry their alpha multiplied in: only the opaque ones can be compared.
    const opaque = (_: number, at: number) => drawn[at - (at % 4) + 3] === 255;
    expect(drawn.filter(opaque).length).toBeGreaterThan(400);
    expect(Buffer.from(read.filter(opaque)).equals(Buffer.from(drawn.filter(opaque)))).toBe(true);
  });
});

test('the colour icon fills the whole square, since Teams cuts the corners itself', () => {
  const pixels = readPng(icon('color'))?.pixels ?? new Uint8Array();
  expect(pixels.length).toBe(192 * 192 * 4);
  expect(pixels.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
});

describe('an icon is refused', () => {
  test('of another size', () => {
    expect(iconProblems('color', 'c.png', square(191, ''))).toEqual([
      'c.png is 191 × 191 pixels and must be 192 × 192.',
    ]);
  });

  test.each([
    ['with a colour', '<path d="M4 4H28V28" stroke="#fffffe"/>'],
    ['without a transparent ground', '<rect width="32" height="32" fill="#fff"/>'],
    ['without any line', ''],
  ])('as an outline %s', (_, inside) => {
    expect(iconProblems('outline', 'o.png', square(32, inside))).toEqual([
      'o.png must be white lines on a transparent ground, and nothing else.',
    ]);
  });

  test('when it is no PNG, or a broken one', () => {
    const refusal = ['o.png is not a PNG with 8 bits each of red, green, blue and alpha.'];
    expect(iconProblems('outline', 'o.png', Buffer.from('GIF89a'))).toEqual(refusal);
    expect(iconProblems('outline', 'o.png', icon('outline').subarray(0, 200))).toEqual(refusal);
    expect(iconProblems('outline', 'o.png', Buffer.alloc(0))).toEqual(refusal);
  });
});
