// Danish or English, from the words of a question.
import { expect, test } from 'vitest';
import { languageOfText } from '../../../src/domain/answers/wording.ts';

test.each([
  ['What are the priorities of the director?', 'en'],
  ['who takes part in FRO', 'en'],
  ['who takes part?', 'en'],
  ['how often do they meet?', 'en'],
  ['Please tell me about the målpil', 'en'],
  ['Hvad er en målpil?', 'da'],
  ['Hvem er med i Learning Pipeline?', 'da'],
  ['Hvad betyder feedback og coaching in the classroom', 'da'],
  ['færdigheder', 'da'],
  ['FRO', undefined],
  ['skills', undefined],
  ['', undefined],
])('%j is %s', (text, language) => expect(languageOfText(text)).toBe(language));
