// Takes a sentence apart for the checks: figures in one spelling, names, words that turn a claim round, and the words that carry it. Used by grounding.ts and support.ts.
import { fold, stem } from '../../knowledge/search/fold.ts';
import { createMemory } from '../../knowledge/search/memory.ts';
import { emptyWords } from './wording.ts';

/** A word of a group whose members must not be exchanged for each other: "mindst" and "højst". */
export interface Mark {
  group: string;
  member: string;
  /** It may not stand where the evidence has none of it. */
  strong: boolean;
}

export interface Token {
  word: string;
  /** Of a figure its value: `19000` for "19.000", `3` for "tre". */
  stem: string;
  /** `content` and `figure` carry the claim and have to be covered; `frame` only leads up to it. */
  kind: 'content' | 'figure' | 'frame' | 'empty';
  marks: readonly Mark[];
  /** A capital letter that is not that of a beginning sentence. */
  name: boolean;
  /** A comma, a dash or the like stands before it, or it begins the text. */
  breaks: boolean;
}

const list = (words: string) => words.trim().split(/\s+/);

const marks = new Map<string, Mark[]>();
function group(name: string, members: string, strong: (member: string) => boolean = () => false): void {
  for (const line of members.split('|')) {
    const words = list(line);
    const [member = ''] = words;
    for (const word of words)
      marks.set(word, [...(marks.get(word) ?? []), { group: name, member, strong: strong(member) }]);
  }
}
const always = () => true;
group(
  'not',
  'ikke ingen intet aldrig hverken uden ej nej nægter not no never neither nor without none nothing cannot nobody',
  always,
);
group('only', 'kun only udelukkende alene blot solely exclusively merely', always);
group('self', 'jeg mig min mit mine my me myself', always);
group(
  'share',
  'alle alt samtlige enhver ethvert all every everyone | nogle nogen visse some | få few | mange many | fleste',
  m => m === 'alle' || m === 'fleste',
);
group('often', 'altid always | ofte often hyppigt | sjældent rarely seldom | sommetider sometimes', m => m === 'altid');
group(
  'modal',
  'skal skulle must shall | må måtte may might | kan kunne can could | bør burde should | vil ville will would',
);
group('bound', 'mindst least minimum | højst maksimalt maksimum', always);
group('side', 'over above | under below');
group('amount', 'flere mere more | færre mindre less fewer', m => m === 'færre');
group('much', 'meget much | lidt little');
group(
  'condition',
  'hvis såfremt når if when | medmindre unless | selvom skønt although though | uanset regardless | men but',
  m => m !== 'men',
);
group('order', 'før inden before | efter after');
group('size', 'større størst største larger largest bigger | mindre mindst mindste smaller smallest');
group('big', 'stor stort store large big | lille små small');
group('rank', 'første først first | sidste sidst last');
group('change', 'ny nyt nye new | gammel gamle old');
group('quality', 'god godt gode bedre bedst good better best | dårlig dårligt dårlige dårligere værre bad worse');

