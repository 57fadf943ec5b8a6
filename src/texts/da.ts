// Every Danish sentence that a user can read; en.ts has the same keys. Read by domain, turns and cards through texts.ts.
import type { ErrorCode } from '../lib/errors.ts';

const lists = {
  priorities: 'Prioriteter',
  workValues: 'Arbejdsværdier',
  skills: 'Færdigheder',
};

const errors: Record<ErrorCode, string> = {
  internal: 'Beklager, det gik galt hos mig. Prøv igen om lidt.',
  'invalid-input': 'Det kunne jeg ikke læse. Prøv at skrive det igen.',
  'invalid-configuration': 'Assistenten er ikke sat rigtigt op. Giv besked til jeres it-afdeling.',
  'invalid-knowledge': 'Vidensfilerne har en fejl. Giv besked til forvaltningen.',
  'unreadable-document': 'Dokumentet kunne ikke læses. Prøv at gemme det igen som PDF, Word eller tekst.',
  'unknown-document': 'Det dokument kender jeg ikke. Skriv »kilder« for at se, hvad jeg har.',
  'database-unreachable': 'Jeg kan ikke få fat i mine data lige nu. Prøv igen om lidt.',
  'database-busy': 'Der er travlt lige nu. Prøv igen om et øjeblik.',
  'card-outdated': 'Kortet er forældet. Skriv til mig, så får du et nyt.',
  'text-too-long': 'Beskeden er for lang til mig. Skriv højst 4.000 tegn.',
  'personal-number':
    'Din besked ligner en, der indeholder et CPR-nummer. Derfor har jeg hverken gemt eller brugt den. Skriv den igen uden nummeret.',
};

export const da = {
  lists,
  errors,
  errorReference: (reference: string) => `Henvis til ${reference}, hvis du kontakter it.`,
  listsInText: { priorities: 'prioriteter', workValues: 'arbejdsværdier', skills: 'færdigheder' },
  aspects: { content: 'Indhold', participants: 'Deltagere', frequency: 'Hvor tit' },
  and: 'og',

  answer: {
    /** Before the Danish text in an English answer; empty in Danish. */
    frame: '',
    source: 'Kilde',
    sources: 'Kilder',
    page: (page: number) => `s. ${page}`,
    asOf: (time: string) => `Oplysningen er fra ${time}.`,
    wording: 'Sådan står der',
    profileLists: (level: string) => `**${level}** i Learning Pipeline:`,
    profileList: (list: string, level: string) => `**${list}** for **${level}** i Learning Pipeline:`,
    compareLevels: (levels: string[]) =>
      `${levels.map(level => `**${level}**`).join(' og ')} side om side i Learning Pipeline:`,
    whichLevel: (level: string, list: string) => `Det gør **${level}** – det står blandt niveauets ${list}:`,
    whichLevels: 'Det står i flere profiler:',
    arrowYear: (arrow: string, year: number) => `**${arrow}** – ${year}:`,
    arrowOverview: (arrow: string) => `**${arrow}**:`,
    tells: (year: number) => `Det fortæller vi i ${year}:`,
    activityIn: (arrow: string, year: number, track?: string) =>
      track ? `Det står i ${arrow} under ${track}, ${year}:` : `Det står i ${arrow} under ${year}:`,
    blockIn: (arrow: string, block: string) => `**${block}** i ${arrow}:`,
    unreadable: 'En del af figuren kan ikke læses i det indscannede dokument, så listen kan mangle noget.',
    accountOf: (document: string, time: string) => `Ifølge ${document} (${time})`,
    disagree: 'Kilderne siger ikke helt det samme, så her er begge:',
    passages: 'Det nærmeste, dokumenterne siger:',
    more: (count: number) => `… og ${count} punkter mere.`,
    notMentioned: 'står ikke i dokumentet',
  },

  limits: {
    unknown: 'Det står ikke i de dokumenter, jeg har.',
    nearest: (title: string) => `Det nærmeste, de siger noget om, er: ${title}.`,
    level: (levels: string) => `Det niveau findes ikke i Learning Pipeline. Der er otte: ${levels}.`,
    year: (year: number, arrows: string) => `Jeg har ingen målpil for ${year}. Jeg har ${arrows}.`,
    municipality: (name: string, known: string) =>
      `Dokumenterne siger ikke noget om ${name} Kommune. De beskriver ${known}.`,
    empty: 'Skriv dit spørgsmål, så leder jeg i dokumenterne.',
    forward: 'Du kan sende spørgsmålet til forvaltningen med knappen herunder.',
  },

  ask: {
    level: (list: string) => `Hvilket niveau vil du se ${list} for?`,
    whichLevel: 'Hvilken leder tænker du på?',
    levelQuestion: (list: string, level: string) => `${list} for ${level}`,
    profileQuestion: (level: string) => `Profilen for ${level}`,
    arrow: 'Hvilken målpil tænker du på?',
    arrowQuestion: (arrow: string) => `Vis ${arrow}`,
    yearQuestion: (arrow: string, year: number) => `Hvad står der om ${year} i ${arrow}?`,
    forum: (name: string) => `${name} findes flere steder. Hvilken kommune tænker du på?`,
    forumQuestion: (forum: string, municipality: string) => `${forum} i ${municipality}`,
    list: (list: string, level: string) => `Se ${list} for ${level}`,
  },
};

export type Texts = typeof da;
