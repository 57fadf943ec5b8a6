// Reads a request's JSON body within limits of size and time; used by web/messages.
// Not restify's bodyParser: it unpacks gzip without a limit and reads to the end what is already too large.
import type { IncomingMessage } from 'node:http';

export interface BodyLimits {
  bytes: number;
  ms: number;
}

/** `error` is one sentence for whoever sent the body. */
export type ReadBody = { ok: true; value: unknown } | { ok: false; status: number; error: string };

const problem = (status: number, error: string): ReadBody => ({ ok: false, status, error });

/** Never rejects. The rest of a body that is too large or too slow is not read: the caller closes the connection. */
export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<ReadBody> {
  const [type] = (request.headers['content-type'] ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json' || request.headers['content-encoding']) {
    return problem(415, 'The body must be plain application/json.');
  }
  const tooLarge = problem(413, `The body must be at most ${limits.bytes / 1024} KB.`);
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes) return tooLarge;
  const chunks = await collect(request, limits);
  if (chunks === 'too large') return tooLarge;
  if (chunks === 'too slow') return problem(408, 'The body took too long to arrive.');
  if (chunks === 'broken off') return problem(400, 'The body broke off.');
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return problem(400, 'The body is not valid JSON.');
  }
}

function collect(
  request: IncomingMessage,
  { bytes, ms }: BodyLimits,
): Promise<Buffer[] | 'too large' | 'too slow' | 'broken off'> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let received = 0;
    const finish = (result: Buffer[] | 'too large' | 'too slow' | 'broken off') => {
      clearTimeout(timer);
      request.off('data', onData).pause();
      resolve(result);
    };
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      if (received > bytes) finish('too large');
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => finish('too slow'), ms);
    request
      .on('data', onData)
      .once('end', () => finish(chunks))
      .once('close', () => finish('broken off'))
      .once('error', () => finish('broken off'));
  });
}
