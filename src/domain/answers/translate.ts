// Puts an English question into the Danish words of the documents, with the glossary of the knowledge files. Used by understand.ts.
import type { Catalog } from '../../knowledge/catalog.ts';
import { wordsOf } from '../../knowledge/search/fold.ts';

/** Puts the Danish words behind the English ones that the glossary knows; names and unknown words stay. */
export function translate(text: string, catalog: Catalog): string {
  const words = text.split(/\s+/);
  const out: string[] = [];
  for (let i = 0; i < words.length; ) {
    const found = longestEntry(words, i, catalog);
    out.push(found ? found.da + (words[i + found.length - 1]?.match(/[.?!,]+$/)?.[0] ?? '') : (words[i] as string));
    i += found?.length ?? 1;
  }
  return out.join(' ');
}

const longestPhrase = 4;

function longestEntry(words: string[], at: number, { english }: Catalog): { da: string; length: number } | undefined {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const phrase = wordsOf(
      words
        .slice(at, at + length)
        .join(' ')
        .replace(/['’]s\b/g, ''),
    )
      .join(' ')
      .toLowerCase();
    const da = english.get(phrase);
    if (da) return { da, length };
  }
  return undefined;
}
