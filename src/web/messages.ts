// POST /api/messages: transport only, the activity itself is the entrance's business; mounted by web/server.
import type { Request, Response } from 'restify';
import { type BodyLimits, readJson } from './read-json.ts';
import { sendJson } from './send-json.ts';

/** Where activities go; teams/entrance implements it. Must not reject. */
export type Receive = (message: {
  authorization: string;
  activity: unknown;
}) => Promise<{ status: number; body?: unknown }>;

export const messageLimits: BodyLimits = { bytes: 256 * 1024, ms: 10_000 };

export function onMessage(receive: Receive, limits: BodyLimits = messageLimits) {
  return async (request: Request, response: Response): Promise<void> => {
    const body = await readJson(request, limits);
    if (!body.ok) {
      // What is left of the body would otherwise be read as the next request.
      response.setHeader('Connection', 'close');
      sendJson(response, body.status, { error: body.error });
      return;
    }
    const { status, body: answer } = await receive({
      authorization: request.headers.authorization ?? '',
      activity: body.value,
    });
    sendJson(response, status, answer);
  };
}
