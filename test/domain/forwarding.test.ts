// Which questions count as the same when they are sent to the administration.
import { describe, expect, test } from 'vitest';
import { sameMeaning } from '../../src/domain/forwarding.ts';
import type { ForwardedGroup } from '../../src/store/forwarded-questions.ts';

const group = (text: string, fields: Partial<ForwardedGroup> = {}): ForwardedGroup => ({
  id: text,
  text,
  status: 'open',
  count: 1,
  firstAt: new Date(0),
  lastAt: new Date(0),
  ...fields,
});

describe('two questions', () => {
  test.each([
    ['Hvem betaler kaffen til møderne?', 'hvem betaler for kaffen til møderne'],
    ['Hvornår får vi en ny målpil?', 'Kan I fortælle os, hvornår vi får den nye målpil?'],
    ['Hvad er budgettet for 2025?', 'Hvad bliver budgettet i 2025'],
    ['Må vi holde læringssamtalen online?', 'må vi holde laeringssamtalen online'],
  ])('%j and %j are the same', (one, other) => expect(sameMeaning(other, [group(one)])?.id).toBe(one));

  test.each([
    ['Hvad er budgettet for 2025?', 'Hvad er budgettet for 2026?'],
    ['Hvem betaler kaffen til møderne?', 'Hvem betaler bussen til lejrskolen?'],
    ['Hvornår får vi en ny målpil?', 'Hvornår får vi en ny rektor?'],
    ['Må 7 elever gå i klassen?', 'Må 28 elever gå i klassen?'],
  ])('%j and %j are not the same', (one, other) => expect(sameMeaning(other, [group(one)])).toBeUndefined());

  test('the likest group counts, and a closed one does not', () => {
    const close = group('Hvem betaler kaffen til møderne i lab?');
    const closest = group('Hvem betaler kaffen til møderne?');
    const closed = group('hvem betaler kaffen til møderne', { status: 'closed' });
    expect(sameMeaning('hvem betaler kaffen til møderne', [close, closed, closest])).toBe(closest);
    expect(sameMeaning('hvem betaler kaffen til møderne', [closed])).toBeUndefined();
  });
});