/** Marks of words that may carry a claim besides; told by the whole word in small letters. */
const inflected: [RegExp, Mark][] = (
  [
    ['hedge', 'måske', /^(?:måske|muligvis|eventuelt|perhaps|maybe|possibly)$/],
    ['hedge', 'næsten', /^(?:næsten|nearly|almost)$/],
    ['hedge', 'knap', /^(?:knapt?|hardly|barely)$/],
    ['hedge', 'forventer', /^(?:forvent(?:er|es|ede|et)?|forvente|håber?|expect(?:s|ed)?|hopes?)$/],
    ['hedge', 'overvejer', /^(?:overvej(?:er|es|ede)?|overveje|considers?|considering)$/],
    ['hedge', 'foreslår', /^(?:foresl(?:å|år|ås|og)|anbefal(?:er|es|ede)|propose[sd]?|suggests?|recommends?)$/],
    [
      'report',
      'mener',
      /^(?:mene[rs]?|mente|synes|syntes|tror|troede|anser|frygter|håber|siger|sagde|(?:oplev|forvent|vurder|peg|påpeg|fremhæv|understreg)(?:er|es|ede)|fortæller|fortalte|experiences?|thinks?|believes?|expects?|says?|assess(?:es)?|points?)$/,
    ],
    [
      'direction',
      'op',
      /^(?:stig(?:e|er|et|ende|ning\p{L}*)|steg|(?:for)?øg(?:e|er|es|et|ede|ning\p{L}*)|vokse[rdt]*|styrk\p{L}*|forbedr\p{L}*|increas\p{L}*|ris(?:e|es|en|ing)|strengthen\p{L}*|improv\p{L}*)$/u,
    ],
    [
      'direction',
      'ned',
      /^(?:fald(?:e|er|et|t|ende)?|(?:for)?mindsk\p{L}*|svæk\p{L}*|reducer\p{L}*|forring\p{L}*|sænk\p{L}*|decreas\p{L}*|reduc(?:e|es|ed|ing)|declin\p{L}*|weaken\p{L}*)$/u,
    ],
    ['open', 'åbner', /^(?:åbne[rst]?|åbnede|åbning\p{L}*|open(?:s|ed|ing)?)$/u],
    ['open', 'lukker', /^(?:lukke[rst]?|lukkede|lukning\p{L}*|clos(?:e|es|ed|ing))$/u],
  ] as const
).map(([name, member, words]) => [
  words,
  { group: name, member, strong: ['næsten', 'knap', 'måske'].includes(member) },
]);

/** Words that only tie a sentence together or name the source; they make no claim. */
const frames = new Set(
  list(`
  derudover desuden endvidere samtidig samtidigt således dermed herunder yderligere fremgår fremhæves fremhæver omtales omtaler oplyses beskrives
  omfatter betyder kort overordnet konkret blandt særligt især netop ligeledes imidlertid derfor hermed praksis dels begge henholdsvis bl.a
  ifølge følgende nemlig sammenfattende opsummerende helt grundlæggende gælder nærmere yderligere bestemt præcis spørgsmålet svaret oplysningen oplysningerne
  afsnittet uddraget uddragene teksten kilden kilderne dokumentet dokumenterne består dog endelig også tilmed værd nævne bemærke understreges udtrykkeligt altså
  according furthermore moreover additionally also addition means thus therefore namely finally specifically generally consists includes including passage source answer
  `).map(fold),
);
/** Words without much of a subject, which a rewording may bring along; never more than two in a sentence. */
const mild = new Set(
  list(`
  sikre sikrer sikres arbejde arbejder opgave opgaver opgaven fokus fokuserer vigtig vigtigt vigtige central centralt centrale del dele indgår bidrager medvirker
  sammen hinanden fælles række områder området indhold indholdet formål formålet mulighed måde måder grundlag udgangspunkt sigter retter tænkt tale
  består indebærer rummer udgør udgøres hører tilhører kendetegner foregår finder deltager står stå sted holder holdes
  work works working task tasks focus important part parts together shared area areas aim aims purpose way ways based involves
  `).map(stem),
);
/** Not empty here, though a question may do without them. */
const telling = new Set(
  list(
    'leder ledere lederen lederne uge ugen dag dage dagen morgen aften mandag tirsdag onsdag torsdag fredag folk mand far punkt punkter side navn',
  ).map(fold),
);

const danishNumbers = new Map<string, string>();
const englishNumbers = new Map<string, string>();
const ones = list('en to tre fire fem seks syv otte ni');
const tens = list('tyve tredive fyrre halvtreds tres halvfjerds firs halvfems');
for (const [i, word] of list(
  'nul _ to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
).entries())
  danishNumbers.set(word, `${i}`);
