// What is said instead of an answer.
import { describe, expect, test } from 'vitest';
import { type Judged, judge } from '../../../src/domain/answers/confidence.ts';
import { createDraft } from '../../../src/domain/answers/draft.ts';
import { answerNoSuchLevel, answerNoSuchYear, answerUnknown } from '../../../src/domain/answers/limits.ts';
import { createCatalog } from '../../../src/knowledge/catalog.ts';
import { createQuotes } from '../../../src/knowledge/quotes.ts';
import { catalog, read } from './shipped.ts';

const draft = (language: 'da' | 'en' = 'da') => createDraft(catalog, createQuotes(catalog), language);
const nothing = createCatalog({ ...catalog.knowledge, profiles: [], goalArrows: [] }, []);

const fact = catalog.knowledge.facts.find(({ text }) => text.length > 300);

/** A long fact, as sure and as near to the question as told. */
function judged(sure: number): Judged {
  const [found] = fact ? judge(read(fact.title), catalog) : [];
  if (!fact || !found) throw new Error('no long fact');
  return { ...found, subject: { kind: 'fact', fact }, coverage: sure, confidence: sure };
}

describe('what the documents do not answer', () => {
  test('comes with the nearest thing they say, in whole sentences, and a button to it', () => {
    const { text, abstained, choices } = answerUnknown(draft(), judged(0.5));
    expect(abstained).toBe(true);
    const said = /står under »(.+?)«: (.+[.!?])\n/.exec(text);
    expect(said?.[1]).toBe(fact?.title);
    expect(fact?.text.startsWith(said?.[2] ?? 'nothing')).toBe(true);
    expect(choices).toMatchObject([{ question: fact?.title }]);
  });

  test('names nothing that has too little to do with it, but where to look', () => {
    const { text, choices } = answerUnknown(draft(), judged(0.2));
    expect(text).not.toContain('nærmeste');
    expect(text).toContain('»kilder«');
    expect(choices).toEqual([]);
  });
});

describe('a level that does not exist', () => {
  test('is answered with those that do, counted', () => {
    expect(answerNoSuchLevel(catalog, draft()).text).toMatch(/ Der er 8: Medarbejder, .+ og Skoleudvalg\.$/);
    const three = createCatalog({ ...catalog.knowledge, profiles: catalog.knowledge.profiles.slice(0, 3) }, []);
    expect(answerNoSuchLevel(three, draft('en')).text).toMatch(/There are 3: .+ and .+\.$/);
  });

  test('is answered with a sentence where there are none', () => {
    expect(answerNoSuchLevel(nothing, draft()).text).toBe('Der er ingen profiler i de dokumenter, jeg har.');
    expect(answerNoSuchYear(nothing, draft(), 2030).text).toBe('Der er ingen målpil i de dokumenter, jeg har.');
  });
});
