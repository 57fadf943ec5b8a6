// Lists of numbers turned round: from what each text holds to which texts hold it. Used by gram-index.ts and coverage.ts.

/** What holds number `n` stands at `offsets[n]` up to `offsets[n + 1]`, in rising order. */
export interface Postings {
  offsets: Int32Array;
  entries: Int32Array;
  /** How often the entry holds the number. */
  counts: Uint16Array;
}

/** @param size how many different numbers there are, counted from 0. */
export function invert(lists: readonly (readonly number[])[], size: number): Postings {
  const offsets = new Int32Array(size + 1);
  /** The entry that a number was last seen in, plus one. */
  const seen = new Int32Array(size);
  lists.forEach((list, entry) => {
    for (const number of list) {
      if (seen[number] === entry + 1) continue;
      seen[number] = entry + 1;
      offsets[number + 1] = (offsets[number + 1] as number) + 1;
    }
  });
  for (let number = 0; number < size; number++) {
    offsets[number + 1] = (offsets[number + 1] as number) + (offsets[number] as number);
  }
  const entries = new Int32Array(offsets[size] as number);
  const counts = new Uint16Array(entries.length);
  /** Where each number's next entry goes. */
  const next = offsets.slice();
  seen.fill(0);
  lists.forEach((list, entry) => {
    for (const number of list) {
      if (seen[number] !== entry + 1) {
        seen[number] = entry + 1;
        entries[next[number] as number] = entry;
        next[number] = (next[number] as number) + 1;
      }
      const at = (next[number] as number) - 1;
      counts[at] = (counts[at] as number) + 1;
    }
  });
  return { offsets, entries, counts };
}

/** The number of a key; a new one gets the next. */
export function numberOf<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
