// Writes responses past restify's formatters, which would only add work; used by the routes in web/.
import type { ServerResponse } from 'node:http';

/** Without a body where `value` is undefined. */
export function sendJson(response: ServerResponse, status: number, value?: unknown): void {
  if (value === undefined) send(response, status);
  else send(response, status, JSON.stringify(value), 'application/json; charset=utf-8');
}

/** In one step: a handler that throws between headers and end brings restify down. (Its `writeHead` returns nothing to chain on.) */
export function send(response: ServerResponse, status: number, body = '', contentType?: string): void {
  response.statusCode = status;
  if (contentType) response.setHeader('Content-Type', contentType);
  response.end(body);
}
