import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { noKnowledge, parseFixture, parseText } from './parse.ts';

const source = { document: 'proeve', section: 'Plan' };
const knowledge: Knowledge = {
  ...noKnowledge,
  municipalities: [
    { id: 'glostrup', name: 'Glostrup Kommune', aliases: [] },
    { id: 'furesoe', name: 'Furesø Kommune', aliases: [] },
  ],
  profiles: [
    {
      kind: 'profile',
      level: 'chef',
      order: 1,
      name: { da: 'Chef', en: 'Chief' },
      aliases: { da: [], en: [] },
      unsure: [],
      about: 'Leder havnen.',
      source,
      priorities: [],
      workValues: [],
      skills: [],
    },
  ],
  goalArrows: [
    {
      kind: 'goal-arrow',
      id: 'havens-plan',
      name: { da: 'Havens plan', en: 'Garden plan' },
      from: 2031,
      to: 2033,
      aliases: [],
      about: 'Tre år i haven.',
      source,
      tracks: [],
      years: [],
      blocks: [],
    },
  ],
};

describe('a document whose level names stand after their lists', () => {
  const { passages } = parseFixture('profiler.txt', 'Roller', knowledge);
  const list = (section: string) => passages.find(passage => passage.section === section);

  it('ties each list to its level and keeps every point', () => {
    expect(list('Profil: Chef › Arbejdsværdier')).toMatchObject({
      kind: 'list',
      ties: { level: 'chef', list: 'workValues' },
      text: 'Er rolig i hård vind – også om natten\nEr en god nabo\nDeler sin madpakke',
    });
    expect(list('Profil: Leder af medarbejdere › Prioriteter')).toMatchObject({
      ties: { list: 'priorities' },
      text: 'Skaffer nye både',
    });
    expect(passages.filter(({ ties }) => ties.list !== undefined)).toHaveLength(6);
  });

  it('ties the lists to the name before them where that is how the document is built', () => {
    const { passages: before } = parseText(
      'CHEF\n\nPRIORITETER\n\n+ Skaffer både\n+ Skaffer sejl\n\nARBEJDSVÆRDIER\n\n+ Er ærlig\n\nSKIPPER\n\nPRIORITETER\n\n+ Sejler\n',
      'Roller',
      knowledge,
    );
    expect(before.map(({ section, text }) => [section, text])).toEqual([
      ['Profil: Chef › Prioriteter', 'Skaffer både\nSkaffer sejl'],
      ['Profil: Chef › Arbejdsværdier', 'Er ærlig'],
      ['Profil: Skipper › Prioriteter', 'Sejler'],
    ]);
  });

  it('makes each question of the FAQ a heading above its answer', () => {
    expect(list('FAQ › Må man sejle alene, når vinden er oppe?')?.text).toMatch(/^Nej, man er altid to om bord/);
    expect(list('FAQ › Hvem passer havnen om natten?')?.text).toMatch(/^Vi skiftes\./);
  });

  it('keeps real hyphens and joins broken words', () => {
    expect(list('Profil: Leder af medarbejdere › Færdigheder')?.text).toBe(
      'Kan læse søkort og regneark\nKan tale med læse- og matematikvejledere',
    );
  });
});

describe('a saved web page', () => {
  const { passages, report } = parseFixture('gemt-side.txt', 'Møder på øerne', knowledge);
  const text = passages.map(passage => passage.text).join('\n');

  it('loses its menus and nothing else', () => {
    expect(text).not.toMatch(/Søg|Hent nu|COPY|Log på|Indlæser/);
    expect(report.dropped.menuLines).toContain('Ingen resultater');
    expect(passages[0]).toMatchObject({ section: 'Forord', page: 2 });
    expect(passages[0]?.text).toMatch(/^Denne rapport handler om/);
  });

  it('knows its pages from the numbers in brackets, and counts the breaks between them', () => {
    const pages = new Map(passages.map(({ section, page }) => [section.split(' › ').at(-1), page]));
    expect(pages.get('Bedre møder kræver forberedelse')).toBe(2);
    expect(pages.get('2.1 Faste møder i de to kommuner')).toBe(3);
    expect(passages.find(({ kind }) => kind === 'table')?.page).toBe(4);
    expect(text).not.toMatch(/\(\d\)/);
  });

  it('rebuilds a flattened table: one passage a row, with its columns named', () => {
    expect(passages.filter(({ kind }) => kind === 'table').map(passage => passage.text.split('\n')[1])).toEqual([
      'Havnemøder. Indhold: Vejr og vind på Nordøens Bro-anlæg. Deltagere: Havnechef og lodserne. Hyppighed: Ugentligt',
      'Ø-råd. Indhold: Fælles sager for øerne, fx færge og vand. Deltagere: Alle på øen, som har lyst. Hyppighed: To gange årligt',
      'Bådsamtaler. Indhold: Første møde: hvad båden skal bruges til. Deltagere: Ejeren og havnechefen. Hyppighed: En gang årligt',
      'Bådsamtaler. Indhold: Andet møde: hvordan det gik. Deltagere: Ejeren, havnechefen og en nabo. Hyppighed: En gang årligt',
    ]);
  });

  it('ties sections to the municipality that their heading names', () => {
    expect(passages.filter(({ kind }) => kind === 'table').every(({ ties }) => ties.municipality === 'glostrup')).toBe(
      true,
    );
    expect(passages.find(({ section }) => section.endsWith('Furesø Kommune'))?.ties).toEqual({
      municipality: 'furesoe',
    });
    expect(passages.find(({ section }) => section === 'Forord')?.ties).toEqual({});
  });

  it('takes footnote numbers out of the sentences', () => {
    expect(text).toContain('det, der er sket siden sidst.\n');
  });
});

