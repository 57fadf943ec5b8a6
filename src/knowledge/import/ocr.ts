// Repairs what text recognition does to Danish: æ, ø and å misread, bullets lost, words run together. Called by parse-document.ts.

import type { TextChange } from './clean/join-words.ts';
import type { Line } from './clean/lines.ts';
import { likeCase, misreadings, type Reading } from './ocr-confusions.ts';
import { splitRunTogether } from './ocr-split.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Share of different words that become known when æ, ø and å are put back, from which on a text is damaged for certain … */
const surelyDamaged = 0.1;
/** … or if the letters æ, ø and å are also rarer than Danish ever is: they stand in every sixth word. */
const perhapsDamaged = 0.04;
const fewestNordicWords = 0.1;
const fewestRepairable = 8;

export interface OcrReport {
  /** Share of words that are not known, 0–1. */
  unknownBefore: number;
  unknownAfter: number;
  repaired: boolean;
  changes: TextChange[];
}

const words = /[\p{L}@|\d][\p{L}\d@]*/gu;
const wordLike = /\p{L}|@/u;

/** Repairs a damaged document; a document without damage comes back as it is. */
export function repairOcr(lines: Line[], vocabulary: Vocabulary): { lines: Line[]; report: OcrReport } {
  const repair = createWordRepair(vocabulary);
  const before = measureDamage(textsOf(lines), vocabulary, repair);
  if (!isDamaged(before)) {
    return {
      lines,
      report: { unknownBefore: unknownShare(before), unknownAfter: unknownShare(before), repaired: false, changes: [] },
    };
  }
  const changes = new Map<string, TextChange>();
  const note = (from: string, to: string) => {
    const key = `${from} → ${to}`;
    const change = changes.get(key);
    if (change) change.count++;
    else changes.set(key, { from, to, count: 1 });
  };
  const repaired = dropShards(
    lines.map(line => ({ ...line, text: repairText(repairMarks(line.text, note), repair, note) })),
    vocabulary,
    note,
  );
  const after = measureDamage(textsOf(repaired), vocabulary, repair);
  return {
    lines: repaired,
    report: {
      unknownBefore: unknownShare(before),
      unknownAfter: unknownShare(after),
      repaired: true,
      changes: [...changes.values()].sort((a, b) => b.count - a.count || a.from.localeCompare(b.from, 'da')),
    },
  };
}

/** Whether a text shows the damage of text recognition, or is Danish as it should be. */
export function showsDamage(texts: string[], vocabulary: Vocabulary): boolean {
  return isDamaged(measureDamage(texts, vocabulary, createWordRepair(vocabulary)));
}

interface Damage {
  total: number;
  unknown: number;
  nordic: number;
  /** Different words, and those of them that are unknown until they are repaired. */
  different: number;
  repairable: number;
}

function isDamaged({ total, different, repairable, nordic }: Damage): boolean {
  if (repairable < fewestRepairable) return false;
  const share = repairable / different;
  return share >= surelyDamaged || (share >= perhapsDamaged && nordic / total < fewestNordicWords);
}

const unknownShare = ({ total, unknown }: Damage) => (total === 0 ? 0 : unknown / total);

const textsOf = (lines: Line[]) => lines.map(({ text }) => text);

type Note = (from: string, to: string) => void;
type WordRepair = (word: string, before: string, after: string) => string;

/** Points whose bullet was read as a letter or a sign, and the capital I read as a bar. */
function repairMarks(text: string, note: Note): string {
  const bullet = /^(@®|@|®|©|O|o|¢|e|>|->|-»|»|\*|•)\s+(?=\S)/u.exec(text);
  if (bullet?.[1] !== undefined && !/^[eo]$/.test(bullet[1])) {
    if (bullet[1] !== '•') note(bullet[1], '•');
    return `• ${text.slice(bullet[0].length)}`;
  }
  if (/^\s*(?:[>»-]+|->)\s*$/.test(text)) return '';
  if (/\|.*\|/.test(text)) return text;
  return text
    .replace(/^[—–-]\s*\|\s*/, '')
    .replace(/(?<=\b(?:vi|er|og|som|der))(?=f\.eks\.)/gi, ' ')
    .replace(/(^|[.!?]\s+)\|(?=\s+\p{L})/gu, (_, start: string) => {
      note('|', 'I');
      return `${start}I`;
    });
}

function repairText(text: string, repair: WordRepair, note: Note): string {
  const found = [...text.matchAll(words)];
  let result = '';
  let end = 0;
  found.forEach((match, i) => {
    const [word] = match;
    result += text.slice(end, match.index);
    end = match.index + word.length;
    const to = isPartOfAddress(text, match.index)
      ? word
      : repair(word, found[i - 1]?.[0] ?? '', found[i + 1]?.[0] ?? '');
    if (to !== word) note(word, to);
    result += to;
  });
  return (result + text.slice(end)).replace(/,(?=\p{L})/gu, ', ');
}

/** Web and mail addresses are left alone. */
function isPartOfAddress(text: string, index: number): boolean {
  const start = text.lastIndexOf(' ', index) + 1;
  const token = text.slice(start, text.indexOf(' ', index) < 0 ? undefined : text.indexOf(' ', index));
  return /^(www\.|https?:)|\.(dk|com|org)\b|\w@\w+\.\w/.test(token);
}

