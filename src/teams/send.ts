// Sends one activity of a turn, trying again where Teams says that it may help; called by teams/deliver and teams/stream.
// The SDK's own retries are off (teams/adapter): they ignore Retry-After, give 429 one attempt and 500 three over half a minute.
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Timers } from '../lib/timers.ts';

/** What Teams asks to be tried again. */
const retryable = new Set([412, 429, 502, 503, 504]);
/** Waits in milliseconds before the second and the third attempt, unless Teams names its own. */
const waits = [500, 2_000];
/** Milliseconds. Somebody is waiting for the answer, and Teams for our response (15 s): longer waits are not worth it. */
export const longestWait = 5_000;

interface Headers {
  get(name: string): string | undefined;
}

/** The SDK's RestError. Headers stay what they are: a copy by zod would lose its `this`. */
const failureSchema = z.object({
  statusCode: z.number(),
  message: z.string(),
  response: z.object({ headers: z.custom<Headers>(headers => typeof headers?.get === 'function') }).optional(),
});

/** What Teams said instead of taking an activity. */
export interface Refusal {
  status: number;
  message: string;
  /** Milliseconds that Teams asks us to wait, 0 where it names none. */
  retryAfter: number;
}

/** `undefined` where it was not Teams that answered. */
export function refusalOf(error: unknown): Refusal | undefined {
  const failure = failureSchema.safeParse(error);
  if (!failure.success) return undefined;
  const { statusCode: status, message, response } = failure.data;
  const seconds = Number(response?.headers.get('retry-after') ?? 0);
  return { status, message, retryAfter: Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : 0 };
}

/**
 * @returns the id Teams gave the message; empty where it gives none.
 * @throws what the SDK throws, after the last attempt.
 */
export async function send(context: TurnContext, activity: Partial<Activity>, timers: Timers): Promise<string> {
  for (const wait of waits) {
    try {
      return await sendOnce(context, activity);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal || !retryable.has(refusal.status) || refusal.retryAfter > longestWait) throw error;
      await new Promise<void>(resolve => timers.after(Math.max(refusal.retryAfter, wait), resolve));
    }
  }
  return sendOnce(context, activity);
}

/** As `send`, in one attempt. */
export async function sendOnce(context: TurnContext, activity: Partial<Activity>): Promise<string> {
  const response = await context.sendActivity(activity);
  return response?.id ?? '';
}
