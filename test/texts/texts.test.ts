// The two languages have the same texts, all of them filled, in their own typography.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textsFor } from '../../src/texts/texts.ts';

const sample = 'Ekkofalk';

/** Path → text, functions called with something of every parameter's kind. */
function entries(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(call(value as (...args: unknown[]) => unknown))]];
  return Object.entries(value as object).flatMap(([key, one]) => entries(one, path === '' ? key : `${path}.${key}`));
}

/** A text, a figure or a list, whatever the function can use. */
function call(text: (...args: unknown[]) => unknown): unknown {
  try {
    return text(sample, sample, sample);
  } catch {
    return text([sample, sample], sample, sample);
  }
}

const [da, en] = [entries(textsFor('da')), entries(textsFor('en'))];

test('both languages have the same keys', () => {
  expect(en.map(([path]) => path)).toEqual(da.map(([path]) => path));
});

test('no text is empty, except the frame that Danish answers do without', () => {
  const empty = (texts: typeof da) => texts.filter(([, text]) => text.trim() === '').map(([path]) => path);
  // With more than one asker the count says so; alone it says nothing.
  expect(empty(da)).toEqual(['answer.frame', 'forward.sentCount']);
  expect(empty(en)).toEqual(['forward.sentCount']);
});

test('no text shows a value that is missing', () => {
  expect([...da, ...en].filter(([, text]) => /undefined|null|NaN|\[object/.test(text))).toEqual([]);
});

test('no Danish text has English quotation marks', () => {
  expect(da.filter(([, text]) => /["“”']/.test(text))).toEqual([]);
});

test('both languages name every example and command alike', () => {
  const commands = (language: 'da' | 'en') => textsFor(language).talk.commands.map(({ command }) => command);
  expect(commands('en')).toEqual(commands('da'));
});

/** Read by a key that is not written out. */
const byCode = ['lists', 'errors', 'listsInText', 'aspects'];

test('no text is one that nothing reads', () => {
  const code = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.endsWith('texts'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  const keys = Object.entries(textsFor('da')).flatMap(([group, texts]) =>
    typeof texts === 'object' && !byCode.includes(group) ? Object.keys(texts) : [group],
  );
  expect(keys.filter(key => !new RegExp(`[.{ ]${key}\\b`).test(code))).toEqual([]);
});
