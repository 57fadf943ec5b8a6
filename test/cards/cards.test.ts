// Every card with every piece of shipped data: what Teams will take and a person can use.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/cards/fill.ts';
import { profileCard } from '../../src/cards/profile-card.ts';
import { choose } from '../../src/turns/choose.ts';
import { hostile, offer, type Sample, samples } from './samples.ts';

const require = createRequire(import.meta.url);
// The browser's bundle: the package's modules lack the file endings that Node asks for.
const { AdaptiveCard, SerializationContext, Versions } =
  require('adaptivecards/dist/adaptivecards.js') as typeof import('adaptivecards');

const all = [...samples('da'), ...samples('en')];
const officialSchema = '../shared/schemas/adaptive-card-1.5.json';

type Node = Record<string, unknown>;

/** Every object of a card, whatever it stands in. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (value === null || typeof value !== 'object') return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

const ofEach = (check: (sample: Sample) => unknown[]) =>
  all.flatMap(sample => check(sample).map(wrong => `${sample.name}: ${wrong}`));

describe('every card', () => {
  test('stands for every template there is', () => {
    expect(readdirSync('adaptive-cards').sort()).toEqual([
      'choices.json',
      'compare-profiles.json',
      'forum.json',
      'forward.json',
      'forwarded.json',
      'goal-arrow.json',
      'profile.json',
      'welcome.json',
    ]);
    expect(all.length).toBeGreaterThan(2 * (8 + 28));
  });

  test('has no open placeholder and no trace of the templating language', () => {
    expect(
      ofEach(({ card }) => JSON.stringify(card).match(/\$\{|"\$(data|when|root)"|undefined|\[object/g) ?? []),
    ).toEqual([]);
  });

  test('is at most 28 KB and of version 1.5 at most', () => {
    expect(
      ofEach(({ card }) => {
        const bytes = Buffer.byteLength(JSON.stringify(card));
        return [...(bytes > 28 * 1024 ? [`${bytes} bytes`] : []), ...(card.version === '1.5' ? [] : [card.version])];
      }),
    ).toEqual([]);
  });

  test('is read by the adaptivecards package without an error or a warning', () => {
    expect(
      ofEach(({ card }) => {
        const context = new SerializationContext(Versions.v1_5);
        const read = new AdaptiveCard();
        read.parse(card, context);
        const heard = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
        return [...heard, ...read.validateProperties().validationEvents.map(({ message }) => message)];
      }),
    ).toEqual([]);
  });

  test('the adaptivecards package would have complained of what it does not know', () => {
    const context = new SerializationContext(Versions.v1_5);
    new AdaptiveCard().parse({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Ikon', text: 'x' }] }, context);
    expect(context.eventCount).toBeGreaterThan(0);
  });

  const present = existsSync(officialSchema);
  if (!present) console.warn(`NOT TESTED: the official schema of Adaptive Cards, since ${officialSchema} is not here`);
  test.skipIf(!present)('is valid against the official schema, unknown properties included', () => {
    const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
    ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
    // It calls itself by draft 4's `id`, which ajv refuses.
    const { id: _, ...schema } = JSON.parse(readFileSync(officialSchema, 'utf8'));
    const validate = ajv.compile(schema);
    expect(
      validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x', color: 'Rød' }] }),
    ).toBe(false);
    expect(ofEach(({ card }) => (validate(card) ? [] : [ajv.errorsText(validate.errors)]))).toEqual([]);
  });

  test('has each id once, and buttons that show and hide only what is there', () => {
    expect(
      ofEach(({ card }) => {
        const nodes = nodesOf(card);
        const ids = nodes.flatMap(({ type, id }) => (type && typeof id === 'string' ? [id] : []));
        const targets = nodes.flatMap(({ targetElements }) => (targetElements as string[] | undefined) ?? []);
        return [...ids.filter((id, i) => ids.indexOf(id) !== i), ...targets.filter(id => !ids.includes(id))];
      }),
    ).toEqual([]);
  });

  test('has only buttons that the card handler knows', () => {
    const handler = readFileSync('src/turns/on-card.ts', 'utf8');
    const verbs = new Set(all.flatMap(({ card }) => nodesOf(card).flatMap(({ verb }) => (verb ? [String(verb)] : []))));
    expect([...verbs].sort()).toEqual(['ask', 'compare-profiles', 'forward', 'goal-arrow', 'profile']);
    for (const verb of verbs) expect(handler).toContain(`case '${verb}':`);
  });

  test('has buttons that carry its language', () => {
    expect(
      ofEach(({ name, card }) =>
        nodesOf(card)
          .filter(({ verb }) => verb !== undefined)
          .filter(({ data }) => (data as Node).language !== /\((da|en)\)$/.exec(name)?.[1])
          .map(({ title }) => title),
      ),
    ).toEqual([]);
  });

  test('says in a sentence what it is to who cannot see it', () => {
    expect(ofEach(({ card }) => (typeof card.speak === 'string' && card.speak.length > 0 ? [] : ['no speak']))).toEqual(
      [],
    );
  });
});

describe('what people write', () => {
  test('stands in a text block as they wrote it, without becoming Markdown, a link or HTML', () => {
    const { card } = choose(hostile, [{ label: 'a', question: 'b' }], 'da');
    const [block] = card.body as { text: string }[];
    expect(block?.text).toContain('\\*\\*fede\\*\\*, \\[linke\\]\\(https://ond.example\\) og \\<b\\>bruge\\</b\\>');
    expect(block?.text).toContain('\n\\# Overskrift\n\\- punkt\n1\\. nummer\\\\');
  });

  test('stands in an input letter for letter, except for a word joiner in what looks like a placeholder', () => {
    const value = nodesOf(offer('da', hostile)).find(({ id }) => id === 'text')?.value;
    expect(value).toBe(hostile.replace('${', '$\u2060{'));
  });

  test.each([
    ['**fed**', '\\*\\*fed\\*\\*'],
    ['- et punkt', '\\- et punkt'],
    ['  12. tolv', '  12\\. tolv'],
    ['+ plus', '\\+ plus'],
    ['læse- og skrivevejledere', 'læse- og skrivevejledere'],
    ['kl. 12. maj', 'kl. 12. maj'],
  ])('%j as plain text is %j', (written, shown) => expect(plain(written)).toBe(shown));
});

describe('a card is not made', () => {
  test('of data that do not fit', () => {
    expect(() => choose('', [], 'da')).toThrow(/card choices/);
    expect(() => profileCard({} as never)).toThrow(/card profile/);
  });
});
