// Pictures of the conversation, for eyes and for the guide: always into test/.output, with SAVE_PICTURES=1 also into docs/pictures.
import { copyFileSync, mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';

const output = 'test/.output';
/** So narrow that the Playground leaves out its list of conversations, and so high that a talk needs no scrolling. */
export const viewport = { width: 900, height: 2000 };
/** CSS pixels: the Playground's own head, and what belongs to a message above and below it. */
const head = 60;
const above = 145;
const below = 45;

/** To the end of the conversation at once, the page itself unmoved. */
const scrollDown = `element => {
  for (let one = element; one !== document.body; one = one.parentElement)
    one.scrollTo({ top: one.scrollHeight, behavior: 'instant' });
}`;

/** A message from what was asked to its thumbs, edge to edge. `guide`: belongs to the guide as well. */
export async function picture(of: Locator, name: string, { guide = false } = {}): Promise<void> {
  mkdirSync(output, { recursive: true });
  await of.evaluate(scrollDown);
  const box = await of.boundingBox();
  if (!box) throw new Error(`nothing to take a picture of: ${name}`);
  const y = Math.max(head, box.y - above);
  const height = Math.min(viewport.height, box.y + box.height + below) - y;
  const path = `${output}/${name}.png`;
  await of.page().screenshot({ path, clip: { x: 0, y, width: viewport.width, height }, animations: 'disabled' });
  if (guide && process.env.SAVE_PICTURES === '1') copyFileSync(path, `docs/pictures/${name}.png`);
}
