// What a question is read to name and to want.
import { describe, expect, test } from 'vitest';
import { read } from './shipped.ts';

describe('a question', () => {
  test.each([
    ['Hvilke færdigheder forventer vi af skoledirektøren?', { levels: ['direktoer'], lists: ['skills'] }],
    ['arbejdsværdierne for skolebestyrelsen, tak', { levels: ['skolebestyrelse'], lists: ['workValues'] }],
    ['hvilke faerdigheder skal en laerer have', { levels: ['medarbejder'], lists: ['skills'] }],
    ['Hvad skal rådmannden prioritere?', { levels: ['raadmand'], lists: ['priorities'] }],
    ['forskellen på chef og direktør', { levels: ['chef', 'direktoer'], compares: true }],
    ['Hvad sker der i 2017 og 2018?', { years: [2017, 2018] }],
    ['Målpilen 2021-23', { arrows: ['maalpil-2021-23'], years: [] }],
    ['hvem sidder med i FRO', { forums: ['fro'] }],
    ['Hvordan gør de i Viborg Kommune?', { foreign: ['Viborg'], municipalities: [] }],
    ['Hvordan mødes man i Glostrup?', { municipalities: ['glostrup'] }],
    ['Hvor mange timer varer modul 1?', { asksFigure: true, counted: 'timer' }],
    ['Hvilken dato er næste møde?', { asksDate: true }],
    ['Hvem har ansvaret for at fordele midlerne?', { asksWho: true }],
    ['og hvad med chefen?', { leans: true, levels: ['chef'] }],
  ])('%j', (question, expected) => expect(read(question)).toMatchObject(expected));

  test('about "en leder" may mean several levels', () => {
    const { levels, unsureLevels } = read('Hvilke færdigheder skal en leder have?');
    expect(levels).toEqual([]);
    expect(unsureLevels.length).toBeGreaterThan(1);
  });

  test('behind a long lead-in is searched for by what it asks', () => {
    const { query } = read(
      'Vi har haft travlt med eksamen hele ugen. Hvad er formålet med ledelseslab og sparring mellem skolerne?',
    );
    expect(query).toBe('Hvad er formålet med ledelseslab og sparring mellem skolerne?');
  });
});
