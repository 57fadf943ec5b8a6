// `npm run package [-- --out FILE]`: writes the app package for Teams, or says everything that is wrong with it and exits 1.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadConfig } from '../config/config.ts';
import { readEnvironment } from '../config/env.ts';
import { AppError } from '../lib/errors.ts';
import { buildPackage } from './package/build-package.ts';
import { zip } from './package/zip.ts';

const defaultOut = 'dist-package/learning-pipeline-assistant.zip';
const manifestFolder = fileURLToPath(new URL('../../manifest', import.meta.url));
const packageFile = new URL('../../package.json', import.meta.url);

try {
  const out = resolve(readOut());
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8')));
  const config = loadConfig('command', readEnvironment());
  const { files, problems, notes } = await buildPackage(manifestFolder, config, version);
  if (problems.length > 0) throw new AppError('invalid-configuration', problems.join('\n'));
  const bytes = await zip(files);
  write(out, bytes);
  for (const note of notes) console.log(note);
  console.log(
    `${out}: ${files.map(({ name }) => name).join(', ')} (${bytes.length} bytes). Upload it in Teams' admin center.`,
  );
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readOut(): string {
  try {
    return parseArgs({ options: { out: { type: 'string' } } }).values.out ?? defaultOut;
  } catch (cause) {
    throw new AppError('invalid-input', 'Usage: npm run package [-- --out FILE]', { cause });
  }
}

function write(path: string, bytes: Buffer): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  } catch (cause) {
    throw new AppError('invalid-input', `${path} cannot be written to.`, { cause });
  }
}
