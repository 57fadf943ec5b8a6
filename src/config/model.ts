// The language model's settings: what belongs to which provider, what is missing and what is too much; used by config.ts.
import type { Settings } from './problems.ts';
import type { VariableName, Variables } from './variables.ts';

/** Where the language model is and how it is asked; taken as it is by `createLanguageModel`. */
export type ModelSettings = OpenAiSettings | AzureOpenAiSettings | CompatibleSettings;

interface ModelSettingsBase {
  /** The model's name; with Azure that of the deployment. */
  readonly model: string;
  /** Prompts and answers of a tenant in a day, together. */
  readonly dailyTokens: number;
}

export interface OpenAiSettings extends ModelSettingsBase {
  readonly provider: 'openai';
  readonly key: string;
}

export interface AzureOpenAiSettings extends ModelSettingsBase {
  readonly provider: 'azure-openai';
  /** `https://….openai.azure.com` without a trailing slash. */
  readonly endpoint: string;
  readonly apiVersion: string;
  /** `clientId` names a user-assigned identity. */
  readonly credential:
    | { readonly kind: 'key'; readonly key: string }
    | { readonly kind: 'managed-identity'; readonly clientId?: string };
}

export interface CompatibleSettings extends ModelSettingsBase {
  readonly provider: 'compatible';
  /** What `/chat/completions` is put behind, without a trailing slash. */
  readonly endpoint: string;
  readonly key?: string;
}

/** The newest stable one of Azure's that has `chat/completions` below a deployment, which is where openai 4.77.4 looks for it. */
const defaultApiVersion = '2024-10-21';

interface Rule {
  needs: VariableName[];
  refuses: VariableName[];
}

function ruleFor({ LANGUAGE_MODEL, LANGUAGE_MODEL_AUTH }: Settings): Rule | undefined {
  const azureOnly: VariableName[] = ['LANGUAGE_MODEL_AUTH', 'LANGUAGE_MODEL_CLIENT_ID', 'LANGUAGE_MODEL_API_VERSION'];
  if (LANGUAGE_MODEL === 'openai') {
    return {
      needs: ['LANGUAGE_MODEL_NAME', 'LANGUAGE_MODEL_KEY'],
      refuses: ['LANGUAGE_MODEL_ENDPOINT', ...azureOnly],
    };
  }
  if (LANGUAGE_MODEL === 'compatible') {
    return { needs: ['LANGUAGE_MODEL_NAME', 'LANGUAGE_MODEL_ENDPOINT'], refuses: azureOnly };
  }
  if (LANGUAGE_MODEL !== 'azure-openai') return undefined;
  return LANGUAGE_MODEL_AUTH === 'managed-identity'
    ? { needs: ['LANGUAGE_MODEL_NAME', 'LANGUAGE_MODEL_ENDPOINT'], refuses: ['LANGUAGE_MODEL_KEY'] }
    : {
        needs: ['LANGUAGE_MODEL_NAME', 'LANGUAGE_MODEL_ENDPOINT', 'LANGUAGE_MODEL_KEY'],
        refuses: ['LANGUAGE_MODEL_CLIENT_ID'],
      };
}

const meanings: Partial<Record<VariableName, string>> = {
  LANGUAGE_MODEL_NAME: "the model's name, with Azure that of the deployment",
  LANGUAGE_MODEL_ENDPOINT: 'the address where it is asked',
  LANGUAGE_MODEL_KEY: 'the key that is sent along',
};

/** While LANGUAGE_MODEL is empty the others may stand there: so a model can be switched off for a while. */
export function modelProblems(settings: Settings): string[] {
  const labelText = settings.SENSITIVITY_LABEL_TEXT && !settings.SENSITIVITY_LABEL;
  const label = labelText ? ['SENSITIVITY_LABEL_TEXT is set, so SENSITIVITY_LABEL must be set: the name.'] : [];
  const rule = ruleFor(settings);
  if (!rule) return label;
  const managed = settings.LANGUAGE_MODEL_AUTH === 'managed-identity' ? ' with managed-identity' : '';
  const so = `LANGUAGE_MODEL is ${settings.LANGUAGE_MODEL}${managed}, so`;
  return [
    ...rule.needs.filter(name => !settings[name]).map(name => `${so} ${name} must be set: ${meanings[name]}.`),
    ...rule.refuses.filter(name => settings[name]).map(name => `${so} ${name} must not be set.`),
    ...shapeProblems(settings).map(problem => `${so} ${problem}.`),
    ...label,
  ];
}

function shapeProblems({ LANGUAGE_MODEL, LANGUAGE_MODEL_ENDPOINT: endpoint, LANGUAGE_MODEL_NAME: name }: Settings) {
  const problems: string[] = [];
  const url = endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (LANGUAGE_MODEL === 'azure-openai') {
    if (endpoint && !(url?.protocol === 'https:' && url.href === `${url.origin}/`)) {
      problems.push(
        "LANGUAGE_MODEL_ENDPOINT must be the resource's https address without a path, such as https://navn.openai.azure.com",
      );
    }
    if (name?.includes('/')) problems.push('LANGUAGE_MODEL_NAME must be the name of a deployment, without /');
  }
  if (LANGUAGE_MODEL === 'compatible' && endpoint && !(url && isBaseUrl(url))) {
    problems.push(
      'LANGUAGE_MODEL_ENDPOINT must be the base address, https or on this machine http, such as https://model.example.dk/v1',
    );
  }
  return problems;
}

function isBaseUrl(url: URL): boolean {
  const onThisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const base = bare && !url.pathname.includes('/chat/completions');
  return base && (url.protocol === 'https:' || (url.protocol === 'http:' && onThisMachine));
}

/** `undefined` where the language model is off. */
export function modelSettings(values: Variables): ModelSettings | undefined {
  const { LANGUAGE_MODEL: provider, LANGUAGE_MODEL_NAME: model, LANGUAGE_MODEL_KEY: key } = values;
  if (!provider) return undefined;
  const endpoint = values.LANGUAGE_MODEL_ENDPOINT?.replace(/\/+$/, '');
  const dailyTokens = values.LANGUAGE_MODEL_DAILY_TOKENS;
  if (model && provider === 'openai' && key) return { provider, model, dailyTokens, key };
  if (model && provider === 'compatible' && endpoint) {
    return { provider, model, dailyTokens, endpoint, ...(key ? { key } : {}) };
  }
  const credential = azureCredential(values);
  if (model && provider === 'azure-openai' && endpoint && credential) {
    const apiVersion = values.LANGUAGE_MODEL_API_VERSION ?? defaultApiVersion;
    return { provider, model, dailyTokens, endpoint, apiVersion, credential };
  }
  throw new Error('modelProblems let incomplete settings through');
}

function azureCredential(values: Variables): AzureOpenAiSettings['credential'] | undefined {
  const { LANGUAGE_MODEL_AUTH, LANGUAGE_MODEL_KEY: key, LANGUAGE_MODEL_CLIENT_ID: clientId } = values;
  if (LANGUAGE_MODEL_AUTH === 'managed-identity')
    return { kind: 'managed-identity', ...(clientId ? { clientId } : {}) };
  return key ? { kind: 'key', key } : undefined;
}
