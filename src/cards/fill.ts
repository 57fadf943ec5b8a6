// Fills a template of adaptive-cards/ with checked data; the only place that knows adaptivecards-templating. Used by the card files beside it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Template } from 'adaptivecards-templating';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';

export type Card = Record<string, unknown>;

/** The language of a card: its buttons carry it, so that what comes back is in it too. */
export const cardLanguage = z.enum(['da', 'en']);

/**
 * Gives the function that fills `adaptive-cards/<name>.json`, which is read once.
 * The filler throws AppError `internal` when the data do not fit the schema or a placeholder of the template stays open:
 * the templating library would show the literal `${…}` to the user.
 */
export function cardFiller<Data extends z.ZodTypeAny>(name: string, schema: Data): (data: z.input<Data>) => Card {
  let read: Template | undefined;
  return data => {
    const checked = schema.safeParse(data);
    if (!checked.success) throw new AppError('internal', `card ${name}: ${checked.error.message}`);
    read ??= readTemplate(name);
    const card = read.expand({ $root: protect(checked.data) }) as Card;
    const open = /\$\{[^}]*\}/.exec(JSON.stringify(card));
    if (open) throw new AppError('internal', `card ${name}: nothing fills ${open[0]}`);
    return card;
  };
}

/** At the first card, since the library and its parser take 0.2 s to load: an eighth of the server's start. */
function readTemplate(name: string): Template {
  const templating: typeof import('adaptivecards-templating') = createRequire(import.meta.url)(
    'adaptivecards-templating',
  );
  return new templating.Template(
    JSON.parse(readFileSync(new URL(`../../adaptive-cards/${name}.json`, import.meta.url), 'utf8')),
  );
}

/** A `${` in data would look like an open placeholder: a word joiner between the two signs keeps it readable and harmless. */
function protect(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('${', '$\u2060{');
  if (Array.isArray(value)) return value.map(protect);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, protect(one)]));
}

/** What people wrote, as text and not as Markdown, for a TextBlock. Inputs show their value as it is and need none. */
export function plain(text: string): string {
  return text.replace(/([\\*_~`#[\]()<>])/g, '\\$1').replace(/^(\s*\d*)([-+.])(?=\s)/gm, '$1\\$2');
}

/** Points as a Markdown list for one TextBlock. */
export function bulleted(points: string[]): string {
  return points.map(point => `- ${plain(point)}`).join('\r');
}

/** Points as paragraphs, for columns that are too narrow for a list's indent. */
export function paragraphs(points: string[]): string {
  return points.map(point => `• ${plain(point)}`).join('\n\n');
}
