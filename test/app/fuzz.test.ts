// Thousands of broken bodies, activities and invokes against the real server: nothing falls over, and nobody gets a stack trace.
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { activity, bot, mentioned, message, press, verdict } from '../support/activities.ts';
import { startApp, type TestApp } from '../support/app.ts';

const total = 5_000;
/** Requests under way at once. */
const lanes = 8;

/** Values that programs trip over, and whatever fast-check thinks of. */
const rubbish = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    '\u0000',
    '\ud800',
    '<at>',
    '$\u007bx}',
    'x'.repeat(5_000),
  ),
  fc.constantFrom<unknown>(
    { __proto__: null },
    { constructor: { prototype: 1 } },
    { toString: 7 },
    { id: {} },
    { length: 1e9 },
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 50 }),
);

const whole = fc.constantFrom(
  () => message('Hvad er en målpil?'),
  () => mentioned('Hvem sidder i FRO?'),
  () => press('open', { level: 'chef' }),
  () => verdict('like', 'Godt'),
  () => activity({ type: 'installationUpdate', action: 'add' }),
  () => activity({ type: 'conversationUpdate', membersAdded: [bot, { id: '29:x' }] }),
);

/** A whole activity with some of its fields, at whatever depth, replaced. */
const bent = fc
  .tuple(whole, fc.array(fc.tuple(fc.nat(), rubbish), { minLength: 1, maxLength: 3 }))
  .map(([make, changes]) => {
    const made = structuredClone(make());
    for (const [place, value] of changes) {
      const paths = pathsOf(made);
      const path = paths[place % paths.length];
      if (path) replace(made, path, structuredClone(value));
    }
    return JSON.stringify(made);
  });

const torn = fc.tuple(whole, fc.nat()).map(([make, at]) => {
  const body = JSON.stringify(make());
  return body.slice(0, at % body.length);
});

const deep = fc.constantFrom(
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  JSON.stringify(press('open', nested(2_000))),
);

const body = fc.oneof(
  { weight: 120, arbitrary: bent },
  { weight: 30, arbitrary: torn },
  { weight: 30, arbitrary: rubbish.map(value => JSON.stringify(value) ?? '') },
  { weight: 10, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: deep },
);

test(`${total} malformed requests are each answered with 4xx, a card’s error or a Danish sentence`, {
  timeout: 60_000,
}, async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));

  const app = await startApp({ handle: async () => [{ kind: 'text', text: 'svar' }] });
  const bodies = fc.sample(body, { numRuns: total, seed: 20_260_302 });
  const statuses: Record<number, number> = {};
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let i = lane; i < bodies.length; i += lanes) {
        const status = await checked(app, bodies[i] ?? '');
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }),
  );

  expect(unhandled).toEqual([]);
  expect(
    app.connector.messages().every(({ activity: sent }) => /^(svar|Beskeden er for lang)/.test(sent.text ?? '')),
  ).toBe(true);
  // Not all were turned away at the door.
  expect(statuses[200]).toBeGreaterThan(total / 20);
  expect(statuses[400]).toBeGreaterThan(total / 20);
  expect(await app.get('/readyz')).toMatchObject({ status: 200 });
  expect(await app.send(message('Er du der stadig?'))).toMatchObject({ status: 200 });
});

async function checked({ post, connector }: TestApp, sent: string): Promise<number> {
  const answer = await post(sent.replaceAll('http://127.0.0.1:9/', connector.url));
  const said = JSON.stringify(answer.body ?? '');
  expect(said, sent).not.toMatch(/node_modules|at .*\.[jt]s:\d/);
  if (answer.status === 200) return 200;
  expect([400, 403, 404, 413], sent).toContain(answer.status);
  expect(answer.body, sent).toEqual({ error: expect.stringMatching(/^[A-Z].*\.$/s) });
  return answer.status;
}

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const inside = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return path.length > 0 ? [path, ...inside] : inside;
}

function replace(target: Record<string, unknown>, path: Path, value: unknown): void {
  let place: Record<string, unknown> = target;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
  place[path.at(-1) ?? ''] = value;
}

function nested(depth: number): Record<string, unknown> {
  return depth === 0 ? {} : { deeper: nested(depth - 1) };
}
