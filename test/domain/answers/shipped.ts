// The shipped knowledge, ready to be asked; used by the tests beside it.
import { createLexicon } from '../../../src/domain/answers/lexicon.ts';
import { type Understanding, understand } from '../../../src/domain/answers/understand.ts';
import { createCatalog } from '../../../src/knowledge/catalog.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';

export const catalog = createCatalog(loadKnowledge(['knowledge']), []);
const lexicon = createLexicon(catalog);

export const read = (question: string): Understanding => understand(question, catalog, lexicon);
