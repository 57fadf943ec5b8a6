// Stands in for Teams: sends activities to a bot over kept-alive connections and takes its replies; used by the measurements beside it.
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { questions } from './questions.ts';

export interface Teams {
  /** @returns milliseconds from sending a question to the bot's response, by when all its replies have arrived. @throws when none has. */
  ask(bot: string): Promise<number>;
  /** Asks `count` questions, `connections` at a time. @returns the milliseconds of each. */
  askMany(bot: string, count: number, connections?: number): Promise<number[]>;
  close(): Promise<void>;
}

const conversations = 200;
const tenantId = '11111111-1111-1111-1111-111111111111';

export async function startTeams(): Promise<Teams> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  /** Ids of activities that have been answered. */
  const answered = new Set<string>();
  const connector = createServer(async (incoming, response) => {
    await read(incoming);
    answered.add(decodeURIComponent(incoming.url?.split('/').at(-1) ?? ''));
    response.statusCode = 200;
    response.setHeader('Content-Type', 'application/json');
    response.end(`{"id":"reply-${answered.size}"}`);
  });
  connector.keepAliveTimeout = 60_000;
  await new Promise<void>(resolve => connector.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;
  let asked = 0;

  async function ask(bot: string): Promise<number> {
    const id = `activity-${++asked}`;
    const body = JSON.stringify(activity(asked, id, serviceUrl));
    const begun = performance.now();
    const status = await post(`${bot}/api/messages`, body, agent);
    const ms = performance.now() - begun;
    if (status !== 200 || !answered.delete(id)) throw new Error(`${id} was not answered (HTTP ${status}).`);
    return ms;
  }

  return {
    ask,
    askMany: async (bot, count, connections = 1) => {
      const all: number[] = [];
      let left = count;
      const askOn = async () => {
        while (left-- > 0) all.push(await ask(bot));
      };
      await Promise.all(Array.from({ length: connections }, askOn));
      return all;
    },
    close: async () => {
      agent.destroy();
      connector.closeAllConnections();
      await new Promise(resolve => connector.close(resolve));
    },
  };
}

/** The next person in turn asks the next question. */
function activity(number: number, id: string, serviceUrl: string) {
  const person = number % conversations;
  return {
    type: 'message',
    id,
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    locale: 'da-DK',
    from: { id: `29:${person}`, name: `Person ${person}`, aadObjectId: `aaaaaaaa-0000-0000-0000-${person}` },
    recipient: { id: '28:bot', name: 'LP-assistenten' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    textFormat: 'plain',
    // 7 shares no factor with the list's length: the same person never hears the same question twice running.
    text: questions[(number * 7 + Math.floor(number / conversations)) % questions.length],
  };
}

function post(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, response => {
      read(response).then(() => resolve(response.statusCode ?? 0), reject);
    });
    sent.once('error', reject).end(body);
  });
}

async function read(stream: IncomingMessage): Promise<void> {
  for await (const _ of stream);
}
