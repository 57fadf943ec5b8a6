// Which known words a word of a question can stand for: itself spelt right, parts of compounds, words that mean the same.
// Worked out once a word against the vocabulary and remembered, since a question compares its words with every candidate.
import { distance } from 'fastest-levenshtein';
import { createMemory } from './memory.ts';

export interface Relatives {
  /** The nearest known stem of a misspelt one; known and hopeless ones stay as they are. */
  spelled(stem: string): string;
  /** Known stems that cover a stem, with how well: 1 itself, 0.85 a synonym, 0.8 a part of a compound, 0.5 perhaps one. */
  of(stem: string): ReadonlyMap<string, number>;
}

const synonymWorth = 0.85;
const compoundWorth = 0.8;
/** The asked compound begins with the written word and is something else. */
const otherKindWorth = 0.3;
/** Four letters at the front of a longer word: a compound ("team-struktur") or chance. */
const shortCompoundWorth = 0.5;
/** Folded particles before a verb: "udvælge" and "vælge". */
const particles = new Set(
  'ud pa til fra for be an op ind af med over under gen sam mis und om efter igen vej'.split(' '),
);
const remembered = 2_000;
/** Dice's coefficient from which two words of different length are spellings of one: "intervju" and "interview". */
const likeSpelling = 0.62;

/** How many letters may differ before two stems are different words. */
export function typosAllowed(length: number): number {
  if (length >= 9) return 2;
  return length >= 5 ? 1 : 0;
}

/**
 * How well a word of a text covers a word that is asked for: 1 the same stem, less for compounds, 0 for different words.
 * A Danish compound is what its last part says: "funktionstillæg" is a kind of tillæg, and a text about a funktion says nothing of it.
 */
export function closeness(written: string, asked: string): number {
  if (written === asked) return 1;
  if (written.length < 4 || asked.length < 4) return 0;
  const [short, long] = written.length < asked.length ? [written, asked] : [asked, written];
  if (short.length >= 5 && long.endsWith(short)) return compoundWorth;
  if (short.length >= 5 && long.startsWith(short)) return long === asked ? otherKindWorth : compoundWorth;
  const particle = long.endsWith(short) && particles.has(long.slice(0, -short.length));
  if (particle) return short.length >= 5 ? compoundWorth : shortCompoundWorth;
  return long.length >= short.length + 3 && long.startsWith(short) ? shortCompoundWorth : 0;
}

/** @param vocabulary known stems with how many subjects use each. */
export function createRelatives(
  vocabulary: ReadonlyMap<string, number>,
  synonymsOf: (stem: string) => readonly string[],
): Relatives {
  const beginnings = createBeginnings([...vocabulary.keys()]);
  const endings = createBeginnings([...vocabulary.keys()].map(reversed));

  function spell(stem: string): string {
    const allowed = typosAllowed(stem.length);
    if (allowed === 0 || vocabulary.has(stem)) return stem;
    let best = stem;
    let least = allowed + 1;
    let likest = likeSpelling;
    for (const word of beginnings(stem.slice(0, 2))) {
      const letters = Math.abs(word.length - stem.length) < least ? distance(stem, word) : least;
      if (letters < least) {
        least = letters;
        best = word;
      }
      if (least <= allowed || stem.length < 6) continue;
      // Of two that are as like, the one that is used more.
      const like = likeness(stem, word) + Math.log(vocabulary.get(word) ?? 1) / 20;
      if (like > likest) {
        likest = like;
        best = word;
      }
    }
    return best;
  }

  function family(stem: string): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const consider = (word: string) => {
      const worth = closeness(word, stem);
      if (worth > 0 && vocabulary.has(word)) found.set(word, worth);
    };
    consider(stem);
    // Everything close begins or ends with the other one: no other word of the vocabulary needs looking at.
    if (stem.length >= 4) {
      for (let cut = 4; cut < stem.length; cut++) {
        consider(stem.slice(0, cut));
        consider(stem.slice(-cut));
      }
      for (const word of beginnings(stem)) consider(word);
      for (const word of endings(reversed(stem))) consider(reversed(word));
    }
    for (const synonym of synonymsOf(stem)) {
      if (vocabulary.has(synonym)) found.set(synonym, Math.max(synonymWorth, found.get(synonym) ?? 0));
    }
    return found;
  }

  return { spelled: createMemory(remembered, spell), of: createMemory(remembered, family) };
}

const reversed = (word: string) => [...word].reverse().join('');

/** @returns the words that begin with a few letters. */
function createBeginnings(words: string[]): (letters: string) => string[] {
  const sorted = words.sort();
  const firstFrom = (wanted: string) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as string) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return letters => sorted.slice(firstFrom(letters), firstFrom(`${letters}\uffff`));
}

/** Dice's coefficient of the letter pairs of two words. */
function likeness(one: string, other: string): number {
  const pairs = (word: string) => new Set(Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)));
  const [a, b] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}
