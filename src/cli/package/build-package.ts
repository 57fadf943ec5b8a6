// Puts the app package together from the manifest folder and the configuration; called by cli/package.ts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZodError } from 'zod';
import type { Config } from '../../config/config.ts';
import { AppError } from '../../lib/errors.ts';
import { iconProblems } from './check-icons.ts';
import { manifestProblems, translationProblems } from './check-manifest.ts';
import { fillManifest, type Manifest, translationSchema } from './manifest.ts';
import type { PackedFile } from './zip.ts';

export interface AppPackage {
  files: PackedFile[];
  /** One sentence each; with any of them Teams would refuse the package. */
  problems: string[];
  /** What the administrator should know of a package that Teams takes. */
  notes: string[];
}

const templateFile = 'manifest.template.json';
/** Where nothing is configured; the command says so. */
const neutral = { name: 'Skoleforvaltningen', url: 'https://example.org/' };
/** Stands in for a missing app id, so that everything else is checked as well. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * @param folder with manifest.template.json and the files that it names.
 * @param version of the product, as in package.json.
 * @throws AppError `invalid-configuration` when the template cannot be read as a manifest.
 */
export async function buildPackage(
  folder: string,
  config: Pick<Config, 'appId' | 'publicUrl' | 'developer'>,
  version: string,
): Promise<AppPackage> {
  const manifest = readManifest(folder, config, version);
  const files: PackedFile[] = [{ name: 'manifest.json', bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }];
  const problems = [
    ...(config.appId ? [] : ['MICROSOFT_APP_ID is missing: the application (client) id of the bot.']),
    ...(await manifestProblems(manifest)).map(problem => `manifest.json: ${problem}`),
  ];

  const add = async (file: string, check: (bytes: Buffer) => string[] | Promise<string[]>) => {
    if (!existsSync(join(folder, file))) return void problems.push(`${file} is missing beside the manifest.`);
    const bytes = readFileSync(join(folder, file));
    problems.push(...(await check(bytes)));
    files.push({ name: file, bytes });
  };
  for (const kind of ['color', 'outline'] as const) {
    await add(manifest.icons[kind], bytes => iconProblems(kind, manifest.icons[kind], bytes));
  }
  for (const { file } of manifest.localizationInfo.additionalLanguages) {
    await add(file, bytes => languageProblems(manifest, file, String(bytes)));
  }
  return { files, problems, notes: notesOn(config) };
}

function readManifest(folder: string, config: Parameters<typeof buildPackage>[1], version: string): Manifest {
  const { appId = nobody, publicUrl, developer = {} } = config;
  const { name = neutral.name, url = neutral.url, privacyUrl = url } = developer;
  const values = { version, appId, developerName: name, developerUrl: url, privacyUrl };
  const template = readFileSync(join(folder, templateFile), 'utf8');
  try {
    return fillManifest(template, values, publicUrl ? [new URL(publicUrl).host] : []);
  } catch (cause) {
    throw new AppError('invalid-configuration', `${templateFile}: ${unreadable(cause)}`, { cause });
  }
}

async function languageProblems(manifest: Manifest, file: string, text: string): Promise<string[]> {
  try {
    const problems = await translationProblems(manifest, translationSchema.parse(JSON.parse(text)));
    return problems.map(problem => `${file}: ${problem}`);
  } catch (error) {
    return [`${file}: ${unreadable(error)}`];
  }
}

function unreadable(error: unknown): string {
  if (error instanceof SyntaxError) return `is not JSON: ${error.message}.`;
  if (!(error instanceof ZodError)) throw error;
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`).join(' ');
}

function notesOn({ publicUrl, developer }: Parameters<typeof buildPackage>[1]): string[] {
  return [
    ...(publicUrl ? [] : ['PUBLIC_URL is not set: the manifest names no valid domain.']),
    ...(developer?.url ? [] : [`DEVELOPER_URL is not set: Teams links to the placeholder ${neutral.url}.`]),
  ];
}
