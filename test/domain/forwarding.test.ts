// Which questions count as the same when they are sent to the administration, also when they come at once.
import { describe, expect, test } from 'vitest';
import { createForwarding, sameMeaning } from '../../src/domain/forwarding.ts';
import { type ForwardedGroup, listForwardedGroups } from '../../src/store/forwarded-questions.ts';
import { createTestClock } from '../support/clock.ts';
import { describeOnBothEngines } from '../support/databases.ts';

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

describeOnBothEngines('people who ask the same in other words at once', (open, newLocation) => {
  test('are counted together, whichever server they ask', async () => {
    const location = newLocation();
    const stores = [await open(location), await open(location)];
    const servers = stores.map(({ db }) => createForwarding({ db, clock: createTestClock() }));
    const texts = ['Hvem betaler kaffen til møderne?', 'hvem betaler for kaffen til møderne'];
    const counts = await Promise.all(
      ['anne', 'bent', 'carl', 'dorte'].map((sender, i) =>
        servers[i % 2]?.forward({
          text: texts[i >> 1] ?? '',
          personKey: i === 0 ? null : sender,
          answerId: 'none',
          submissionKey: sender,
          conversationId: `a:${sender}`,
          sender,
        }),
      ),
    );
    expect(counts.sort()).toEqual([1, 2, 3, 4]);
    expect(await Promise.all(stores.map(({ db }) => listForwardedGroups(db)))).toMatchObject([
      [{ count: 4 }],
      [{ count: 4 }],
    ]);
  });
});
