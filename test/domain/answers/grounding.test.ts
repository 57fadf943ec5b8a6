// The checks let an honest rewording through and stop what is invented, exchanged, turned round or dressed up: measured on all the shipped facts.
import { describe, expect, it } from 'vitest';
import { type Evidence, evidenceOf } from '../../../src/domain/answers/evidence.ts';
import { createGrounding } from '../../../src/domain/answers/grounding.ts';
import { inSentences } from '../../../src/domain/answers/sentences.ts';
import { createQuotes } from '../../../src/knowledge/quotes.ts';
import { catalog } from './shipped.ts';

const quotes = createQuotes(catalog);
const evidence = (...texts: string[]): Evidence[] =>
  texts.map(text => ({
    citation: { document: 'moed-skoleforvaltningen', title: 'Mød Skoleforvaltningen', section: 'Opgaver', quote: text },
    also: [],
    heading: 'brochuren fra 2016, Opgaver',
    text,
  }));
const text =
  'Aalborg har ca. 19.000 elever på 55 skoler. Glostrup har fire afdelinger. Skolechefen leder mindst tre sektorledere, men ansætter ikke lærere. Rådmanden sætter »den politiske retning« for alle skoler.';
const grounding = createGrounding(catalog, evidence(text, 'Direktøren mødes med forældre i maj.'));

describe('a sentence', () => {
  it.each([
    'Aalborg har ca. 19.000 elever på 55 skoler [1].',
    'I Aalborg er der 55 skoler og 19000 elever. [1]',
    '- Glostrup har 4 afdelinger [1]',
    'Skolechefen ansætter ikke lærere. [1]',
    'Derudover sætter Rådmanden »den politiske retning« for alle skoler [1].',
    'Direktøren mødes med forældrene i maj [2].',
  ])('that says it passes: %s', sentence => expect(grounding.check(sentence)).toBeUndefined());

  it.each([
    ['Aalborg har 55 skoler.', 'no-source'],
    ['Aalborg har 55 skoler [3].', 'unknown-source'],
    ['Aalborg har 55 skoler [1]. Se aalborg.dk [1]', 'markup'],
    ['Aalborg har [55 skoler](https://x.dk) [1].', 'markup'],
    ['## Aalborg har 55 skoler [1]', 'markup'],
    ['Aalborg har `55` skoler [1].', 'markup'],
    ['<b>Aalborg</b> har 55 skoler [1].', 'markup'],
    ['Aalborg har 55 skoler, ring 98 12 34 56 [1].', 'personal'],
    ['Rådmanden sætter »den rette retning« [1].', 'quotation'],
    ['Aalborg har 56 skoler [1].', 'unsupported'],
    ['Aalborg har seksoghalvtreds skoler [1].', 'unsupported'],
    ['Ifølge Karen har Aalborg 55 skoler [1].', 'name'],
    ['Glostrup har 55 skoler [1].', 'exchanged'],
    ['Rådmanden leder mindst tre sektorledere [1].', 'exchanged'],
    ['Skolechefen leder højst tre sektorledere [1].', 'degree'],
    ['Skolechefen leder ikke mindst tre sektorledere [1].', 'negation'],
    ['Skolechefen ansætter lærere [1].', 'negation'],
    ['Direktøren mødes med forældre i juni [2].', 'unsupported'],
    ['Alle skoler er elendige [1].', 'unsupported'],
    ['Aalborg har 55 skoler [2].', 'name'],
    ['Ja. [1]', 'length'],
    ['INTET SVAR', 'no-answer'],
    ['The schools are closed and the mayor is a thief [1].', 'unsupported'],
  ])('that does not is stopped: %s', (sentence, problem) => {
    const found = grounding.check(sentence);
    expect(found).toBeDefined();
    // Which check sees a lie of words first is of no matter.
    if (['no-source', 'unknown-source', 'markup', 'personal', 'quotation', 'length', 'no-answer'].includes(problem))
      expect(found).toBe(problem);
  });
});