/** Longer tokens are no words: looking for compounds in them would take for ever. */
const longestWord = 40;

/** Word → repaired word; known words and words without a clear repair come back unchanged. */
export function createWordRepair(vocabulary: Vocabulary): WordRepair {
  const cache = new Map<string, { to: string } | { among: string[] }>();
  const look = (word: string) => {
    const cached = cache.get(word);
    if (cached) return cached;
    const found = bestReading(word, vocabulary) ?? { to: splitRunTogether(word, vocabulary, repairPart) ?? word };
    cache.set(word, found);
    return found;
  };
  const repairPart = (part: string) => {
    const found = bestReading(part, vocabulary);
    return found && 'to' in found ? found.to : part;
  };
  return (word, before, after) => {
    if (word.length === 1 || word.length > longestWord || !wordLike.test(word) || vocabulary.knows(word)) return word;
    const found = look(word);
    const to = 'to' in found ? found.to : (likeliestBetween(found.among, before, after, vocabulary) ?? word);
    // A capital inside a line may begin a name: only a word that is known as it stands takes its place.
    if (/^\p{Lu}/u.test(word) && before !== '' && !to.includes(' ') && vocabulary.count(to) === 0) return word;
    if (!word.startsWith('@')) return to;
    // The sign does not tell a capital Ø from a small one.
    const small = before !== '' && /^\p{Ll}/u.test(before) && !vocabulary.isName(to);
    return small ? to.toLowerCase() : to;
  };
}

/**
 * The known word that is clearly the likeliest original, or those between which only the neighbours can decide. The
 * fewest changes that give a word known as it stands win over those that give a compound.
 */
function bestReading(word: string, vocabulary: Vocabulary): { to: string } | { among: string[] } | undefined {
  if (word.length > longestWord) return undefined;
  let compounds: Reading[] = [];
  for (const readings of misreadings(word)) {
    const whole = readings.filter(({ text }) => vocabulary.count(text) > 0);
    if (whole.length > 0) return choose(word, whole, vocabulary);
    if (compounds.length === 0) compounds = readings.filter(({ text }) => vocabulary.knows(text));
  }
  return compounds.length > 0 ? choose(word, compounds, vocabulary) : undefined;
}

function choose(word: string, readings: Reading[], vocabulary: Vocabulary): { to: string } | { among: string[] } {
  const ranked = readings
    .map(({ text, cost }) => ({ text: likeCase(word, text), score: 2 * cost - Math.log(1 + vocabulary.count(text)) }))
    .sort((a, b) => a.score - b.score);
  const [best, second] = ranked;
  if (best && (!second || second.score - best.score >= clearly)) return { to: best.text };
  return { among: ranked.slice(0, 4).map(({ text }) => text) };
}

const clearly = 1.2;

function likeliestBetween(among: string[], before: string, after: string, vocabulary: Vocabulary): string | undefined {
  const ranked = among
    .map(text => ({ text, seen: vocabulary.pair(before, text) + vocabulary.pair(text, after) }))
    .sort((a, b) => b.seen - a.seen);
  const [best, second] = ranked;
  return best && best.seen > 0 && best.seen >= 2 * (second?.seen ?? 0) + 1 ? best.text : undefined;
}

function measureDamage(texts: string[], vocabulary: Vocabulary, repair: WordRepair): Damage {
  const damage = { total: 0, unknown: 0, nordic: 0, different: 0, repairable: 0 };
  const seen = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(words)) {
      if (!/\p{L}{2}/u.test(word)) continue;
      const isNew = !seen.has(word);
      seen.add(word);
      const isKnown = vocabulary.knows(word);
      damage.total++;
      if (!isKnown) damage.unknown++;
      if (/[æøå]/i.test(word)) damage.nordic++;
      if (isNew && !isKnown && repair(word, '', '') !== word) damage.repairable++;
    }
  }
  return { ...damage, different: seen.size };
}

/** Shards of pictures: lines that stand alone or in pairs and of which most is no word. */
function dropShards(lines: Line[], vocabulary: Vocabulary, note: Note): Line[] {
  const groups: Line[][] = [];
  for (const line of lines.filter(({ text }) => text !== '')) {
    const open = groups.at(-1);
    if (open && line.gap === 0 && !line.newPage) open.push(line);
    else groups.push([line]);
  }
  return groups.flatMap(group =>
    group.filter(({ text }) => {
      const isShard = group.length <= 2 && isNoText(text, vocabulary);
      if (isShard) note(text, '');
      return !isShard;
    }),
  );
}

function isNoText(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 60 || /^([•+*|#-]|\d+[.)]|(19|20)\d\d$)/.test(text)) return false;
  const found = [...text.matchAll(words)].map(([word]) => word).filter(word => /\p{L}/u.test(word));
  const strange = found.filter(word => !vocabulary.knows(word) || /^[^iIåÅ]$/.test(word)).length;
  const capitals = (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{L}/gu)?.length ?? 0) / 2;
  const isLoneEnd = found.length === 1 && strange === 1 && /^\p{Ll}/u.test(text);
  return found.length === 0 || isLoneEnd || (strange * 2 >= found.length && (text.length <= 20 || capitals));
}
