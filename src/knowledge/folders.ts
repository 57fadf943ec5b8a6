// Which folders hold the knowledge files: the shipped ones, the Playground's invention, the municipality's own. Used by app.ts and the commands.
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/config.ts';

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Later folders replace files of the same name in earlier ones. The invented current målpil is for local development only. */
export function knowledgeFolders({ knowledge: { dir, mode }, mode: runMode }: Config): string[] {
  const shipped = dir && mode === 'replace' ? [] : [folder('knowledge')];
  const invented = runMode === 'development' ? [folder('playground/knowledge')] : [];
  return [...shipped, ...invented, ...(dir ? [dir] : [])];
}
