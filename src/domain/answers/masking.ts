// Takes out of a text what may name or reach a person, before it leaves the process. Called by fluent.ts for questions and history, by evidence.ts for sources.
import type { Catalog } from '../../knowledge/catalog.ts';
import { fold } from '../../knowledge/search/fold.ts';
import { hidePersonalNumbers } from '../../model/personal-number.ts';
import { type Names, namesKnown } from './names.ts';

const emailPattern =
  /[\p{L}\p{N}._%+'-]+\s?(?:@|[([]\s?(?:at|a|snabel-?a)\s?[)\]])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
/** Danish numbers of eight figures, and international ones; two years ("2021-2023") are none. */
const phonePattern =
  /(?<![\p{L}\p{N}.,])(?:\+\d(?:[\s()./-]{0,2}\d){7,13}|(?:00|\(?\+)?\(?45\)?[\s.-]?(?:\d[\s.-]?){7}\d|(?!(?:19|20)\d\d\s?[-–—/ ]\s?(?:19|20)\d\d(?!\d))(?:\d{8}|\d{2}(?:[\s.-]\d{2}){3}|\d{4}[\s.-]\d{4}|\d{3}[\s-]\d{2}[\s-]\d{3}|\d{2}[\s-]\d{3}[\s-]\d{3}))(?![\p{L}\p{N}])/gu;

export const holdsPhoneNumber = (text: string): boolean => text.search(phonePattern) >= 0;

/** `[CPR]`, `[e-mail]`, `[telefon]` and `[navn]` for what the documents do not say themselves. */
export function maskPersonal(text: string, catalog: Catalog): string {
  return maskNames(maskContacts(text.normalize('NFC')), namesKnown(catalog));
}

/** `[CPR]`, `[e-mail]` and `[telefon]`; names stay. */
export const maskContacts = (text: string): string =>
  hidePersonalNumbers(text).replace(emailPattern, '[e-mail]').replace(phonePattern, '[telefon]');

/** First names that are ordinary words as well. */
const alsoWords = new Set(
  'hans bo per dan stig tage else finn bent rose sten mark august maj april ask liv gry ulla må eva my'
    .split(' ')
    .map(fold),
);
/** A full stop ends a run, except after an initial ("P. Hansen"; "3.A." is none) or a title. */
const wordPattern = String.raw`(?:(?<![\p{L}\p{N}]\.?)\p{Lu}\.(?:\p{Lu}\.)*|(?:Dr|Hr|Fr|Mr|Mrs|Ms|Chr|Th)\.|\p{Lu}[\p{L}\p{M}'’-]*)`;
const runPattern = new RegExp(
  String.raw`${wordPattern}(?:[ \t]+(?:(?:de|von|van|af|da|el|al)[ \t]+)?${wordPattern})*`,
  'gu',
);
/** What a person does: a strange word that begins a sentence and is followed by it is a name. */
const personVerb =
  /^[ \t]+(?:er|har|siger|sagde|vil|kan|skal|spørger|spurgte|synes|mener|og jeg|fra|is|has|says|said|wants|asks)(?!\p{L})/iu;

/** Somebody spoken to, or the first of two: "Vibeke, hvad …", "Emil og Ida …". */
const nameGoesOn = /^(?:,|[ \t]+(?:og|and|&)[ \t]+\p{Lu})/u;

function maskNames(text: string, names: Names): string {
  return text.replace(runPattern, (run: string, at: number) => {
    const before = text.slice(0, at);
    if (text[at - 1] === '[' || /[\p{L}\p{N}]$/u.test(before)) return run;
    const begins = /(?:^|[.!?:\n]["”»«)]*|[»„“"(*-])\s*$/u.test(before);
    const words = run.split(/([ \t]+)/);
    const only = words.length === 1;
    // The word that begins the sentence, where it is one that anybody writes: "Hvad Peter Hansen …".
    const first = words[0] ?? '';
    const skipped = begins && isOrdinary(first, names) && !(alsoWords.has(keyOf(first)) && !only) ? 1 : 0;
    const kept = words.slice(0, skipped).join('');
    const rest = words.slice(skipped).join('');
    if (rest.trim() === '') return run;
    const space = /^[ \t]*/.exec(rest)?.[0] ?? '';
    const named = rest.slice(space.length);
    const after = text.slice(at + run.length);
    const stranger = /:[ \t]*$/.test(before) || personVerb.test(after) || nameGoesOn.test(after);
    const alone = begins && skipped === 0 && only && !stranger;
    if (alone || isKnown(named, names)) return run;
    const end = /[.'’-]+$/.exec(named)?.[0] ?? '';
    return `${kept}${space}[navn]${end}`;
  });
}

const keyOf = (word: string) => fold(word.replace(/['’]s?$|[.-]+$/gu, ''));

function isOrdinary(word: string, { ordinary }: Names): boolean {
  const key = keyOf(word);
  return ordinary.has(key) || (key.includes('-') && key.split('-').every(part => ordinary.has(part)));
}

/** Every word is one of the documents', and names that stand side by side do so there as well. */
function isKnown(run: string, names: Names): boolean {
  const keys = run
    .split(/[ \t-]+/)
    .map(keyOf)
    .filter(Boolean);
  const bare = (key: string) => (names.proper.has(key) || names.ordinary.has(key) ? key : key.replace(/s$/, ''));
  const found = keys.map(bare);
  if (!found.every(key => names.proper.has(key) || names.ordinary.has(key))) return false;
  const isName = (key: string) => names.proper.has(key) && !names.ordinary.has(key);
  return found.every((key, i) => {
    const next = found[i + 1];
    if (next === undefined || !(isName(key) || alsoWords.has(key)) || !isName(next)) return true;
    return names.pairs.has(`${key} ${next}`);
  });
}
