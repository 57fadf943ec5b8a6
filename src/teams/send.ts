// Sends one activity of a turn, trying again where Teams says that it may help; called by teams/deliver.
// The SDK's own retries are off (teams/adapter): they ignore Retry-After, give 429 one attempt and 500 three over half a minute.
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Timers } from './timers.ts';

/** What Teams asks to be tried again. */
const retryable = new Set([412, 429, 502, 503, 504]);
/** Waits in milliseconds before the second and the third attempt, unless Teams names its own. */
const waits = [500, 2_000];
/** Somebody is waiting for the answer, and Teams for our response (15 s): longer waits are not worth it. */
const longestWait = 5_000;

interface Headers {
  get(name: string): string | undefined;
}

/** The SDK's RestError. Headers stay what they are: a copy by zod would lose its `this`. */
const failureSchema = z.object({
  statusCode: z.number(),
  response: z.object({ headers: z.custom<Headers>(headers => typeof headers?.get === 'function') }).optional(),
});

/**
 * @returns the id Teams gave the message; empty where it gives none.
 * @throws what the SDK throws, after the last attempt.
 */
export async function send(context: TurnContext, activity: Partial<Activity>, timers: Timers): Promise<string> {
  for (const wait of waits) {
    try {
      return await sendOnce(context, activity);
    } catch (error) {
      const named = retryAfter(error);
      if (named === undefined || named > longestWait) throw error;
      await new Promise<void>(resolve => timers.after(Math.max(named, wait), resolve));
    }
  }
  return sendOnce(context, activity);
}

async function sendOnce(context: TurnContext, activity: Partial<Activity>): Promise<string> {
  const response = await context.sendActivity(activity);
  return response?.id ?? '';
}

/** Milliseconds that Teams asks us to wait, 0 where it names none; `undefined` when there is no point in trying again. */
function retryAfter(error: unknown): number | undefined {
  const failure = failureSchema.safeParse(error);
  if (!failure.success || !retryable.has(failure.data.statusCode)) return undefined;
  const seconds = Number(failure.data.response?.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : 0;
}
