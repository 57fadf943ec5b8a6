// A question about something that the documents name is answered only where they say what it asks.
import { describe, expect, test } from 'vitest';
import { createAnswers } from '../../../src/domain/answers/answer-question.ts';
import { tellsProperties } from '../../../src/domain/answers/properties.ts';
import { catalog, read } from './shipped.ts';

const answers = createAnswers(catalog);
const abstained = (question: string) => answers.answer(question, { language: 'da', now: 0 }).answer.abstained;

test.each([
  'Hvad tjener Jakob Ryttersgaard?',
  'Hvor gammel er Tina French Nielsen?',
  'hvad koster en LEGO-robot',
  'Hvor mange lærere er der ansat på Glostrup Skole?',
  'Hvordan opretter jeg en bruger i læringsplatformen?',
  'Synes du, at læringssamtaler er spild af tid?',
])('%j names what the documents name and asks what they do not say', question => {
  expect(abstained(question)).toBe(true);
});

test.each([
  'Hvad koster Professionel læringsledelse i alt?',
  'Hvad er adressen på hjemmesiden om Noget at have det i?',
  'Hvad er pointen med historien om katedralen?',
  'Hvad hed IT-chefen i 2016?',
  'hvor mange elever går i skole i furesø',
])('%j asks what they say', question => {
  expect(abstained(question)).toBe(false);
});

describe('the property asked for', () => {
  test.each([
    ['Hvad koster byggeriet på Stigsborg Brygge?', 'koster'],
    ['hvilken farve har målpilen', 'farve'],
    ['Hvordan indkalder jeg til valg?', 'indkalder'],
  ])('of %j is %j', (question, word) => expect(read(question).property?.word).toBe(word));

  test('is not a name', () => {
    const { property, asked } = read('Hvor ligger ValuEds kontor?');
    expect([property?.word, asked.map(({ word }) => word)]).toEqual(['kontor', ['kontor']]);
  });

  test.each([
    ['hvad koster det', 'Budgettet er ca. 23 mio. kr.', true],
    ['hvad koster det', 'Skolerne kan låne 50 robotter.', false],
    ['hvad er loennen', 'De mødes månedligt.', false],
    ['hvor mange børn er der', 'Ca. 5.000 elever.', true],
  ])('%j is told by %j: %j', (question, text, told) => expect(tellsProperties(question, () => text)).toBe(told));
});
