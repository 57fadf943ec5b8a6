// Checks what a language model says against the evidence that it was given, sentence by sentence: nothing is shown that does not pass. Called by fluent.ts.
import type { Catalog } from '../../knowledge/catalog.ts';
import { addressesMachine } from '../../model/instructions.ts';
import { holdsPersonalNumber } from '../../model/personal-number.ts';
import { sourceMarks, type Token, tokensOf, wordsAlone } from './claims.ts';
import type { Evidence } from './evidence.ts';
import { holdsPhoneNumber } from './masking.ts';
import { inSentences } from './sentences.ts';
import { createSupport, type PreparedEvidence, type Unsupported } from './support.ts';
import { translate } from './translate.ts';
import { languageOfText } from './wording.ts';

/** Why a sentence or an answer is not shown; holds none of its words, so that it may be logged. */
export type Problem =
  | Unsupported
  | 'no-answer'
  | 'no-source'
  | 'unknown-source'
  | 'markup'
  | 'personal'
  | 'quotation'
  | 'instruction'
  | 'length'
  | 'too-long'
  | 'repeated'
  | 'best-unused';

export interface Grounding {
  /** One sentence or list line with its marks. */
  check(sentence: string): Problem | undefined;
  /** The whole answer, of which every sentence has passed. */
  finish(whole: string): Problem | undefined;
}

/** What a model says when the evidence does not answer. */
export const noAnswer = 'INTET SVAR';
const sentenceLength = { least: 8, most: 400 };
const answerLength = 2500;
/** Sentences and points. */
const mostSentences = 24;

interface Source extends PreparedEvidence {
  quotable: string;
}

/** @param evidence numbered from 1; prepared here once. The question is not looked at: its words must not excuse anything. */
export function createGrounding(catalog: Catalog, evidence: readonly Evidence[]): Grounding {
  const support = createSupport(catalog);
  const sources = evidence.map(({ text, heading, citation }): Source => {
    const document = catalog.knowledge.documents.find(({ slug }) => slug === citation.document);
    const named = [citation.title, document?.short, document?.publisher, document?.published];
    // Nothing that is meant for a machine stands here: evidenceOf leaves it out.
    const parts = inSentences(text)
      .map(part => part.trim())
      .filter(part => part !== '');
    const dated = parts.find(part => /^Oplysningen er fra /.test(part));
    const around = [...named, dated].filter(Boolean).join(' · ');
    return { ...support.prepare(parts, heading, around), quotable: readable(text) };
  });

  function check(sentence: string): Problem | undefined {
    if (sentence.includes(noAnswer)) return 'no-answer';
    const text = sentence.normalize('NFC').trim();
    const formal = formalProblem(text);
    if (formal) return formal;
    const numbers = [...text.matchAll(sourceMarks)].map(([, number]) => Number(number));
    if (numbers.length === 0) return 'no-source';
    const cited = [...new Set(numbers)].map(number => sources[number - 1]);
    if (!cited.every(source => source !== undefined)) return 'unknown-source';
    if (addressesMachine(text)) return 'instruction';
    const said = wordsAlone(text);
    if (!quotesVerbatim(said, cited)) return 'quotation';
    const english = languageOfText(said) === 'en';
    const original = tokensOf(said, english);
    if (original.some(token => isUnknownName(token, cited))) return 'name';
    const claim = english ? tokensOf(translate(said, catalog), true) : original;
    // Each has to say it: one that does must not lend its weight to another.
    for (const source of cited) {
      const problem = support.problemOf(claim, source);
      if (problem) return problem;
    }
    return undefined;
  }

  function finish(whole: string): Problem | undefined {
    if (whole.includes(noAnswer)) return 'no-answer';
    if (whole.length > answerLength) return 'too-long';
    const sentences = inSentences(whole)
      .map(sentence => wordsAlone(sentence).toLowerCase())
      .filter(Boolean);
    if (sentences.length > mostSentences) return 'too-long';
    if (new Set(sentences).size < sentences.length) return 'repeated';
    return whole.includes('[1]') ? undefined : 'best-unused';
  }

  return { check, finish };
}

const isUnknownName = ({ name, stem }: Token, cited: readonly Source[]) =>
  name && !cited.some(({ stems }) => stems.has(stem));

function formalProblem(text: string): Problem | undefined {
  if (text.length < sentenceLength.least || text.length > sentenceLength.most) return 'length';
  if (forbidden.some(pattern => pattern.test(text))) return 'markup';
  return holdsPersonalNumber(text) || holdsPhoneNumber(text) ? 'personal' : undefined;
}

/** Links, addresses, pictures, headings, code, tables, HTML, mentions, invisible characters and pictographs. */
const forbidden = [
  /\b[a-z][a-z\d+.-]*:\/\/|\bwww\.|\b(?:javascript|mailto|data|tel|file):\S/i,
  /(?<![\p{L}\d])[a-z\d-]{2,}(?:\.[a-z\d-]{2,})*\.[a-z]{2,}(?![\p{L}\d])/iu,
  /[@<>`|\\_~{}]|&#?\w+;/,
  /\[(?!\d{1,2}\])|(?<!\[\d{1,2})\]|\]\s?[(:]/,
  /^\s*(?:#{1,6}(?:\s|$)|={3,}|-{3,})|!\[/m,
  /(?![\n\t])\p{Cc}|[\p{Cf}\p{Co}\p{Cs}\p{Extended_Pictographic}]/u,
];

/** For comparing word for word: one space, no soft hyphens, straight quotation marks, small letters. */
const readable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/[»«„“”]/g, '"')
    .replace(/\s+/g, ' ');

const quotations = /»([^»«]*)«|„([^„“”]*)[“”]|[“”]([^“”]*)[“”]|"([^"]*)"/gu;

function quotesVerbatim(text: string, cited: readonly Source[]): boolean {
  const left = text.replace(quotations, (_, ...found: (string | undefined)[]) => {
    const quoted = readable(found.slice(0, 4).find(one => one !== undefined) ?? '')
      .replace(/[\s.,;:…]+$/, '')
      .trim();
    return cited.some(({ quotable }) => holds(quotable, quoted)) ? '' : '"';
  });
  return !/[»«„“”"]/u.test(left);
}

/** The first letter may be a capital or not. */
function holds(text: string, quoted: string): boolean {
  const [first = '', others = ''] = [quoted.slice(0, 1), quoted.slice(1)];
  return quoted === '' || [first.toLowerCase(), first.toUpperCase()].some(letter => text.includes(letter + others));
}
