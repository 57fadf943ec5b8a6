// The SDK's client for each provider; loaded and built once by endpoint.ts, so that who has no model does without the SDK.
// Everything is given: none of the environment variables that the SDK knows counts.
import 'openai/shims/web';
import { AzureOpenAI, type ClientOptions, OpenAI } from 'openai';
import type { ModelSettings } from '../config/config.ts';
import { ModelFailure } from './failures.ts';

/** Where Azure OpenAI's tokens are for: Microsoft's "How to configure Azure OpenAI with Microsoft Entra ID". */
const azureScope = 'https://cognitiveservices.azure.com/.default';

/** @param fetch of this machine unless given. */
export async function createClient(settings: ModelSettings, fetch = globalThis.fetch): Promise<OpenAI> {
  const common: ClientOptions = {
    organization: null,
    project: null,
    // Retries are language-model.ts's: the SDK's sleep on when the time is up.
    maxRetries: 0,
    // A prompt goes to the address that was configured and to no other.
    fetch: (url, init) => fetch(String(url), { ...init, redirect: 'manual' }),
  };
  if (settings.provider === 'openai') {
    return new OpenAI({ ...common, baseURL: 'https://api.openai.com/v1', apiKey: settings.key });
  }
  if (settings.provider === 'compatible') {
    const { endpoint: baseURL, key } = settings;
    if (key) return new OpenAI({ ...common, baseURL, apiKey: key });
    return new OpenAI({ ...common, baseURL, apiKey: '', defaultHeaders: { Authorization: null } });
  }
  const { endpoint, apiVersion, model: deployment, credential } = settings;
  const azure = { ...common, baseURL: `${endpoint}/openai`, apiVersion, deployment };
  return credential.kind === 'key'
    ? new AzureOpenAI({ ...azure, apiKey: credential.key })
    : new AzureOpenAI({ ...azure, apiKey: '', azureADTokenProvider: await identityToken(credential.clientId) });
}

/** Tokens are kept and renewed behind it. */
async function identityToken(clientId: string | undefined): Promise<() => Promise<string>> {
  const { getBearerTokenProvider, ManagedIdentityCredential } = await import('@azure/identity');
  const identity = new ManagedIdentityCredential(clientId ? { clientId } : {});
  const token = getBearerTokenProvider(identity, azureScope);
  return () =>
    token().catch((error: unknown) => {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new ModelFailure('identity', `the managed identity got no token for the language model (${reason})`);
    });
}
