// Correct Danish text of the house's own, from which the import learns which words are right; called by import-documents.ts.
import type { Knowledge } from '../../model/knowledge.ts';

/** Keys whose words are misspelt on purpose, foreign, quoted from torn places, or no words at all. */
const notDanish = new Set([
  'asked',
  'words',
  'aliases',
  'unsure',
  'unreadable',
  'en',
  'id',
  'slug',
  'kind',
  'level',
  'document',
  'track',
  'topic',
  'municipality',
]);

/** Every Danish sentence and title that the knowledge files state. */
export function statedTexts(knowledge: Knowledge): string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (!notDanish.has(key)) walk(inner);
    }
  };
  walk(knowledge);
  return texts;
}
