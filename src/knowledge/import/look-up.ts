// Looks every passage up by its own words, since only what is found is imported; called by cli/import.ts.
import type { Passage } from '../../model/passage.ts';
import { createGramIndex } from '../search/gram-index.ts';

const wordsAsked = 12;
/** As many as an answer would look at. */
const looksAt = 5;

/** The passages that a search for their own longest words, among all passages, does not bring up. */
export function findLost(passages: Passage[]): Passage[] {
  const index = createGramIndex(passages.map(({ section, text }) => `${section}\n${text}`));
  return passages.filter((passage, entry) => {
    const hits = index.search(longestWords(passage.text), looksAt);
    // The same words may stand in two places of a document; either will do.
    return !hits.some(hit => hit.entry === entry || passages[hit.entry]?.text === passage.text);
  });
}

function longestWords(text: string): string {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])];
  return words
    .sort((a, b) => b.length - a.length)
    .slice(0, wordsAsked)
    .join(' ');
}
