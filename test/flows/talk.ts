// A person's talk with the whole app over HTTP, on either database: what is written, pressed and answered as the connector receives it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Config, StoreLocation } from '../../src/config/config.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/tables.ts';
import { type Fields, message, mette, type Person, personal, press, verdict } from '../support/activities.ts';
import { testConfig } from '../support/app.ts';
import { startConnector, type WireActivity } from '../support/connector.ts';
import { describeOnBothEngines, temporaryFolder } from '../support/databases.ts';

export interface Button {
  title: string;
  verb: string;
  data: Record<string, unknown>;
}

/** The response to a button press, as Teams reads it. */
export interface Pressed {
  type: string;
  value: unknown;
  /** Messages sent beside the response. */
  sent: WireActivity[];
}

export interface Talk {
  db: Db;
  location: StoreLocation;
  /** @returns what was sent in answer. */
  write(text: string, fields?: Fields): Promise<WireActivity[]>;
  press(button: Button | undefined, inputs?: Fields, fields?: Fields): Promise<Pressed>;
  judge(reaction: 'like' | 'dislike', comment: string, fields?: Fields): Promise<number>;
  /** Any activity. @returns the messages it led to. */
  send(activity: Fields): Promise<WireActivity[]>;
  stop(): Promise<void>;
  /** Everything that the database holds, as text. */
  everythingKept(): Promise<string>;
}

/** @param knowledge a folder of a municipality's own files, and whether they replace the shipped ones. */
export type StartTalk = (location?: StoreLocation, knowledge?: Config['knowledge']) => Promise<Talk>;

/** Skipped on PostgreSQL where there is none, as every test of both engines. */
export function describeTalks(title: string, tests: (start: StartTalk) => void): void {
  describeOnBothEngines(title, (_, newLocation) =>
    tests((location = newLocation(), knowledge) => startTalk(location, knowledge)),
  );
}

/** Stopped when the test ends. */
export async function startTalk(
  location: StoreLocation = { dataDir: temporaryFolder() },
  knowledge: Config['knowledge'] = { mode: 'beside' },
): Promise<Talk> {
  const connector = await startConnector();
  const config = { ...testConfig(''), store: location, knowledge };
  const app = createApp(config, { logger: createLogger('silent') });
  const { url } = await app.start();
  onTestFinished(() => app.stop());
  const store = await openStore(location);
  onTestFinished(() => store.close());

  async function post(activity: Fields): Promise<{ status: number; body: string; sent: WireActivity[] }> {
    const before = connector.messages().length;
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...activity, serviceUrl: connector.url }),
    });
    const body = await response.text();
    const sent = connector.messages().slice(before);
    return { status: response.status, body, sent: sent.map(received => received.activity) };
  }

  return {
    db: store.db,
    location,
    write: async (text, fields) => (await post(message(text, fields))).sent,
    press: async (button, inputs = {}, fields = {}) => {
      if (!button) throw new Error('there is no such button');
      const { body, sent } = await post(press(button.verb, { ...button.data, ...inputs }, fields));
      const { type, value } = JSON.parse(body);
      return { type, value, sent };
    },
    judge: async (reaction, comment, fields) => (await post(verdict(reaction, comment, fields))).status,
    send: async activity => (await post(activity)).sent,
    stop: app.stop,
    everythingKept: () => ('dataDir' in location ? readBytes(location.dataDir) : readTables(store.db)),
  };
}

/** A personal chat of somebody's own. */
export const by = (person: Person) => ({
  from: person,
  conversation: person === mette ? personal : { ...personal, id: `a:personal-${person.id}` },
});

export const cardOf = (activity: WireActivity | undefined): unknown => activity?.attachments?.[0]?.content;

/** Every Action.Execute of a card, wherever it stands. */
export function buttonsOf(card: unknown): Button[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (card === null || typeof card !== 'object') return [];
  const here = 'verb' in card ? [{ data: {}, ...card } as Button] : [];
  return [...here, ...Object.values(card).flatMap(buttonsOf)];
}

export const button = (card: unknown, title: string | RegExp): Button | undefined =>
  buttonsOf(card).find(one => (typeof title === 'string' ? one.title === title : title.test(one.title)));

/** What a card says, without its buttons' data. */
export const wordsOf = (card: unknown): string => JSON.stringify(card);

/** Names and quotes of an answer's sources. */
export function citationsOf(activity: WireActivity | undefined): { name: string; abstract: string }[] {
  const claims = (activity?.entities?.[0]?.citation ?? []) as { appearance: { name: string; abstract: string } }[];
  return claims.map(({ appearance }) => appearance);
}

function readBytes(folder: string): Promise<string> {
  const files = readdirSync(folder).map(name => readFileSync(join(folder, name)).toString('latin1'));
  return Promise.resolve(files.join('\n'));
}

async function readTables(db: Db): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as 'turns')
        .selectAll()
        .execute(),
    ),
  );
  return JSON.stringify(rows);
}
