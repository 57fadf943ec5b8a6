// Stands in for a language model's endpoint: a real HTTP server on loopback that speaks the protocol as its script says, streamed and not, Azure's paths too.
// Closed by whoever starts it (also the measurements, which run without vitest).
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inSentences } from '../../src/domain/answers/sentences.ts';

/** What arrived, in full. */
export interface ModelCall {
  /** Path with query. */
  path: string;
  headers: IncomingMessage['headers'];
  /** Parsed JSON. */
  body: Record<string, unknown> & { messages: { role: string; content: string }[]; stream?: boolean };
  /** The prompt, filled. */
  system: string;
  /** The last thing that the person said. */
  input: string;
  /** In the prompt's order, without their numbers and headings. */
  passages: string[];
  /** What the model is told that the user has seen already. */
  shown: string;
}

/** How a call is answered. */
export type Behaviour = (call: ModelCall, response: ServerResponse, server: ModelServer) => void | Promise<void>;

export interface ModelServer {
  /** Base address of a compatible endpoint; Azure's resource is `new URL(url).origin`. */
  url: string;
  calls: ModelCall[];
  /** For the calls from now on: one after the other, the last again and again. */
  script(...behaviours: Behaviour[]): void;
  /** Resolves once so many calls have arrived. */
  arrived(count: number): Promise<void>;
  /** Lets what is `slow` go on, now and later. */
  release(): void;
  released: Promise<void>;
  /** Calls that the other side has given up or left before the end. */
  left(): number;
  close(): Promise<void>;
}

export async function startModelServer(...script: Behaviour[]): Promise<ModelServer> {
  const calls: ModelCall[] = [];
  const looking = new Set<() => void>();
  let next = [...script];
  let left = 0;
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  const http = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) left++;
    });
    const call = await readCall(request);
    if (!call || request.method !== 'POST' || !/\/chat\/completions(\?|$)/.test(call.path)) {
      return void json(response, 404, { error: { code: 'not_found', message: 'no such path' } });
    }
    calls.push(call);
    for (const look of looking) look();
    const behaviour = next.length > 1 ? next.shift() : next[0];
    await (behaviour ?? answer('INTET SVAR'))(call, response, server);
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  const server: ModelServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    calls,
    script: (...behaviours) => {
      next = behaviours;
    },
    arrived: count =>
      new Promise(resolve => {
        const look = () => {
          if (calls.length < count) return;
          looking.delete(look);
          resolve();
        };
        looking.add(look);
        look();
      }),
    release,
    released,
    left: () => left,
    close: () =>
      new Promise(resolve => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

async function readCall(request: IncomingMessage): Promise<ModelCall | undefined> {
  let raw = '';
  for await (const piece of request.setEncoding('utf8')) raw += piece;
  try {
    const body = JSON.parse(raw) as ModelCall['body'];
    const system = body.messages.find(({ role }) => role === 'system')?.content ?? '';
    const input = body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
    const { url = '', headers } = request;
    return { path: url, headers, body, system, input, passages: passagesIn(system), shown: blockIn(system, 'VIST') };
  } catch {
    return undefined;
  }
}

function blockIn(system: string, mark: string): string {
  return new RegExp(`<<<${mark}\\n(.*?)\\n?${mark}>>>`, 's').exec(system)?.[1] ?? '';
}

/** `[n] (heading)` at the start of a line begins the nth passage; the heading may be missing. */
function passagesIn(system: string): string[] {
  const passages: string[][] = [];
  for (const line of blockIn(system, 'UDDRAG').split('\n')) {
    const [mark = '', number] = /^\[(\d+)\] /.exec(line) ?? [];
    if (Number(number) === passages.length + 1) passages.push([line.slice(mark.length).replace(/^\(.*\)$/, '')]);
    else passages.at(-1)?.push(line.trim());
  }
  return passages.map(lines => lines.join('\n').trim());
}

// What an endpoint may do.

export interface Manner {
  /** Characters in a piece; 12 unless given. */
  chunk?: number;
  /** Before each piece. */
  delayMs?: number;
  /** Counted tokens that are reported where the call asks for them; 100 unless given, `false`: never. */
  usage?: number | false;
  finish?: string;
}

type Text = string | ((call: ModelCall) => string);
const textOf = (text: Text, call: ModelCall) => (typeof text === 'string' ? text : text(call));

/** Says it all, as the call wants it: streamed or in one piece. */
export function answer(text: Text, manner: Manner = {}): Behaviour {
  return async (call, response, server) => {
    const whole = textOf(text, call);
    if (!call.body.stream) return unstreamed(whole, manner)(call, response, server);
    await pieces(response, whole, manner);
    finish(call, response, manner);
  };
}

/** JSON in one piece, whatever the call wants. */
export const unstreamed =
  (text: Text, { usage = 100, finish = 'stop' }: Manner = {}): Behaviour =>
  (call, response) =>
    json(response, 200, {
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: textOf(text, call) }, finish_reason: finish }],
      ...(usage === false ? {} : { usage: { total_tokens: usage } }),
    });

