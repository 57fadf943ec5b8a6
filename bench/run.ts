// npm run bench -- [--only turn|search|memory|start|model] [--json FILE]: builds the assistant and measures what was built; docs/performance.md says what the figures mean.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.ts';

const { folder, remove } = build();
try {
  const script = join(folder, 'bench/measure.js');
  const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  remove();
}