for (const [i, ten] of tens.entries()) {
  danishNumbers.set(ten, `${(i + 2) * 10}`);
  for (const [j, one] of ones.entries()) danishNumbers.set(`${one}og${ten}`, `${(i + 2) * 10 + j + 1}`);
}
danishNumbers
  .set('hundrede', '100')
  .set('hundred', '100')
  .set('tusind', '1000')
  .set('tusinde', '1000')
  .set('million', '1000000')
  .set('dusin', '12');
danishNumbers.delete('_');
for (const [i, word] of list(
  'zero _ two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
).entries())
  englishNumbers.set(word, `${i}`);
for (const [i, ten] of list('twenty thirty forty fifty sixty seventy eighty ninety').entries())
  englishNumbers.set(ten, `${(i + 2) * 10}`);
englishNumbers.set('hundred', '100').set('thousand', '1000').set('million', '1000000').set('dozen', '12').delete('_');

const months = new Map(
  list('januar februar marts april maj juni juli august september oktober november december').map((month, i) => [
    month,
    `måned ${i + 1}`,
  ]),
);

const bulletOrStars = /^[ \t]*(?:[-*•–—]|\d{1,2}[.)])[ \t]+|\*+/gmu;
/** Marks of sources, with the space before them. */
export const sourceMarks = /\s*\[(\d{1,2})\]/g;

/** What is said, without marks of sources, bullets and bold type. */
export const wordsAlone = (text: string): string => text.replace(sourceMarks, '').replace(bulletOrStars, '').trim();

