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
  'invalid-knowledge': 'Der er en fejl i vidensfilerne. Giv besked til forvaltningen.',
  'unreadable-document': 'Jeg kunne ikke læse dokumentet. Prøv at gemme det igen som PDF, Word eller ren tekst.',
  'unknown-document': 'Det dokument kender jeg ikke. Skriv »kilder« for at se, hvilke jeg har.',
  'unknown-answer':
    'Jeg kan ikke længere se, hvilket svar du mener. Stil spørgsmålet igen, så kan du vurdere det nye svar.',
  'database-unreachable': 'Jeg kan ikke få fat i mine data lige nu. Prøv igen om lidt.',
  'database-busy': 'Jeg har travlt lige nu. Prøv igen om et øjeblik.',
  'model-unavailable': 'Sprogmodellen kan ikke svare lige nu. Prøv igen om lidt.',
  'card-outdated': 'Kortet er forældet. Skriv til mig, så får du et nyt.',
  'text-too-long': 'Beskeden er for lang til mig. Skriv højst 4.000 tegn.',
  'personal-number':
    'Din besked ser ud til at indeholde et CPR-nummer. Derfor har jeg hverken gemt eller brugt den. Skriv den igen uden nummeret.',
};

/** `a, b og c` */
export const enumerate = (names: string[], and: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;

export const da = {
  lists,
  errors,
  errorReference: (reference: string) => `Oplys ${reference}, hvis du kontakter it-afdelingen.`,
  listsInText: { priorities: 'prioriteter', workValues: 'arbejdsværdier', skills: 'færdigheder' },
  aspects: { content: 'Indhold', participants: 'Deltagere', frequency: 'Hvor tit' },
  and: 'og',

  answer: {
    /** Before the Danish text in an English answer; empty in Danish. */
    frame: '',
    asOf: (time: string) => `Oplysningen er fra ${time}.`,
    profileLists: (level: string) => `**${level}** i Learning Pipeline:`,
    profileList: (list: string, level: string) => `**${list}** for **${level}** i Learning Pipeline:`,
    compareLevels: (levels: string[]) =>
      `${enumerate(
        levels.map(level => `**${level}**`),
        'og',
      )} side om side i Learning Pipeline:`,
    whichLevel: (level: string, list: string) => `Det hører til niveauet **${level}** og står blandt dets ${list}:`,
    whichLevels: 'Det står i flere profiler:',
    restOfLists: (lists: string[], level: string) =>
      `Der er ikke plads til alle ${enumerate(lists, 'og')} her. Skriv »profil ${level.toLowerCase()}« for at se en hel profil.`,
    arrowYear: (arrow: string, year: number) => `**${arrow}** – ${year}:`,
    yearCount: (year: number, count: number, tracks: string) =>
      `**${year}**: ${count} ${count === 1 ? 'aktivitet' : 'aktiviteter'}${tracks === '' ? '' : ` – ${tracks}`}`,
    yearEmpty: 'Her står der ikke noget.',
    points: (count: number, group: string) =>
      `${count} ${count === 1 ? 'punkt' : 'punkter'}${group === '' ? '' : ` under ${group}`}`,
    leftOff: (points: string) => `Der er ikke plads til det hele her. Der mangler ${points}.`,
    tellsName: 'Det fortæller vi',
    tells: (year: number) => `Det fortæller vi i ${year}:`,
    activityIn: (arrow: string, year: number, track?: string) =>
      track ? `Det står i ${arrow} under ${track}, ${year}:` : `Det står i ${arrow} under ${year}:`,
    blockIn: (arrow: string, block: string) => `**${block}** i ${arrow}:`,
    unreadable: 'Noget af figuren er ulæseligt i det indscannede dokument, så der kan mangle punkter.',
    accountOf: (document: string, time: string) => `Ifølge ${document} (${time})`,
    /** Behind a dash, before what each source says. */
    disagree: 'kilderne siger ikke helt det samme, så her står de hver for sig:',
    more: (count: number) => `… og ${count} ${count === 1 ? 'punkt' : 'punkter'} mere.`,
  },

  limits: {
    unknown: 'Det står ikke i de dokumenter, jeg har.',
    nearest: (title: string, said: string) => `Det nærmeste, de siger, står under »${title}«: ${said}`,
    nothingNear: 'Skriv »kilder«, hvis du vil se, hvilke dokumenter jeg svarer ud fra.',
    level: (levels: string[]) =>
      `Det niveau findes ikke i Learning Pipeline. Der er ${levels.length}: ${enumerate(levels, 'og')}.`,
    year: (year: number, arrows: string) => `Jeg har ingen målpil for ${year}. Jeg har ${arrows}.`,
    municipality: (name: string, known: string) =>
      `Dokumenterne siger ikke noget om ${name} Kommune. De beskriver ${known}.`,
    empty: 'Skriv dit spørgsmål, så leder jeg i dokumenterne.',
    forward: 'Du kan sende spørgsmålet til forvaltningen med knappen herunder.',
  },

  cards: {
    kicker: 'Learning Pipeline',
    fold: (name: string) => `Vis eller skjul ${name.toLowerCase()}`,
    previous: (level: string) => `◂ ${level}`,
    next: (level: string) => `${level} ▸`,
    compareTitle: 'Sammenlign …',
    compareLabel: 'Sammenlign med',
    compareMissing: 'Vælg det niveau, du vil sammenligne med.',
    compareButton: 'Sammenlign',
    comparison: (one: string, other: string) => `${one} og ${other}`,
    profileSummary: (level: string) => `Profilen for ${level}`,
    allTracks: 'Alle spor',
    tells: (year: number) => `Det fortæller vi i ${year}`,
    source: (title: string, section: string) => `Kilde: ${title}, ${section}`,
    forumKicker: (municipality: string) => `Mødeforum · ${municipality}`,
  },

  talk: {
    welcomeTitle: 'Hej! Jeg er Learning Pipeline-assistenten',
    welcomeIntro:
      'Spørg mig om profilerne, målene, målpilen og møderne, så svarer jeg kort ud fra jeres dokumenter og viser, hvor det står. Står det der ikke, siger jeg det.',
    welcomePrivacy:
      'Forvaltningen ser kun et spørgsmål, hvis du selv vælger at sende det. Jeg gemmer spørgsmål og svar i 30 dage, så en tommel op eller ned kan knyttes til det rigtige svar; svar, du har vurderet, gemmer jeg i 180 dage. Skriv ikke CPR-numre eller elevers navne.',
    commandsTitle: 'Det kan du skrive',
    commands: [
      { command: 'profil chef', does: 'en profil med dens tre lister' },
      { command: 'målpil 2022', does: 'et år på målpilen' },
      { command: 'forum FRO', does: 'et mødeforum: hvem er med, hvad drøftes, hvor tit' },
      { command: 'kilder', does: 'de dokumenter, jeg svarer ud fra' },
      { command: 'sprog', does: 'skift mellem dansk og engelsk' },
      { command: 'hjælp', does: 'dette kort igen' },
    ],
    contact: (contact: string) => `Vil du hellere tale med et menneske? Kontakt ${contact}.`,
    tryTitle: 'Prøv for eksempel',
    examples: [
      'Hvilke færdigheder har en direktør?',
      'Hvem sidder med i FRO?',
      'Hvad er forskellen på chef og direktør?',
    ],
    dateLocale: 'da-DK',
    sourcesTitle: 'Jeg svarer ud fra disse dokumenter:',
    importedAt: (date: string) => `indlæst ${date}, citeres ordret`,
    notImported: 'gengivet med mine egne ord; dokumentet er ikke indlæst',
    welcomeBack: 'Du er altid velkommen til at spørge. Skriv »hjælp«, hvis du vil se, hvad jeg kan.',
    languageQuestion: 'Hvilket sprog skal jeg svare dig på?',
    languageChosen: 'Fra nu af svarer jeg dig på dansk.',
  },

  /** What teams/ itself puts on the screen, beside what handlers reply. */
  teams: {
    /** While an answer is being written and there is nothing of it to show yet. */
    reading: 'Jeg læser i dokumenterne …',
    /** Heads the list of sources where Teams shows no citations. */
    sources: 'Kilder',
    page: (page: number) => `s. ${page}`,
    /** In answer to a button whose reply is a message of its own. */
    answeredBelow: 'Svaret står nederst i samtalen.',
    /** In answer to a button that was pressed twice. */
    alreadyAnswered: 'Det har jeg allerede taget imod.',
    /** In answer to a button that no card of ours has. */
    unreadable: 'Den knap kender jeg ikke. Skriv til mig, så får du et nyt kort.',
  },

  forward: {
    offer: 'Vil du spørge forvaltningen?',
    open: 'Send til forvaltningen',
    label: 'Dit spørgsmål, som forvaltningen vil se det',
    missing: 'Skriv det spørgsmål, du vil sende.',
    named: 'Send med mit navn, så de kan svare mig',
    explain: 'Sætter du ikke kryds, sendes spørgsmålet uden dit navn. Intet bliver sendt, før du trykker på knappen.',
    send: 'Send spørgsmålet',
    sentTitle: 'Sendt til forvaltningen',
    sent: 'Forvaltningen har nu dit spørgsmål.',
    sentCount: (count: number) => (count > 1 ? ` I er nu ${count}, der har spurgt om det samme.` : ''),
  },

  ask: {
    whichProfile: 'Hvilken profil vil du se?',
    level: (list: string) => `Hvilket niveau vil du se ${list} for?`,
    whichLevel: 'Hvilket niveau tænker du på?',
    levelQuestion: (list: string, level: string) => `${list} for ${level}`,
    profileQuestion: (level: string) => `Profilen for ${level}`,
    whichArrow: 'Hvilken målpil vil du se?',
    whichForum: 'Hvilket mødeforum vil du se?',
    noProfile: 'Der er ingen profiler i de dokumenter, jeg har.',
    noArrow: 'Der er ingen målpil i de dokumenter, jeg har.',
    noForum: 'Der er ingen mødefora i de dokumenter, jeg har.',
    firstOnly: (count: number) => `Listen viser de første ${count}.`,
    /** On a card with more to choose from than there is room for buttons. */
    choose: 'Vælg på listen',
    show: 'Vis',
    /** Over the buttons below an answer. */
    seeAlso: 'Se også:',
    arrowQuestion: (arrow: string) => `Vis ${arrow}`,
    yearQuestion: (arrow: string, year: number) => `Hvad står der om ${year} i ${arrow}?`,
    group: (group: string, years: string) => `${group} ${years}`,
    groupQuestion: (group: string, years: string, arrow: string) => `${group} i ${years} i ${arrow}`,
    wholeYear: (year: number) => `Hele ${year}`,
    yearCard: (arrow: string, year: number) => `målpil ${year} ${arrow}`,
    forum: (name: string) => `${name} findes flere steder. Hvilken kommune tænker du på?`,
    forumQuestion: (forum: string, municipality: string) => `${forum} i ${municipality}`,
    list: (list: string, level: string) => `Se ${list} for ${level}`,
  },
};

export type Texts = typeof da;
