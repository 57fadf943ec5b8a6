// A turn is answered once, however often and wherever it arrives.
import { expect, test } from 'vitest';
import { beginTurn, finishTurn, purgeTurns, turnResult } from '../../src/store/turns.ts';
import { createTestClock } from '../support/clock.ts';
import { describeOnBothEngines } from '../support/databases.ts';

const leaseMs = 60_000;

describeOnBothEngines('turns', (open, newLocation) => {
  test('a turn is new once, then running, then done', async () => {
    const { db } = await open();
    const { now } = createTestClock();
    expect(await beginTurn(db, 'a', { conversationId: 'samtale', now: now(), leaseMs })).toBe('new');
    expect(await beginTurn(db, 'a', { conversationId: 'samtale', now: now(), leaseMs })).toBe('running');
    await finishTurn(db, 'a', { now: now() });
    expect(await beginTurn(db, 'a', { conversationId: 'samtale', now: now(), leaseMs })).toBe('done');
    expect(await beginTurn(db, 'b', { conversationId: 'samtale', now: now(), leaseMs })).toBe('new');
  });

  test('only one of many servers gets a turn that reaches all of them at once', async () => {
    const location = newLocation();
    const stores = await Promise.all([open(location), open(location), open(location)]);
    const { now } = createTestClock();
    const given = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        beginTurn(stores[i % 3]?.db ?? fail(), 'a', { conversationId: 'samtale', now: now(), leaseMs }),
      ),
    );
    expect(given.sort()).toEqual(['new', ...Array(11).fill('running')]);
  });

  test('a turn whose lease is over is given away once more, a finished one never', async () => {
    const { db } = await open();
    const clock = createTestClock();
    await beginTurn(db, 'lost', { conversationId: 'samtale', now: clock.now(), leaseMs });
    await beginTurn(db, 'finished', { conversationId: 'samtale', now: clock.now(), leaseMs });
    await finishTurn(db, 'finished', { now: clock.now() });
    clock.advance(leaseMs - 1);
    expect(await beginTurn(db, 'lost', { conversationId: 'samtale', now: clock.now(), leaseMs })).toBe('running');
    clock.advance(1);
    expect(await beginTurn(db, 'lost', { conversationId: 'samtale', now: clock.now(), leaseMs })).toBe('new');
    expect(await beginTurn(db, 'lost', { conversationId: 'samtale', now: clock.now(), leaseMs })).toBe('running');
    expect(await beginTurn(db, 'finished', { conversationId: 'samtale', now: clock.now(), leaseMs })).toBe('done');
  });

  test('the result of a turn comes back as it was given', async () => {
    const { db } = await open();
    const { now } = createTestClock();
    const result = [{ kind: 'text', text: 'Læringssamtaler – "to" om året\u0000', nested: { yes: true, none: null } }];
    await beginTurn(db, 'a', { conversationId: 'samtale', now: now(), leaseMs });
    expect(await turnResult(db, 'a')).toBeUndefined();
    await finishTurn(db, 'a', { now: now(), result });
    expect(await turnResult(db, 'a')).toEqual(result);
    expect(await turnResult(db, 'unknown')).toBeUndefined();
  });

  test('old turns are forgotten and counted, younger ones kept', async () => {
    const { db } = await open();
    const clock = createTestClock();
    await beginTurn(db, 'old', { conversationId: 'samtale', now: clock.now(), leaseMs });
    clock.advance(1);
    const border = clock.now();
    await beginTurn(db, 'young', { conversationId: 'samtale', now: border, leaseMs });
    expect(await purgeTurns(db, border)).toBe(1);
    expect(await beginTurn(db, 'old', { conversationId: 'samtale', now: border, leaseMs })).toBe('new');
    expect(await beginTurn(db, 'young', { conversationId: 'samtale', now: border, leaseMs })).toBe('running');
  });
});

function fail(): never {
  throw new Error('no such store');
}