const pattern = /\d+(?:[.,]\d+)*|%|[\p{L}\p{M}]+(?:['’]\p{L}+)?/gu;
const beginning = /(?:^|[.!?:…\n]["”»«)]*|[»„“"(])\s*$/u;
const danishPronouns = new Set(list('I De Dem Deres'));

/** @param text without marks; @param english whether its number words are English. */
export function tokensOf(text: string, english = false): Token[] {
  const said = text.normalize('NFC').replace(/\u00ad/g, '');
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index } of said.matchAll(pattern)) {
    const breaks = end === 0 || /[,;:–—(.!?\n]/.test(said.slice(end, index));
    end = index + raw.length;
    const before = said.slice(Math.max(0, index - 4), index);
    if (/^\d/.test(raw)) {
      const whole = fullYear(raw, before, tokens.at(-1));
      tokens.push(figure(raw, whole ?? figureOf(raw, english), breaks));
      continue;
    }
    const word = raw.replace(/['’]s$/u, '');
    const lower = word.toLowerCase();
    if (/^(?:%|pct|procent|percent)$/.test(lower)) {
      tokens.push(figure(word, 'procent', breaks));
      continue;
    }
    const number = (english ? englishNumbers : danishNumbers).get(lower) ?? months.get(lower);
    if (number !== undefined) {
      tokens.push(figure(word, number, breaks));
      continue;
    }
    const capital = /^\p{Lu}/u.test(word);
    const begins = beginning.test(said.slice(Math.max(0, index - 6), index));
    const own = /n['’]t$/.test(lower) ? marks.get('not') : marks.get(lower);
    tokens.push({
      word,
      stem: stem(word),
      kind: kindOf(lower, own !== undefined),
      marks: [
        ...(lower === 'om' && tokens.at(-1)?.word.toLowerCase() === 'selv' ? (marks.get('selvom') ?? []) : (own ?? [])),
        ...inflectedMarks(lower),
      ],
      breaks,
      name: capital && !begins && !danishPronouns.has(word),
    });
  }
  return tokens;
}

const figure = (word: string, value: string, breaks: boolean): Token => ({
  word,
  stem: value,
  kind: 'figure',
  marks: [],
  name: false,
  breaks,
});

function kindOf(lower: string, marked: boolean): Token['kind'] {
  const kind = ownKind(lower);
  if (kind === 'telling') return 'content';
  return marked ? 'empty' : kind;
}

/** Texts are made of the same few thousand words. */
const remembered = 4_000;

const ownKind = createMemory(remembered, (lower): Token['kind'] | 'telling' => {
  const folded = fold(lower);
  if (telling.has(folded)) return 'telling';
  if (emptyWords.has(folded) || lower.length < 2) return 'empty';
  return frames.has(folded) ? 'frame' : 'content';
});

const inflectedMarks = createMemory(remembered, lower =>
  inflected.filter(([words]) => words.test(lower)).map(([, mark]) => mark),
);

/** A word that a rewording may bring along. */
export const isMild = ({ stem: one }: Token): boolean => mild.has(one);

/** `19.000` and `19,000` are 19000; `2,5` and English `2.5` are 2.5. */
function figureOf(raw: string, english: boolean): string {
  const [thousands, decimal] = english ? [',', '.'] : ['.', ','];
  const parts = raw.split(thousands);
  const grouped = parts.length > 1 && parts.slice(1).every(part => /^\d{3}(?:[.,]\d+)?$/.test(part));
  const value = (grouped ? parts.join('') : raw).replace(decimal, '.');
  return value.replace(/^0+(?=\d)/, '');
}

/** The `23` of "2021-23" is 2023. */
function fullYear(raw: string, before: string, last: Token | undefined): string | undefined {
  if (!/^\d\d$/.test(raw) || !/\d\s?[-–—/]\s?$/.test(before) || !last || !/^20\d\d$/.test(last.stem)) return undefined;
  return `20${raw}`;
}

export const carries = ({ kind }: Token): boolean => kind === 'content' || kind === 'figure';

/** Words of a clause beside a mark that tell whether a sentence uses what the mark is about. */
const beside = { before: 1, behind: 3 };
/** Between a verb of saying and its "at": "peger også på, at". */
const toThat = 4;

/** @returns what would say more without the mark; none for marks that may be left out. */
export function scopesOf(tokens: readonly Token[], at: number, { group, member }: Mark): Token[][] {
  const starts = (place: number) => tokens.slice(0, place + 1).findLastIndex(({ breaks }) => breaks);
  const ends = (place: number) => {
    const next = tokens.findIndex(({ breaks }, i) => i > place && breaks);
    return next < 0 ? tokens.length : next;
  };
  const behind = (place: number) =>
    tokens
      .slice(place + 1, ends(place))
      .filter(carries)
      .slice(0, beside.behind);
  if (group === 'condition') {
    if (member !== 'hvis' && member !== 'medmindre') return [];
    const word = tokens[at]?.word ?? '';
    if (/^(?:når|when)$/i.test(word)) return [];
    const own = tokens.slice(at + 1, ends(at));
    if (/^\p{Lu}/u.test(word)) return [own, tokens.slice(ends(at), ends(ends(at)))];
    const from = tokens[at]?.breaks ? starts(at - 1) : starts(at);
    return [own, tokens.slice(Math.max(0, from), at)];
  }
  if (group === 'report') {
    const that = tokens.findIndex(({ word }, i) => i > at && i <= at + toThat && /^(?:at|that)$/i.test(word));
    return that < 0 ? [] : [behind(that)];
  }
  if (group !== 'hedge' && !(group === 'modal' && (member === 'kan' || member === 'bør'))) return [];
  const before = tokens
    .slice(Math.max(0, starts(at)), at)
    .filter(carries)
    .slice(-beside.before);
  return [[...before, ...behind(at)]];
}

/** Whether a word does for a mark: the same, or another way to say it. */
export const qualifies = ({ word, marks }: Token, { group, member }: Mark): boolean =>
  marks.some(mark => mark.group === group && mark.member === member) ||
  (member === 'kan' && /^(?:mulig|måske|eventuelt|possib)/i.test(word)) ||
  (group === 'report' && /^(?:ifølge|according)$/i.test(word));