describe('what qualifies a statement', () => {
  const statements = [
    'Tillid er nødvendig, hvis samarbejdet skal lykkes.',
    'Skolelederne oplever, at de nationale mål har øget fokus på elevernes læring.',
    'Teamet kan blive understøttet af konsulenter fra forvaltningen.',
    'Næsten alle skoler har et ledelsesteam.',
    'Kommunen overvejer at lukke biblioteket.',
    'Skolelederne peger på, at tiden til sparring er knap.',
    'Antallet af møder stiger hvert år.',
    'Forløbet styrker samarbejdet og øger trivslen.',
    'Lærerne får for lidt tid til forberedelse.',
    'Flere skoler deltager i forløbet.',
    'Kommunen åbner et værksted.',
    'Teamet bør mødes hver uge.',
    'Forvaltningen foreslår en fælles indsats.',
    'Indsatsen fortsætter, medmindre byrådet standser den.',
    'Skolerne deltager, uanset hvor store klasserne er.',
  ];
  const check = (statement: string, sentence: string) =>
    createGrounding(catalog, evidence(statement)).check(`${sentence} [1]`);

  it.each(statements)('is kept word for word, and the sentence passes: %s', statement =>
    expect(check(statement, statement)).toBeUndefined(),
  );

  it.each([
    [0, 'Tillid er nødvendig, selv om samarbejdet skal lykkes.'],
    [0, 'Tillid er nødvendig, uanset om samarbejdet skal lykkes.'],
    [0, 'Tillid er nødvendig, og samarbejdet skal lykkes.'],
    [0, 'Tillid er nødvendig, medmindre samarbejdet skal lykkes.'],
    [1, 'De nationale mål har øget fokus på elevernes læring.'],
    [1, 'Skolelederne oplever, at de nationale mål har mindsket fokus på elevernes læring.'],
    [2, 'Teamet er understøttet af konsulenter fra forvaltningen.'],
    [3, 'Alle skoler har et ledelsesteam.'],
    [3, 'Knap alle skoler har et ledelsesteam.'],
    [4, 'Kommunen har lukket biblioteket.'],
    [4, 'Kommunen overvejer at åbne biblioteket.'],
    [5, 'Tiden til sparring er knap.'],
    [6, 'Antallet af møder falder hvert år.'],
    [6, 'Antallet af møder stiger måske hvert år.'],
    [7, 'Forløbet svækker samarbejdet og øger trivslen.'],
    [7, 'Forløbet styrker samarbejdet og mindsker trivslen.'],
    [8, 'Lærerne får for meget tid til forberedelse.'],
    [9, 'Færre skoler deltager i forløbet.'],
    [10, 'Kommunen lukker et værksted.'],
    [11, 'Teamet mødes hver uge.'],
    [12, 'Forvaltningen har en fælles indsats.'],
    [13, 'Indsatsen fortsætter, hvis byrådet standser den.'],
    [14, 'Skolerne deltager, hvis klasserne er store.'],
    [14, 'Skolerne deltager, når klasserne er store.'],
  ])('must not be dropped, invented or exchanged: statement %i as "%s"', (at, lie) =>
    expect(check(statements[at] ?? '', lie)).toBeDefined(),
  );

  it('belongs to its own clause: the other half of a contrast and a point of a list pass alone', () => {
    expect(check('Møderne er korte, men teamet bruger dagsordenen.', 'Teamet bruger dagsordenen.')).toBeUndefined();
    expect(
      check('Konsulenten vejleder skolerne, og biblioteket kan låne bøger ud.', 'Konsulenten vejleder skolerne.'),
    ).toBeUndefined();
  });
});

describe('several marks of sources', () => {
  const { check } = createGrounding(
    catalog,
    evidence('Teamet bruger en dagsorden.', 'Teamet bruger en dagsorden til mødet.', 'Skolen har en hal.'),
  );
  it('pass where each source says the sentence', () =>
    expect(check('Teamet bruger en dagsorden [1] [2].')).toBeUndefined());
  it('are refused where one of the sources does not say it', () => {
    expect(check('Teamet bruger en dagsorden [1] [3].')).toBe('unsupported');
    expect(check('Teamet bruger en dagsorden [3] [1].')).toBe('unsupported');
  });
});

