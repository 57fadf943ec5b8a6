// What must be set, must not be set, or points at nothing, by mode: one plain sentence each; used by config.ts.
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { VariableName } from './variables.ts';

/** The variables that are set, trimmed and otherwise as they came. */
export type Settings = Readonly<Partial<Record<VariableName, string>>>;

/** Without these the bot cannot prove who it is; with one of them nobody may invent who they are. */
const credentials = [
  'MICROSOFT_APP_ID',
  'MICROSOFT_APP_PASSWORD',
  'CERTIFICATE_THUMBPRINT',
  'CERTIFICATE_KEY_FILE',
] as const satisfies VariableName[];

export function developmentProblems(settings: Settings): string[] {
  return credentials
    .filter(name => settings[name])
    .map(name => `${name} is set, but npm start lets anybody be anybody: unset it, or use npm run serve.`);
}

export function productionProblems(settings: Settings): string[] {
  const needed: [VariableName, string][] = [
    ['MICROSOFT_APP_ID', 'the application (client) id of the bot'],
    ['MICROSOFT_APP_TYPE', 'SingleTenant or ManagedIdentity'],
    ['MICROSOFT_APP_TENANT_ID', 'the tenant that the bot is registered in'],
    ['ALLOWED_TENANTS', 'the tenants whose people may use the assistant, separated by commas'],
  ];
  if (!settings.DATABASE_URL) needed.push(['DATA_DIR', 'a folder to keep the database in (or set DATABASE_URL)']);
  return [
    ...needed.filter(([name]) => !settings[name]).map(([name, what]) => `${name} is missing: ${what}.`),
    ...credentialProblems(settings),
  ];
}

export function folderProblems({ DATA_DIR, DATABASE_URL, KNOWLEDGE_DIR }: Settings): string[] {
  const unwritable = DATA_DIR && !DATABASE_URL ? whyUnwritable(resolve(DATA_DIR)) : undefined;
  return [
    ...(unwritable ? [`DATA_DIR cannot be written to (${unwritable}).`] : []),
    ...(KNOWLEDGE_DIR && !isFolder(KNOWLEDGE_DIR) ? ['KNOWLEDGE_DIR is not a folder.'] : []),
  ];
}

function credentialProblems(settings: Settings): string[] {
  const password = settings.MICROSOFT_APP_PASSWORD;
  const thumbprint = settings.CERTIFICATE_THUMBPRINT;
  const keyFile = settings.CERTIFICATE_KEY_FILE;
  const certificate = thumbprint ?? keyFile;
  if (settings.MICROSOFT_APP_TYPE && settings.MICROSOFT_APP_TYPE !== 'SingleTenant') {
    const superfluous = password ?? certificate;
    return superfluous
      ? ['A managed identity needs neither MICROSOFT_APP_PASSWORD nor a certificate: unset them.']
      : [];
  }
  if (password && certificate) return ['Both MICROSOFT_APP_PASSWORD and a certificate are set: keep one of them.'];
  if (password) return [];
  if (!certificate) {
    return [
      'Credentials are missing: set MICROSOFT_APP_PASSWORD, or CERTIFICATE_THUMBPRINT with CERTIFICATE_KEY_FILE.',
    ];
  }
  if (!thumbprint) return ['CERTIFICATE_THUMBPRINT is missing: CERTIFICATE_KEY_FILE is set.'];
  return keyFile ? keyFileProblems(keyFile) : ['CERTIFICATE_KEY_FILE is missing: CERTIFICATE_THUMBPRINT is set.'];
}

function keyFileProblems(path: string): string[] {
  try {
    const isKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(readFileSync(path, 'utf8'));
    return isKey ? [] : ['CERTIFICATE_KEY_FILE holds no private key in PEM format.'];
  } catch (error) {
    return [`CERTIFICATE_KEY_FILE cannot be read (${systemCode(error)}).`];
  }
}

/** The system's code where a folder cannot be written to or, where it is missing, created. */
function whyUnwritable(path: string): string | undefined {
  if (!existsSync(path)) return dirname(path) === path ? 'ENOENT' : whyUnwritable(dirname(path));
  if (!isFolder(path)) return 'ENOTDIR';
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return systemCode(error);
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
