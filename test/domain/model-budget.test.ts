// The day's tokens are never overdrawn, whoever asks at the same time.
import { expect, test } from 'vitest';
import { createModelBudget } from '../../src/domain/model-budget.ts';
import { createTestClock } from '../support/clock.ts';
import { describeOnBothEngines } from '../support/databases.ts';

describeOnBothEngines('the budget of the language model', open => {
  test('is used up by what was set aside, and given back by what was not used', async () => {
    const { db } = await open();
    const budget = createModelBudget({ db, clock: createTestClock(), dailyTokens: 1_000 });
    const settle = await budget.reserve('tenant', 800);
    expect(await budget.reserve('tenant', 300)).toBeUndefined();
    await settle?.(100);
    expect(await budget.reserve('tenant', 900)).toBeDefined();
    expect(await budget.reserve('tenant', 1)).toBeUndefined();
  });

  test('counts what was used even where it is more than was set aside', async () => {
    const { db } = await open();
    const budget = createModelBudget({ db, clock: createTestClock(), dailyTokens: 1_000 });
    await (await budget.reserve('tenant', 100))?.(5_000);
    expect(await budget.reserve('tenant', 1)).toBeUndefined();
  });

  test('is each tenant’s own, and new the next day', async () => {
    const { db } = await open();
    const clock = createTestClock('2026-03-02T23:59:59.000Z');
    const budget = createModelBudget({ db, clock, dailyTokens: 1_000 });
    expect(await budget.reserve('one', 1_000)).toBeDefined();
    expect(await budget.reserve('other', 1_000)).toBeDefined();
    expect(await budget.reserve('one', 1)).toBeUndefined();
    clock.advance(1_000);
    expect(await budget.reserve('one', 1_000)).toBeDefined();
  });

  test('lets ten calls on two servers at once have no more than there is', async () => {
    const { db } = await open();
    const servers = [1, 2].map(() => createModelBudget({ db, clock: createTestClock(), dailyTokens: 1_000 }));
    const given = await Promise.all(Array.from({ length: 10 }, (_, i) => servers[i % 2]?.reserve('tenant', 300)));
    expect(given.filter(Boolean)).toHaveLength(3);
  });

  test('never lets a call through that is larger than the whole day', async () => {
    const { db } = await open();
    const budget = createModelBudget({ db, clock: createTestClock(), dailyTokens: 100 });
    expect(await budget.reserve('tenant', 101)).toBeUndefined();
    expect(await budget.reserve('tenant', 100)).toBeDefined();
  });
});
