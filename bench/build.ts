// Builds what is measured, as it runs in production, into a folder of its own; called by bench/run.ts.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What the built code reads beside itself; copied, so that nobody edits it while it is measured. */
const data = ['adaptive-cards', 'knowledge', 'playground', 'prompts', 'package.json'];

export interface Built {
  /** Holds `src/` and `bench/` as JavaScript. */
  folder: string;
  remove(): void;
}

/** Takes about 10 s. `npm run check` looks for mistakes in types; here they do not matter. */
export function build(): Built {
  const folder = mkdtempSync(join(tmpdir(), 'lp-bench-'));
  for (const name of data) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const project = join(folder, 'tsconfig.json');
  writeFileSync(
    project,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { noEmit: false, noCheck: true, rootDir: root, outDir: folder },
      include: [join(root, 'src'), join(root, 'bench')],
    }),
  );
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { stdio: 'inherit' });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
