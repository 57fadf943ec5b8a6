// What leaves the process names nobody whom the documents do not name.
import { describe, expect, it } from 'vitest';
import { maskPersonal } from '../../../src/domain/answers/masking.ts';
import { catalog } from './shipped.ts';

const mask = (text: string) => maskPersonal(text, catalog);

describe('masking', () => {
  it('takes out numbers and addresses', () => {
    expect(mask('Skriv til peter.k@skole.dk eller ring 98 12 34 56, tak')).toBe(
      'Skriv til [e-mail] eller ring [telefon], tak',
    );
    expect(mask('mit nummer er +4598123456')).toBe('mit nummer er [telefon]');
    expect(mask('det er 010203-1234, tak')).toBe('det er [CPR], tak');
    expect(mask('skriv til ole(a)skole.dk eller ole [a] skole.dk')).toBe('skriv til [e-mail] eller [e-mail]');
  });

  it('leaves years and amounts', () => {
    for (const text of ['hvad sker der i 2021-2023?', 'budgettet er 23.000.000 kr.', 'der er 19.000 elever'])
      expect(mask(text)).toBe(text);
  });

  it('takes out names that the documents do not have', () => {
    expect(mask('Hvad gør jeg, når Mette Frandsen-Quist er syg?')).toBe('Hvad gør jeg, når [navn] er syg?');
    expect(mask('Kan Zbigniew deltage i FRO?')).toBe('Kan [navn] deltage i FRO?');
    expect(mask('Hans Quistgaard er min souschef')).toBe('[navn] er min souschef');
    expect(mask('Zbigniew er stresset. Hvad gør jeg?')).toBe('[navn] er stresset. Hvad gør jeg?');
  });

  it('takes out a strange name after a colon, before a comma and before another name', () => {
    expect(mask('elev: Zbigniew på Byskolen')).toMatch(/^elev: \[navn\] på /);
    expect(mask('elev: Amalie på Byskolen')).not.toContain('Amalie');
    expect(mask('Zbigniew, hvad er Learning Pipeline?')).toBe('[navn], hvad er Learning Pipeline?');
    expect(mask('Emil og Ida slås')).toBe('[navn] og [navn] slås');
  });

  it('ends a name at a full stop, except after an initial', () => {
    expect(mask('Al-Khalil har ADHD. Hvad gør vi?')).toMatch(/^\[navn\] har .*\. Hvad gør vi\?$/);
    expect(mask('Hvad gør jeg, når P. Quistgaard er syg?')).toBe('Hvad gør jeg, når [navn] er syg?');
    expect(mask('Skriv til Peter H. Quistgaard i dag')).toBe('Skriv til [navn] i dag');
  });

  it('leaves a greeting and the question after a colon', () => {
    for (const text of ['Hej, hvad er Learning Pipeline?', 'Spørgsmål: Hvad er FRO?']) expect(mask(text)).toBe(text);
  });

  it('leaves what the documents name', () => {
    for (const text of [
      'Hvem sidder med i FRO i Aalborg?',
      'Hvad siger EVA om Glostrup og Furesø?',
      'Hvad er Learning Pipeline?',
      'Var Jan Jacobsen kulturskoleleder?',
      'What does Skoleudvalget do in Aalborg?',
    ])
      expect(mask(text)).toBe(text);
  });
});
