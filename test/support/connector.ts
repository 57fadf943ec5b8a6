// Stands in for Teams' connector: a real HTTP server on loopback that records what the SDK posts and gives out ids.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** An activity as it came over the wire, past the SDK's serializer. */
export interface WireActivity {
  type: string;
  text?: string;
  textFormat?: string;
  summary?: string;
  replyToId?: string;
  entities?: Record<string, unknown>[];
  attachments?: { contentType: string; content: Record<string, unknown> }[];
  channelData?: Record<string, unknown>;
}

export interface Received {
  method: string;
  conversationId: string;
  /** The id given to it; for an update the id of what was updated, in a stream the stream's. */
  id: string;
  activity: WireActivity;
}

export interface Connector {
  /** For an activity's `serviceUrl`. */
  url: string;
  received: Received[];
  /** Only what a user reads: no typing. */
  messages(): Received[];
  /** The first recorded activity, now or later, for which `matches` holds. */
  waitFor(matches: (received: Received) => boolean): Promise<Received>;
  /** Answers the next post, after those told so before, with an error instead of taking it. @returns when it has. */
  failNext(status: number, headers?: Record<string, string>, error?: { code: string; message?: string }): Promise<void>;
  /** Leaves posts unanswered (but recorded) until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
}

/** Closed when the test ends. */
export async function startConnector(): Promise<Connector> {
  const received: Received[] = [];
  const failures: { status: number; headers: Record<string, string>; error: object; failed: () => void }[] = [];
  const streams = createStreams();
  const waiting = new Set<() => void>();
  let released = Promise.resolve();

  const server = createServer(async (request, response) => {
    const activity = await readBody(request);
    const failure = failures.shift();
    if (failure) {
      failure.failed();
      reply(response, failure.status, { error: failure.error }, failure.headers);
      return;
    }
    const [, , , conversationId = '', , activityId = ''] = new URL(request.url ?? '', 'http://x').pathname.split('/');
    const fresh = request.method === 'PUT' ? decodeURIComponent(activityId) : `reply-${received.length + 1}`;
    const streamed = streams.take(activity, decodeURIComponent(conversationId), fresh);
    const { status, id } = streamed ?? { status: 200, id: fresh };
    if (status >= 400) {
      reply(response, status, { error: { code: 'BadRequest', message: 'This is not how one streams.' } });
      return;
    }
    received.push({ method: request.method ?? '', conversationId: decodeURIComponent(conversationId), id, activity });
    for (const look of waiting) look();
    await released;
    reply(response, status, status === 202 ? {} : { id });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    messages: () => received.filter(({ activity }) => activity.type === 'message'),
    waitFor: matches =>
      new Promise(resolve => {
        const look = () => {
          const found = received.find(matches);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    failNext: (status, headers = {}, error = { code: 'Failed' }) =>
      new Promise(failed => {
        failures.push({ status, headers, error, failed });
      }),
    hold: () => {
      let release = () => {};
      released = new Promise<void>(resolve => {
        release = resolve;
      });
      return () => release();
    },
    close,
  };
}

/** Streams as Teams takes them, and nothing that is against its rules. */
function createStreams() {
  const streams = new Map<string, { sequence: number; text: string }>();
  return {
    /** @returns the status and the stream's id; `undefined` where the activity is no part of a stream. */
    take(activity: WireActivity, conversationId: string, fresh: string): { status: number; id: string } | undefined {
      const info = activity.entities?.find(({ type }) => type === 'streaminfo') as StreamInfo | undefined;
      if (!info) return undefined;
      if (!conversationId.startsWith('a:')) return { status: 405, id: '' };
      const { streamId, streamType, streamSequence } = info;
      const { sequence, text } = (streamId === undefined ? undefined : streams.get(streamId)) ?? {
        sequence: 0,
        text: '',
      };
      const known = streamId === undefined ? streamType !== 'final' : streams.has(streamId);
      const inTurn = streamType === 'final' ? streamSequence === undefined : streamSequence === sequence + 1;
      const rightType = activity.type === (streamType === 'final' ? 'message' : 'typing');
      if (!activity.text?.startsWith(text) || !known || !inTurn || !rightType) return { status: 400, id: '' };
      const id = streamId ?? fresh;
      if (streamType === 'final') streams.delete(id);
      else streams.set(id, { sequence: sequence + 1, text: streamType === 'informative' ? text : activity.text });
      return { status: streamId === undefined ? 201 : 202, id };
    },
  };
}

interface StreamInfo {
  streamId?: string;
  streamType: 'informative' | 'streaming' | 'final';
  streamSequence?: number;
}

/** Not with `writeHead(…).end(…)`: restify replaces writeHead in the whole process by one that returns nothing. */
function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries({ 'Content-Type': 'application/json', ...headers }))
    response.setHeader(name, value);
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<WireActivity> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{"type":""}');
}
