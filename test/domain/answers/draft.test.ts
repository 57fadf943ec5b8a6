// One answer's length and numbering.
import { describe, expect, test } from 'vitest';
import { answerLength, createDraft, shorten } from '../../../src/domain/answers/draft.ts';
import { createQuotes } from '../../../src/knowledge/quotes.ts';
import { catalog } from './shipped.ts';

const draft = (language: 'da' | 'en' = 'da') => createDraft(catalog, createQuotes(catalog), language);
const source = (section: string) => ({ document: 'learning-pipeline', section });

describe('an answer', () => {
  test('numbers its sources from 1 and uses the number again for the same section', () => {
    const one = draft();
    const marks = ['A', 'B', 'A'].map(section => one.cite(source(section), `Om ${section}`));
    expect(marks).toEqual([' [1]', ' [2]', ' [1]']);
    expect(one.finish(['Svar [1] [2]']).citations).toMatchObject([
      { section: 'A', quote: 'Om A', title: 'Learning Pipeline – sammen om læring og ledelse' },
      { section: 'B', quote: 'Om B' },
    ]);
  });

  test('has at most 20 sources', () => {
    const one = draft();
    const marks = Array.from({ length: 21 }, (_, i) => one.cite(source(`Afsnit ${i}`), 'Om noget'));
    expect(marks[19]).toBe(' [20]');
    expect(marks[20]).toBe('');
  });

  test('leaves off what does not fit into 2,500 characters, and says so', () => {
    const { text } = draft().finish(Array.from({ length: 60 }, (_, i) => `- punkt ${i} ${'x'.repeat(50)}`));
    expect(text.length).toBeLessThanOrEqual(answerLength);
    expect(text).toMatch(/\n… og \d+ punkter mere\.$/);
  });

  test('that fits is left as it is', () => {
    expect(draft().finish(['En', '', 'To']).text).toBe('En\n\nTo');
  });

  test('in English says that the documents are Danish, once there is a source', () => {
    const one = draft('en');
    expect(one.finish(['Nothing']).text).toBe('Nothing');
    one.cite(source('A'), 'Om A');
    expect(one.finish(['Svar [1]']).text).toMatch(/^The documents are in Danish/);
  });

  test('that is none has no sources', () => {
    const one = draft();
    one.cite(source('A'), 'Om A');
    expect(one.finish(['Nej'], { abstained: true })).toMatchObject({ abstained: true, citations: [] });
  });
});

test.each([
  ['kort', 10, 'kort'],
  ['et par ord til', 10, 'et par…'],
  ['sammensatteordudenmellemrum', 10, 'sammensat…'],
])('%j shortened to %i characters is %j', (text, most, expected) => expect(shorten(text, most)).toBe(expected));