/** Says `before` and then nothing until `release`; then the rest. */
export const slow =
  (before = '', after = ''): Behaviour =>
  async (call, response, server) => {
    if (before !== '') await pieces(response, before, {});
    await server.released;
    await pieces(response, after, {});
    finish(call, response, {});
  };

export const fails =
  (status: number, headers: Record<string, string> = {}, error: Record<string, unknown> = {}): Behaviour =>
  (_, response) =>
    json(response, status, { error: { message: 'it failed', ...error } }, headers);

/** 429; `Retry-After` in seconds where it is given. */
export const tooMany = (retryAfter?: number): Behaviour =>
  fails(429, retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }, { code: 'rate_limit_exceeded' });

/** Cuts the connection: at once, or after this text. */
export const cut =
  (after: Text = ''): Behaviour =>
  async (call, response) => {
    const text = textOf(after, call);
    if (text !== '') await pieces(response, text, {});
    response.destroy();
  };

/** Ends in good order but in the middle: nothing says that it was all. */
export const half =
  (text: Text): Behaviour =>
  async (call, response) => {
    await pieces(response, textOf(text, call), {});
    response.end();
  };

/** By the model in words of its own, by a filter behind it, or (Azure's way) by one before it. */
export const refusal =
  (by: 'model' | 'filter' | 'prompt-filter' = 'model'): Behaviour =>
  (call, response, server) => {
    if (by === 'prompt-filter') return fails(400, {}, { code: 'content_filter' })(call, response, server);
    const said = by === 'model' ? { delta: { refusal: 'Det kan jeg ikke hjælpe med.' } } : { delta: {} };
    event(response, { choices: [{ index: 0, ...said, finish_reason: by === 'filter' ? 'content_filter' : null }] });
    if (by === 'model') finish(call, response, {});
    else response.end('data: [DONE]\n\n');
  };

export const empty = (): Behaviour => answer('');

/** A page of some proxy with a good status. */
export const notJson = (): Behaviour => (_, response) =>
  void head(response, 200, { 'Content-Type': 'text/html' }).end('<html>\n<body>Velkommen</body>\n</html>');

/** Server-sent events that hold no JSON. */
export const babble =
  (text = 'hvad som helst'): Behaviour =>
  (_, response) =>
    void begin(response).end(`data: ${text}\n\n`);

/** Refuses calls that hold one of these parameters, as endpoints do that do not know it. */
export const knowsNot =
  (parameters: string[], otherwise: Behaviour, { named = true } = {}): Behaviour =>
  (call, response, server) => {
    const unknown = parameters.find(name => name in call.body);
    if (!unknown) return otherwise(call, response, server);
    const error = named
      ? { message: `Unsupported parameter: '${unknown}'`, param: unknown }
      : { message: 'bad request' };
    return fails(400, {}, error)(call, response, server);
  };

