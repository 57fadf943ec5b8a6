// The web server: Teams' messages, health and metrics; built in app.ts.
import { createServer, type Next, type Request, type Response, type Server, type ServerOptions } from 'restify';
import type { Logger } from '../lib/logger.ts';
import { onMessage, type Receive } from './messages.ts';
import type { Metrics } from './metrics.ts';
import { type Checks, createReadiness } from './readiness.ts';
import { send, sendJson } from './send-json.ts';

export interface WebParts {
  host: string;
  /** 0 takes a free one. */
  port: number;
  receive: Receive;
  /** What must hold for the server to be ready. */
  checks: Checks;
  metrics: Metrics;
  logger: Logger;
}

export interface WebServer {
  /** @returns its address, such as `http://127.0.0.1:3978`. @throws the system's error when the port is taken. */
  listen(): Promise<string>;
  /** From now on not ready, and new messages are answered with 503, so that Teams delivers them to the next server. */
  refuse(): void;
  /** Finishes the requests that are being answered, at most for `ms` milliseconds. */
  close(ms: number): Promise<void>;
}

export function createWebServer(parts: WebParts): WebServer {
  const { metrics, logger } = parts;
  // An empty name leaves the Server header out. restify 12 logs with pino; its types still say bunyan.
  const server = createServer({ name: '', log: logger as unknown as NonNullable<ServerOptions['log']> });
  limitTimes(server);
  const failedChecks = createReadiness(parts.checks, logger);
  let refusing = false;
  const inFlight = new Set<Response>();

  server.pre((_request, response, next) => {
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
    if (refusing) response.setHeader('Connection', 'close');
    return next();
  });
  server.on('after', (request: Request, response: Response, route: { path?: unknown } | null) => {
    const seconds = (Date.now() - request.time()) / 1_000;
    const path = typeof route?.path === 'string' ? route.path : 'other';
    const observed = { route: path, method: request.method ?? '', status: response.statusCode, seconds };
    metrics.request(observed);
    logger.debug(observed, 'request');
  });

  const refuseWhenStopping = (_request: Request, response: Response, next: Next) => {
    if (!refusing) return next();
    sendJson(response, 503, { error: 'The server is stopping.' });
    return next(false);
  };
  server.post('/api/messages', refuseWhenStopping, onMessage(parts.receive));

  server.get('/livez', async (_request, response) => sendJson(response, 200, { status: 'ok' }));

  server.get('/readyz', async (_request, response) => {
    const failed = refusing ? ['stopping'] : await failedChecks();
    sendJson(
      response,
      failed.length === 0 ? 200 : 503,
      failed.length === 0 ? { status: 'ok' } : { status: 'not ready', failed },
    );
  });

  server.get('/metrics', async (_request, response) => {
    send(response, 200, await metrics.text(), metrics.contentType);
  });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(parts.port, parts.host, () => {
          server.off('error', reject);
          resolve(server.url);
        });
      }),
    refuse: () => {
      refusing = true;
      // A connection kept alive by its last answer would hold up the end.
      for (const response of inFlight) if (!response.headersSent) response.setHeader('Connection', 'close');
    },
    close: ms =>
      new Promise(resolve => {
        const cut = setTimeout(() => server.server.closeAllConnections(), ms);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.server.closeIdleConnections();
      }),
  };
}

/** Milliseconds. Bodies have a tighter limit of their own; an answer may take as long as a streamed one does. */
function limitTimes({ server }: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
}