describe('a whole answer', () => {
  const said = 'Aalborg har 55 skoler [1].';
  it('is refused when it leaves the best evidence unused, is too long, repeats itself or gives up midway', () => {
    expect(grounding.finish(said)).toBeUndefined();
    expect(grounding.finish('Direktøren mødes med forældre [2].')).toBe('best-unused');
    expect(grounding.finish(`${said} ${said}`)).toBe('repeated');
    expect(grounding.finish(`${'x'.repeat(2500)} [1]`)).toBe('too-long');
    expect(grounding.finish(Array.from({ length: 25 }, (_, i) => `- Skole ${i} [1]`).join('\n'))).toBe('too-long');
    expect(grounding.finish(`${said} INTET SVAR`)).toBe('no-answer');
  });
});

const small = (sentence: string) =>
  /^\p{Lu}\p{Ll}/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
const swaps = [
  ['Aalborg', 'Glostrup'],
  ['Glostrup', 'Furesø'],
  ['skolechefen', 'rådmanden'],
  ['Skolechefen', 'Rådmanden'],
  ['elever', 'lærere'],
  ['eleverne', 'lærerne'],
  ['skolerne', 'forvaltningen'],
  ['Skolerne', 'Forvaltningen'],
  ['medarbejderne', 'lederne'],
  ['lederne', 'konsulenterne'],
  ['Direktøren', 'Skolechefen'],
  ['EVA', 'KL'],
] as const;
const opposites = new Map(
  'skal kan kan skal må skal alle nogle mindst højst højst mindst over under under over flere færre mere mindre før efter efter før altid aldrig ofte sjældent'
    .match(/(\S+) (\S+)/g)
    ?.map(pair => pair.split(' ') as [string, string]),
);
const word = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'gu');

/** Systematic lies about a sentence; those that change nothing are left out. */
function liesAbout(sentence: string, elsewhere: string): string[] {
  const body = sentence.replace(/[.:]$/, '');
  return [
    // Exchanging two that stand beside each other ("A, B og C") says the same: only one of the two may be there.
    ...swaps
      .filter(([a, b]) => word(a).test(sentence) !== word(b).test(sentence))
      .map(([a, b]) => sentence.replace(word(`${a}|${b}`), found => (found === a ? b : a))),
    sentence.replace(/\b20(\d\d)\b/g, (_, year: string) => `20${Number(year) + 2}`),
    sentence.replace(/\b\d+(?:\.\d{3})*\b/g, figure => `${Number(figure.replaceAll('.', '')) + 3}`),
    sentence.replace(word('er|har|bliver|holder|bruger|får'), '$& ikke'),
    sentence.replace(/(?<!\p{L})ikke /u, ''),
    sentence.replace(word([...opposites.keys()].join('|')), found => opposites.get(found) ?? found),
    `${body}, men lederne er idioter.`,
    `${body} og koster 12 millioner kroner.`,
    `${body}, siger Karen Holm.`,
    elsewhere,
  ].filter(lie => lie !== sentence && lie !== '');
}

describe('levels held on the shipped facts', () => {
  const facts = catalog.knowledge.facts.filter((_, at) => at % 3 === 0);
  const honest: boolean[] = [];
  const lies: boolean[] = [];
  for (const [at, fact] of facts.entries()) {
    const other = facts[(at + 41) % facts.length] ?? fact;
    const own = evidenceOf(catalog, quotes, [
      { kind: 'fact', fact },
      { kind: 'fact', fact: other },
    ]);
    const { check } = createGrounding(catalog, own);
    const passes = (sentence: string) => check(`${sentence} [1]`) === undefined;
    const elsewhere = inSentences(own[1]?.text ?? '')[0]?.trim() ?? '';
    for (const sentence of inSentences(own[0]?.text ?? '').map(part => part.trim())) {
      honest.push(
        passes(sentence),
        passes(`- ${sentence}`),
        passes(`Derudover gælder det, at ${small(sentence)}`),
        passes(`Kort sagt er det sådan: ${sentence}`),
      );
      lies.push(...liesAbout(sentence, elsewhere).map(lie => passes(lie)));
    }
  }
  const share = (results: boolean[]) => results.filter(Boolean).length / results.length;

  it('at least 95 of 100 honest sentences pass', () => {
    expect(honest.length).toBeGreaterThan(150);
    expect(share(honest)).toBeGreaterThanOrEqual(0.95);
  });

  it('at least 99 of 100 lies are stopped', () => {
    expect(lies.length).toBeGreaterThan(150);
    expect(share(lies)).toBeLessThanOrEqual(0.01);
  });
});
