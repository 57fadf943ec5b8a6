// How long the search takes at 5,000 passages beside the shipped knowledge; called by bench/measure.ts.
import { createAnswers } from '../src/domain/answers/answer-question.ts';
import { createCatalog, saidBy, type Subject } from '../src/knowledge/catalog.ts';
import { shippedKnowledge } from '../src/knowledge/folders.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { Passage } from '../src/model/passage.ts';
import { type Figures, median, percentile } from './figures.ts';
