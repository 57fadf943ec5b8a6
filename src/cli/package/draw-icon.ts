// Turns an icon's SVG into the PNG that stands in the app package; used by icons.ts and its test.
import { Resvg } from '@resvg/resvg-js';

/** @returns PNG bytes in the SVG's own size; the same on every machine, since no font is read. */
export function drawIcon(svg: string): Buffer {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