describe('a plan whose years stand after its lists', () => {
  const document = {
    slug: 'proeve',
    title: 'Havens målpil',
    publisher: 'Skolen',
    published: '2030',
    short: 'Planen',
    aliases: [],
    about: 'Om haven.',
  };
  const { passages } = parseFixture('plan.md', document.title, knowledge, document);

  it('ties each list to its year', () => {
    const lists = passages.filter(({ ties }) => ties.year !== undefined);
    expect(lists.map(({ section, ties, text }) => [section, ties, text.split('\n').length])).toEqual([
      ['Det gør vi › 2031', { arrow: 'havens-plan', year: 2031 }, 2],
      ['Det gør vi › 2032', { arrow: 'havens-plan', year: 2032 }, 1],
      ['Det gør vi › 2033', { arrow: 'havens-plan', year: 2033 }, 3],
    ]);
  });

  it('drops Markdown emphasis and reads its table row by row', () => {
    expect(passages[0]?.text).toBe('Vi graver et bed.\nVi sår ærter og bønner.');
    expect(passages.filter(({ kind }) => kind === 'table').map(({ text }) => text)).toEqual([
      'Spade. Antal: 3. Sted: Skuret',
      'Rive. Antal: 2. Sted: Laden',
    ]);
  });
});

it('keeps the words of a heading that has nothing below it', () => {
  const { passages } = parseText(
    '## Først\n\nHer står noget om havnen.\n\n## Tom overskrift\n\n## Sidst\n\nOg her slutter det.',
  );
  expect(passages.map(({ section, text }) => [section, text])).toEqual([
    ['Først', 'Her står noget om havnen.\nTom overskrift'],
    ['Sidst', 'Og her slutter det.'],
  ]);
});

describe('any clean document', () => {
  const word = fc.constantFrom(
    'havnen',
    'båden',
    'sejler',
    'rolig',
    'vinden',
    'over',
    'mod',
    'øen',
    'tidligt',
    'morgenen',
  );
  const sentence = fc.array(word, { minLength: 4, maxLength: 14 }).map(words => `Så ${words.join(' ')}.`);
  const paragraph = fc.array(sentence, { minLength: 2, maxLength: 8 }).map(sentences => sentences.join(' '));
  const list = fc
    .array(sentence, { minLength: 2, maxLength: 6 })
    .map(points => points.map(point => `- ${point}`).join('\n'));
  const body = fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 6 }).map(parts => parts.join('\n\n'));
  const section = fc.tuple(fc.nat({ max: 99 }), body).map(([n, text]) => `## Afsnit ${n}\n\n${text}`);
  const documents = fc.array(section, { minLength: 1, maxLength: 4 }).map(sections => sections.join('\n\n'));
  const letters = (text: string) => [...text.replace(/[^\p{L}]/gu, '')].sort().join('');

  it('loses no letter of its text', () => {
    fc.assert(
      fc.property(documents, text => {
        const { passages } = parseText(text);
        const body = text.replace(/^## .*$/gm, '');
        expect(letters(passages.map(passage => passage.text).join(''))).toBe(letters(body));
      }),
      { numRuns: 150 },
    );
  });

  it('is cut into passages of one section each, none of them longer than 1,000 characters unless it is a list', () => {
    fc.assert(
      fc.property(documents, text => {
        const { passages } = parseText(text);
        expect(passages.map(({ ordinal }) => ordinal)).toEqual(passages.map((_, i) => i));
        for (const passage of passages) {
          expect(passage.section).toMatch(/^Afsnit \d+$/);
          if (passage.kind === 'text') expect(passage.text.length).toBeLessThanOrEqual(1000);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reads the same whether its lines are wrapped or not', () => {
    const wrap = (text: string) => text.replace(/(.{20,50}) (?=\p{Ll})/gu, '$1\n');
    fc.assert(
      fc.property(paragraph, text => {
        const flat = (of: string) =>
          parseText(of)
            .passages.map(passage => passage.text.replace(/\s+/g, ' '))
            .join(' ');
        expect(flat(wrap(text))).toBe(flat(text));
      }),
      { numRuns: 100 },
    );
  });
});
