// What text recognition makes of Danish letters, and the words a damaged word may have been; called by ocr.ts.

/** What is printed, what was meant, and how unlikely the mistake is (1: seen everywhere). */
const confusions: [printed: string, meant: string, cost: number][] = [
  ...['ae', 'ze', 'z', 'ee', 'ce', 'eae', 'aee', 'zae', 'za', 'lze'].map((p): [string, string, number] => [
    p,
    p === 'lze' ? 'læ' : 'æ',
    1,
  ]),
  ...['aeae', 'ax', 'x', 'oe', 'oee', 'aes', 'aeee'].map((p): [string, string, number] => [
    p,
    p === 'aes' ? 'æs' : 'æ',
    1.2,
  ]),
  ['eze', 'æ', 1.4],
  ['e', 'æ', 1.4],
  ['a', 'æ', 1.4],
  ['g', 'ø', 1],
  ['@', 'ø', 1],
  ['o', 'ø', 1],
  ['q', 'ø', 1],
  ['gi', 'ø', 1.2],
  ['oa', 'ø', 1.2],
  ['eg', 'ø', 1.2],
  ['ga', 'ø', 1.4],
  ['e', 'ø', 1.4],
  ['a', 'ø', 1.8],
  ['s', 'ø', 1.8],
  ['a', 'å', 1],
  ['d', 'å', 1.2],
  ['é', 'å', 1.2],
  ['ad', 'å', 1.4],
  ['da', 'å', 1.4],
  ['3', 'å', 1],
  ['3a', 'å', 1],
  ['4', 'å', 1],
  ['g', 'å', 1.8],
  ['i', 'å', 1.8],
  ['0', 'o', 1],
  ['m', 'rn', 1.6],
];
const mostChanges = 3;
const mostReadings = 3000;

/** A word that a damaged word may have been, in small letters, and how unlikely the mistakes are. */
export interface Reading {
  text: string;
  cost: number;
}

/** First the readings with one letter put right, then with two, then with three. */
export function* misreadings(word: string): Generator<Reading[]> {
  const lower = word.toLowerCase();
  const seen = new Map([[lower, 0]]);
  let edge = [{ text: lower, cost: 0, from: 0 }];
  // A small l is read as a capital I: `Igsning`.
  if (misreadL(word)) {
    const start = { text: `l${lower.slice(1)}`, cost: 0.5, from: 0 };
    edge.push(start);
    seen.set(start.text, start.cost);
    yield [start];
  }
  for (let changes = 0; changes < mostChanges && edge.length < mostReadings; changes++) {
    edge = edge
      .flatMap(reading => changeOne(reading))
      .filter(({ text, cost }) => {
        const isBetter = cost < (seen.get(text) ?? Number.POSITIVE_INFINITY);
        if (isBetter) seen.set(text, cost);
        return isBetter;
      });
    yield edge;
  }
}

/** Gives a reading the capitals of the damaged word; `@` and `Q` at its head were a capital Ø. */
export function likeCase(word: string, reading: string): string {
  if (misreadL(word) && reading.startsWith('l')) return reading;
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return reading.toUpperCase();
  return /^[\p{Lu}@]/u.test(word) ? reading.charAt(0).toUpperCase() + reading.slice(1) : reading;
}

const misreadL = (word: string) => /^I\p{Ll}/u.test(word);

function changeOne({ text, cost, from }: { text: string; cost: number; from: number }) {
  const changed: { text: string; cost: number; from: number }[] = [];
  for (let at = from; at < text.length; at++) {
    for (const [printed, meant, price] of confusions) {
      if (!text.startsWith(printed, at)) continue;
      const reading = text.slice(0, at) + meant + text.slice(at + printed.length);
      changed.push({ text: reading, cost: cost + price, from: at + meant.length });
    }
  }
  return changed;
}
