// What a question takes over from the one before it.
import { describe, expect, test } from 'vitest';
import { contextOf, contextSchema, leanOn } from '../../../src/domain/answers/follow-up.ts';
import type { Answer } from '../../../src/model/answer.ts';
import { read } from './shipped.ts';

const minute = 60_000;
const answered: Answer = { text: 'Svar', citations: [], abstained: false, language: 'da', choices: [] };
const following = (before: string, question: string, minutes = 1) =>
  leanOn(read(question), contextOf(read(before), answered, 0), minutes * minute);

describe('a question after another', () => {
  test.each([
    ['Hvilke prioriteter har en chef?', 'og hvilke færdigheder?', { levels: ['chef'], lists: ['skills'] }],
    ['Hvilke prioriteter har en chef?', 'hvad med direktøren?', { levels: ['direktoer'], lists: ['priorities'] }],
    ['Hvilke prioriteter har en chef?', 'rådmanden?', { levels: ['raadmand'], lists: ['priorities'] }],
    ['Hvad står der om 2021 i målpilen 2021-23?', 'og i 2022?', { arrows: ['maalpil-2021-23'], years: [2022] }],
    ['Who takes part in FRO?', 'how often do they meet?', { forums: ['fro'], aspects: ['frequency'] }],
    ['Hvem deltager i FRO?', 'hvor tit mødes de?', { forums: ['fro'], aspects: ['frequency'] }],
    [
      'What are the priorities of the director?',
      'what are their skills?',
      { levels: ['direktoer'], lists: ['skills'] },
    ],
    ['Hvem deltager i FRO?', 'og hvor tit?', { forums: ['fro'], aspects: ['frequency'] }],
  ])('%j, %j', (before, question, expected) => expect(following(before, question)).toMatchObject(expected));

  test('with a subject of its own takes nothing over', () => {
    const question = 'Og hvad koster kaffen i kantinen om torsdagen?';
    expect(following('Hvilke prioriteter har en chef?', question)).toEqual(read(question));
  });

  test('takes nothing over after half an hour', () => {
    expect(following('Hvilke prioriteter har en chef?', 'hvad med direktøren?', 31)).toMatchObject({ lists: [] });
  });

  test('knows from the answer which plan was meant', () => {
    const card = { kind: 'goal-arrow', arrow: 'maalpil-2021-23', year: 2021 } as const;
    const context = contextOf(read('Hvad skal der ske i 2021?'), { ...answered, card }, 0);
    expect(leanOn(read('og i 2022?'), context, minute)).toMatchObject({ arrows: ['maalpil-2021-23'], years: [2022] });
  });

  test('can be kept as JSON between turns', () => {
    const context = contextOf(read('Hvilke prioriteter har en chef?'), answered, 7);
    expect(contextSchema.parse(JSON.parse(JSON.stringify(context)))).toEqual(context);
  });
});
