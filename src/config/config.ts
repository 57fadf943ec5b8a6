// Turns the environment into one typed, frozen `Config`, or says everything that is wrong with it at once; called by main.ts and the commands.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../lib/errors.ts';
import type { LogLevel } from '../lib/logger.ts';
import type { Environment } from './env.ts';
import { type ModelSettings, modelProblems, modelSettings } from './model.ts';
import { developmentProblems, folderProblems, productionProblems, type Settings } from './problems.ts';
import { type VariableName, type Variables, variables } from './variables.ts';

export type { ModelSettings } from './model.ts';

/** How the bot proves who it is to Microsoft. */
export type Credential =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  | { readonly kind: 'managed-identity' };

export interface BotIdentity {
  readonly appId: string;
  readonly tenantId: string;
  readonly credential: Credential;
  /** Tenants (GUIDs in small letters) whose messages are let in; never empty. */
  readonly allowedTenants: readonly string[];
}

/** Where the store lives; taken as it is by `openStore`. */
export type StoreLocation = { readonly dataDir: string } | { readonly databaseUrl: string; readonly schema?: string };

interface CommonConfig {
  /** The bot's app id where it is known, for the manifest. */
  readonly appId?: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** `https://…` without a trailing slash. */
  readonly publicUrl?: string;
  /** Who stands behind the assistant in Teams' app details. */
  readonly developer?: { readonly name?: string; readonly url?: string; readonly privacyUrl?: string };
  readonly store: StoreLocation;
  readonly knowledge: { readonly dir?: string; readonly mode: 'beside' | 'replace' };
  readonly language: 'da' | 'en';
  /** Whom users are sent to for help, as they will read it. */
  readonly helpContact?: string;
  readonly logLevel: LogLevel;
  /** Absent while no language model is to write answers. */
  readonly model?: ModelSettings;
  /** Of answers that a language model wrote. */
  readonly sensitivityLabel?: { readonly name: string; readonly description?: string };
}

/** npm run serve: who writes is authenticated. */
export interface ProductionConfig extends CommonConfig {
  readonly mode: 'production';
  readonly bot: BotIdentity;
}

/** `development`: npm start, on 127.0.0.1 only since nobody is authenticated. `command`: ask, import and the like, which serve nobody. */
export interface LocalConfig extends CommonConfig {
  readonly mode: 'development' | 'command';
  readonly bot?: undefined;
}

export type Config = ProductionConfig | LocalConfig;

/** In the working folder; npm run serve has none. */
const defaultDataDir = 'data';

/**
 * Reads the settings for a mode. Empty variables count as not set.
 * @throws AppError `invalid-configuration` whose message lists every problem, one sentence a line, and never shows a value.
 */
export function loadConfig(mode: Config['mode'], environment: Environment): Config {
  const settings = pickSettings(environment);
  const parsed = variables.safeParse(settings);
  const problems = [
    ...(parsed.error?.issues ?? []).map(issue => `${issue.path[0]} ${issue.message}.`),
    ...(mode === 'development' ? developmentProblems(settings) : []),
    ...(mode === 'production' ? productionProblems(settings) : []),
    ...modelProblems(settings),
    ...folderProblems(mode === 'development' ? { DATA_DIR: defaultDataDir, ...settings } : settings),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new AppError('invalid-configuration', [...new Set(problems)].join('\n'));
  }
  return deepFreeze(toConfig(mode, parsed.data));
}

function pickSettings(environment: Environment): Settings {
  const names = Object.keys(variables.shape) as VariableName[];
  return Object.fromEntries(names.map(name => [name, environment[name]?.trim()] as const).filter(([, value]) => value));
}

function toConfig(mode: Config['mode'], values: Variables): Config {
  const model = modelSettings(values);
  const common: CommonConfig = {
    ...(values.MICROSOFT_APP_ID ? { appId: values.MICROSOFT_APP_ID } : {}),
    host: mode === 'production' ? values.HOST : '127.0.0.1',
    port: values.PORT,
    ...(values.PUBLIC_URL ? { publicUrl: values.PUBLIC_URL } : {}),
    ...developer(values),
    store: storeLocation(values),
    knowledge: { ...(values.KNOWLEDGE_DIR ? { dir: resolve(values.KNOWLEDGE_DIR) } : {}), mode: values.KNOWLEDGE_MODE },
    language: values.DEFAULT_LANGUAGE,
    ...(values.HELP_CONTACT ? { helpContact: values.HELP_CONTACT } : {}),
    logLevel: values.LOG_LEVEL,
    ...(model ? { model } : {}),
    ...sensitivityLabel(values),
  };
  return mode === 'production' ? { ...common, mode, bot: botIdentity(values) } : { ...common, mode };
}

function developer({ DEVELOPER_NAME, DEVELOPER_URL, PRIVACY_URL }: Variables): Pick<CommonConfig, 'developer'> {
  if (!DEVELOPER_NAME && !DEVELOPER_URL && !PRIVACY_URL) return {};
  return {
    developer: {
      ...(DEVELOPER_NAME ? { name: DEVELOPER_NAME } : {}),
      ...(DEVELOPER_URL ? { url: DEVELOPER_URL } : {}),
      ...(PRIVACY_URL ? { privacyUrl: PRIVACY_URL } : {}),
    },
  };
}

function sensitivityLabel(values: Variables): Pick<CommonConfig, 'sensitivityLabel'> {
  const { SENSITIVITY_LABEL: name, SENSITIVITY_LABEL_TEXT: description } = values;
  return name ? { sensitivityLabel: { name, ...(description ? { description } : {}) } } : {};
}

function storeLocation({ DATA_DIR, DATABASE_URL, DATABASE_SCHEMA }: Variables): StoreLocation {
  if (!DATABASE_URL) return { dataDir: resolve(DATA_DIR ?? defaultDataDir) };
  return { databaseUrl: DATABASE_URL, ...(DATABASE_SCHEMA ? { schema: DATABASE_SCHEMA } : {}) };
}

function botIdentity(values: Variables): BotIdentity {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TENANT_ID: tenantId, ALLOWED_TENANTS: allowedTenants } = values;
  if (!appId || !tenantId || !allowedTenants) throw new Error('problems.ts let an incomplete identity through');
  return { appId, tenantId, credential: credential(values), allowedTenants };
}

function credential(values: Variables): Credential {
  const {
    MICROSOFT_APP_PASSWORD: password,
    CERTIFICATE_THUMBPRINT: thumbprint,
    CERTIFICATE_KEY_FILE: keyFile,
  } = values;
  if (password) return { kind: 'password', password };
  if (thumbprint && keyFile) return { kind: 'certificate', thumbprint, privateKey: readFileSync(keyFile, 'utf8') };
  return { kind: 'managed-identity' };
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
