// The door that web/ hands each request to: shape, token, tenant, then the turn. Joined in app.ts.
import type { Activity } from 'botbuilder';
import type { BotIdentity } from '../config/config.ts';
import { type Incoming, incomingSchema, tenantsOf } from './activity.ts';
import { TeamsAdapter, type Trust } from './adapter.ts';
import { type ApplicationParts, createApplication } from './application.ts';

export interface EntranceRequest {
  /** The header of that name; empty where there is none. */
  authorization: string;
  /** The body as parsed JSON. */
  activity: unknown;
}

/** Status and JSON body for the HTTP response. */
export interface EntranceResponse {
  status: number;
  body?: unknown;
}

export interface EntranceParts extends ApplicationParts {
  bot?: BotIdentity;
  trust?: Trust;
}

const refuse = (status: number, error: string): EntranceResponse => ({ status, body: { error } });

/** @returns a function that never rejects. */
export function createEntrance(parts: EntranceParts): (request: EntranceRequest) => Promise<EntranceResponse> {
  const { bot, logger, trust } = parts;
  const adapter = new TeamsAdapter(bot, { logger, ...(trust ? { trust } : {}) });
  const run = createApplication(parts);

  async function receive({ authorization, activity: body }: EntranceRequest): Promise<EntranceResponse> {
    const parsed = incomingSchema.safeParse(body);
    if (!parsed.success)
      return refuse(400, `This is not an activity from Teams (${firstProblem(parsed.error.issues)}).`);
    // The SDK asks for its own type, and reads no more of it than the schema checks.
    const activity = parsed.data as unknown as Activity;
    const caller = await adapter.identify(activity, authorization);
    if (caller.kind !== 'known') {
      logger.warn({ reason: caller.reason }, 'a caller could not be identified');
      return caller.kind === 'unknown'
        ? refuse(401, 'The token is missing or not valid.')
        : refuse(503, 'Tokens cannot be checked at the moment.');
    }
    if (!admits(bot, parsed.data)) {
      logger.warn({ type: parsed.data.type }, 'an activity from elsewhere was refused');
      return refuse(403, bot ? 'This tenant is not served here.' : 'Development serves this machine only.');
    }
    return (await caller.run(context => run(context, parsed.data))) ?? { status: 200 };
  }

  return async request => {
    try {
      return await receive(request);
    } catch (error) {
      logger.error({ err: error }, 'an activity could not be received');
      return refuse(500, 'The activity could not be received.');
    }
  };
}

/** The SDK checks no tenant. Without an identity it checks nothing, so that only this machine's Playground is answered. */
function admits(bot: BotIdentity | undefined, activity: Incoming): boolean {
  if (!bot) return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(activity.serviceUrl).hostname);
  const tenants = tenantsOf(activity);
  return tenants.length > 0 && tenants.every(tenant => bot.allowedTenants.includes(tenant.toLowerCase()));
}

function firstProblem([first]: { path: (string | number)[] }[]): string {
  return first?.path.join('.') || 'it is no object';
}
