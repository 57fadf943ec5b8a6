// Which sentences of a message ask, and which words they hang on. Used by understand.ts.
import { stem, wordsOf } from '../../knowledge/search/fold.ts';

const segmenter = new Intl.Segmenter('da', { granularity: 'sentence' });
const asksPattern =
  /\b(hvad|hvem|hvor|hvordan|hvorfor|hvornår|hvilke[nt]?|må jeg|må vi|kan man|skal vi|what|who|how|why|when|which|where)\b/i;
/** What somebody quotes is what they ask about. */
const quotedPattern = /[»«„”“"].{3,}[»«”“"]|(?<!\p{L})['’‘][^'’‘]{3,}['’‘]/u;
const enoughToAsk = 3;
const leadInWeight = 0.35;
const leadInOfThinQuestion = 0.7;

export interface Focus {
  /** One weight a word of the text. */
  weights: number[];
  /** The text that is searched for. */
  query: string;
}

/**
 * Where several sentences stand, those that ask count; the others fill in where the asking ones say little ("Hvem har ansvaret?").
 * @param named the places of words that name something the house knows: these count wherever they stand.
 */
export function focusOf(text: string, saysSomething: (word: string) => boolean, named: ReadonlySet<number>): Focus {
  const sentences = [...segmenter.segment(text)].map(({ segment }) => segment);
  const asks = sentences.map(one => /\?/.test(one) || asksPattern.test(one) || quotedPattern.test(one));
  const asking = sentences.filter((_, i) => asks[i]);
  const all = wordsOf(text);
  if (asking.length === 0 || asking.length === sentences.length)
    return { weights: all.map(() => 1), query: text.trim() };
  const said = wordsOf(asking.join(' ')).filter(saysSomething).length;
  const leadIn = said < enoughToAsk ? leadInOfThinQuestion : leadInWeight;
  const weights = sentences.flatMap((sentence, i) => wordsOf(sentence).map(() => (asks[i] ? 1 : leadIn)));
  const names = all.filter((_, at) => named.has(at) && weights[at] !== 1);
  return {
    weights: weights.map((weight, at) => (named.has(at) ? 1 : weight)),
    query: said < enoughToAsk ? text.trim() : [asking.join(' ').trim(), ...names].join(' '),
  };
}

/** Stems of words with a capital letter that do not begin a sentence or a quotation. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<![.!?:»«"'”“]\s*|^\s*|[\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+/gu)].map(([name]) => stem(name));
}
