// The SDK's adapter with our identity: who may call us, and as whom we call Teams; used by teams/entrance.
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { BotIdentity } from '../config/config.ts';
import type { Logger } from '../lib/logger.ts';
import { respond } from './deliver.ts';

/** Where callers' tokens come from; other than Microsoft's only in tests. */
export interface Trust {
  tokenIssuer: string;
  openIdMetadataUrl: string;
}

/** `unavailable`: the keys to check with could not be fetched; Teams will deliver again. */
export type Identification = { kind: 'known'; run: Run } | { kind: 'unknown' | 'unavailable'; reason: string };
/** @returns the response to an invoke; otherwise nothing. */
type Run = (logic: (context: TurnContext) => Promise<void>) => Promise<InvokeResponse | undefined>;

const maxConnectors = 100;
const channelIssuer = 'https://api.botframework.com';

type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type ConnectorFactory = NonNullable<Caller['connectorFactory']>;

/**
 * As the SDK has it, except that clients are kept: it builds one for Teams and one for a token service that we do not
 * use anew for each turn, credentials included, which costs more than all the rest of a turn.
 */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, ReturnType<ConnectorFactory['create']>>();
  #tokenClient: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> | undefined;

  override async authenticateRequest(activity: Activity, authorization: string): Promise<Caller> {
    const caller = await super.authenticateRequest(activity, authorization);
    const { connectorFactory } = caller;
    return connectorFactory ? { ...caller, connectorFactory: this.#keeping(connectorFactory) } : caller;
  }

  override createUserTokenClient(
    ...args: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ): ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> {
    this.#tokenClient ??= super.createUserTokenClient(...args);
    return this.#tokenClient;
  }

  #keeping(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        const key = `${serviceUrl} ${audience}`;
        const kept = this.#connectors.get(key);
        if (kept) return kept;
        const connector = factory.create(serviceUrl, audience);
        // Teams has a handful of addresses; only a fault or an attack could bring more.
        if (this.#connectors.size < maxConnectors) this.#connectors.set(key, connector);
        connector.catch(() => this.#connectors.delete(key));
        return connector;
      },
    };
  }
}

/** A class only because `processActivity`, which gives the response back instead of writing it, is protected. */
export class TeamsAdapter extends CloudAdapter {
  readonly #tokenIssuer: string | undefined;

  /** Without an identity nobody is authenticated: local development only, which the configuration sees to. */
  constructor(bot: BotIdentity | undefined, { logger, trust }: { logger: Logger; trust?: Trust }) {
    // Retries are ours (teams/send): the SDK's can send a message twice.
    super(
      new Authentication(
        trust ? parameters(trust) : {},
        new ConfigurationServiceClientCredentialFactory(bot ? credentials(bot) : {}),
        undefined,
        undefined,
        { noRetryPolicy: true },
      ),
    );
    this.#tokenIssuer = bot && (trust?.tokenIssuer ?? channelIssuer);
    // The default writes to the console and tells the user in English.
    this.onTurnError = async (context, error) => {
      logger.error({ err: error }, 'the SDK could not run the turn');
      if (context.activity.type === 'invoke') await respond(context, { status: 500 });
    };
  }

  /** Who calls? `activity` must have been checked; `authorization` is the header, empty where there is none. */
  async identify(activity: Activity, authorization: string): Promise<Identification> {
    // Only Teams calls us. The SDK would also take the emulator's and other bots' tokens, and remembers for ever
    // every tenant that an unchecked token claims to be from.
    if (this.#tokenIssuer !== undefined && issuerOf(authorization) !== this.#tokenIssuer) {
      return { kind: 'unknown', reason: 'no token from Teams' };
    }
    try {
      const caller = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
      return { kind: 'known', run: logic => this.processActivity(caller, activity, logic) };
    } catch (error) {
      return { kind: isOutage(error) ? 'unavailable' : 'unknown', reason: error instanceof Error ? error.message : '' };
    }
  }
}

function credentials({ appId, tenantId, credential }: BotIdentity): ConfigurationServiceClientCredentialFactoryOptions {
  const identity = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId };
  switch (credential.kind) {
    case 'password':
      return { ...identity, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: credential.password };
    case 'certificate':
      return {
        ...identity,
        MicrosoftAppType: 'SingleTenant',
        CertificateThumbprint: credential.thumbprint,
        CertificatePrivateKey: credential.privateKey,
      };
    case 'managed-identity':
      return { ...identity, MicrosoftAppType: 'UserAssignedMsi' };
  }
}

/** Once one of these is given, the SDK takes none of its defaults. */
function parameters({ tokenIssuer, openIdMetadataUrl }: Trust): ConfigurationBotFrameworkAuthenticationOptions {
  return {
    ToBotFromChannelTokenIssuer: tokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: channelIssuer,
    OAuthUrl: 'https://token.botframework.com',
  };
}

const claims = z.object({ iss: z.string() });

/** Who a bearer token says it is from, not yet believed. */
function issuerOf(authorization: string): string | undefined {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization)?.[1] ?? '';
  try {
    return claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).iss;
  } catch {
    return undefined;
  }
}

/** The SDK marks a metadata server that answers wrongly with 500; node-fetch's own error comes from one that does not answer. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500);
}