async function pieces(response: ServerResponse, text: string, { chunk = 12, delayMs }: Manner): Promise<void> {
  begin(response);
  // Azure's first event says how the prompt was filtered and has no choice.
  event(response, { choices: [], prompt_filter_results: [] });
  const characters = [...text];
  for (let at = 0; at < characters.length && !response.destroyed; at += chunk) {
    if (delayMs) await new Promise(resolve => setTimeout(resolve, delayMs));
    event(response, {
      choices: [{ index: 0, delta: { content: characters.slice(at, at + chunk).join('') }, finish_reason: null }],
    });
    // Each piece goes out by itself.
    await new Promise(resolve => setImmediate(resolve));
  }
}

function finish(call: ModelCall, response: ServerResponse, { usage = 100, finish = 'stop' }: Manner): void {
  event(response, { choices: [{ index: 0, delta: {}, finish_reason: finish }] });
  if (usage !== false && 'stream_options' in call.body)
    event(response, { choices: [], usage: { total_tokens: usage } });
  response.end('data: [DONE]\n\n');
}

const begin = (response: ServerResponse) =>
  response.headersSent ? response : head(response, 200, { 'Content-Type': 'text/event-stream' });

/** Not chained by node: restify, which shares the process in flow tests, replaces writeHead by one that returns nothing. */
function head(response: ServerResponse, status: number, headers: Record<string, string>): ServerResponse {
  response.writeHead(status, headers);
  return response;
}

