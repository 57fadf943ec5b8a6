// Remembers what was worked out for a word, so that words which everybody uses cost nothing the second time. Used by what is beside it.

/** @returns `work`, with its latest results kept: between `most` / 2 and `most` of them. */
export function createMemory<V>(most: number, work: (key: string) => V): (key: string) => V {
  let recent = new Map<string, V>();
  let older = new Map<string, V>();
  return key => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const value = older.get(key) ?? work(key);
    if (recent.size >= most / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}
