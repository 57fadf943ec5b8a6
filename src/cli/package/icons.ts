// `npm run icons`: draws manifest/icons/*.svg to manifest/*.png, which are committed; run it after changing a drawing.
import { readFileSync, writeFileSync } from 'node:fs';
import { drawIcon } from './draw-icon.ts';

const folder = new URL('../../../manifest/', import.meta.url);
for (const name of ['color', 'outline']) {
  writeFileSync(new URL(`${name}.png`, folder), drawIcon(readFileSync(new URL(`icons/${name}.svg`, folder), 'utf8')));
}