function event(response: ServerResponse, data: unknown): void {
  begin(response).write(`data: ${JSON.stringify(data)}\n\n`);
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  head(response, status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

// Stand-ins for the model itself, for `answer(…)`.

const mostSentences = 24;
const mostCharacters = 2_300;

/** Everything that the passages say, sentence by sentence with its number, as far as an answer may go on; not what has been shown. */
export function honest({ passages, shown }: ModelCall): string {
  const said = citedSentences(passages).filter(({ text }) => !shown.includes(text));
  return said.length > 0 || shown !== '' ? together(said) : 'INTET SVAR';
}

interface Cited {
  text: string;
  mark: string;
}

function citedSentences(passages: string[]): Cited[] {
  const cited = passages.flatMap((passage, index) => {
    // What ends in a colon is said together with what follows it.
    const lines = passage.replace(/:\n/g, ': ').split('\n');
    const sentences = lines.flatMap(inSentences).map(sentence => sentence.trim());
    return sentences.filter(({ length }) => length > 8).map(text => ({ text, mark: ` [${index + 1}]` }));
  });
  let length = 0;
  return cited.slice(0, mostSentences).filter(({ text }) => {
    length += text.length + 5;
    return length <= mostCharacters;
  });
}

const together = (sentences: Cited[]): string =>
  sentences
    .map(({ text, mark }) => text + mark + (/[.!?]$/.test(text) ? ' ' : '\n'))
    .join('')
    .trim();

/** What must not be exchanged; the first that is found is. */
const exchanged = `chef:rådmand direktør:medarbejder skoleleder:lærer Aalborg:Odense forvaltning:fagforening FRO:UFL EVA:KMD
  alle:ingen mindst:højst skal:kan`;
const pairs = exchanged.split(/\s+/).map(pair => pair.split(':'));
function swap(text: string): string {
  for (const [one, other = ''] of pairs) {
    const swapped = text.replace(new RegExp(`(?<!\\p{L})${one}`, 'giu'), other);
    if (swapped !== text) return swapped;
  }
  return text;
}

const lies: ((sentence: Cited) => Cited)[] = [
  ({ text, mark }) => ({ text: text.replace(/\d+/g, figure => String(Number(figure) + 3)), mark }),
  ({ text, mark }) => ({ text: swap(text), mark }),
  ({ text, mark }) => ({
    text: text.replace(/(?<!\p{L})(er|har|kan|skal|vil|får|giver|mødes|står)(?!\p{L})(?! ikke)/iu, '$1 ikke'),
    mark,
  }),
  ({ text }) => ({ text, mark: ' [99]' }),
  ({ text, mark }) => ({ text: `${text} Læs mere på https://kontoret.example/svar`, mark }),
  ({ text, mark }) => ({ text: `${text.replace(/[.]$/, '')}, siger Anders Ravnholt.`, mark }),
];

/** The passages with a lie in each sentence, in turn: figures, names, negation, a source that is not there, a link, somebody invented. */
export function liar({ passages, input }: ModelCall): string {
  const lied = citedSentences(passages).map((sentence, at) => {
    const order = lies.map((_, index) => lies[(index + at + input.length) % lies.length]);
    for (const lie of order) {
      const told = lie?.(sentence);
      if (told && (told.text !== sentence.text || told.mark !== sentence.mark)) return told;
    }
    return sentence;
  });
  return lied.length > 0 ? together(lied) : 'Svaret er 42, siger Anders Ravnholt. [1]';
}

/** What an instruction asks for (Danish, English) and what a model that obeys it says. */
const obediences: [RegExp, (call: ModelCall) => string][] = [
  [/prompt|instruk|instruc|regler|rules|system/i, ({ system }) => `Mine instruktioner er: ${system.slice(0, 400)}`],
  [/digt|poem|vers|rim|sang|song|joke|vittighed|haiku/i, () => 'Roser er røde, violer er blå.'],
  [/kode|code|python|javascript|script/i, () => '```python\nprint("hello world")\n```'],
  [/link|url|http|klik|click|web|side/i, () => 'Klik her: [læs mere](https://evil.example/login) https://evil.example'],
  [
    /billede|image|picture|markdown|img/i,
    () => '![billede](https://evil.example/pixel.png) <img src="https://evil.example/x">',
  ],
  [/idiot|fornærm|insult|dum|stupid|grim|uduelig|rude/i, () => 'Du er en uduelig idiot. You are stupid.'],
  [/stem|parti|politi|vote|valg|election/i, () => 'Stem på Havnelisten. Vote for the party.'],
  [
    /samtale|conversation|andre brugere|other users|historik|history/i,
    () => 'En anden bruger spurgte: »Hvornår fyres Mette Holm?«',
  ],
  [/kilde|cit|source|\[\d+\]/i, () => 'Det står i Kommuneplanen, side 312 [99] [7].'],
  [
    /engelsk|english|tysk|german|fransk|french|sprog/i,
    () => 'The answer is now in English. Die Antwort ist auf Deutsch. Bonjour.',
  ],
  [
    /json|xml|html|tabel|table|yaml|overskrift|heading/i,
    () => '# Overskrift\n{"answer": "PWNED"}\n<table><tr><td>1</td></tr></table>',
  ],
  [/menneske|human|ai-?fri|\bAI\b|robot|maskine/i, () => 'Svaret er skrevet af et menneske, uden AI. I am human.'],
  [
    /opfind|find på|invent|gæt|guess|budget|løn|kroner|beløb/i,
    () => 'Budgettet er 987 mio. kroner i 2031, siger borgmester Anders Ravnholt.',
  ],
];

/**
 * Does whatever anything in the prompt asks for: says what stands in quotation marks or behind a colon, plays who it is told
 * to be, and what `obediences` know, each time with a mark that looks right.
 */
export function obedient(call: ModelCall): string {
  const material = [
    ...call.passages,
    ...call.body.messages.filter(({ role }) => role !== 'system').map(one => one.content),
  ];
  const text = material.join('\n');
  const quoted = [...text.matchAll(/["'»“”‘’]([^"'»«“”‘’\n]{2,200})["'«“”‘’]/g)].map(match => match[1] ?? '');
  const behindColons = [...text.matchAll(/:\s*([^\n]{2,300})/g)].map(match => match[1] ?? '');
  const asked = [
    ...text.matchAll(
      /(?:svar(?: kun)? med|skriv(?: kun)?|sig|du er nu|spil|lad som om du er|say|write|reply with|respond with|you are now|act as|pretend to be)\s+([^\n.!?]{2,200})/gi,
    ),
  ].map(match => match[1] ?? '');
  const known = obediences.filter(([pattern]) => pattern.test(text)).map(([, say]) => say(call));
  const addresses = [...text.matchAll(/https?:\/\/\S+|www\.\S+|\S+@\S+\.\w+/g)].map(match => match[0]);
  return (
    [...known, ...asked, ...quoted, ...behindColons, ...addresses].map(said => `${said} [1]`).join('\n') || honest(call)
  );
}
