// The words that carry the form of a question and not its subject, in Danish and English. Used by understand.ts and confidence.ts.
import { dan, eng } from 'stopword';
import { fold } from '../../knowledge/search/fold.ts';

const words = (list: string) => list.trim().split(/\s+/);

/** Small talk and question words beyond the stop word library's lists: they say nothing about what is asked. */
const chat = words(`
  hvilke hvilket hvordan hvorledes hvorhenne hvorfra hvortil hvorvidt hvoraf hvormed mon vist egentlig egentligt altså ellers
  hejsa goddag godmorgen davs hello tak venlig hilsen please vær venligst gerne lige bare kort præcis præcist nærmere faktisk simpelthen
  fortæl fortælle sig siger sagde sagt forklar forklare uddyb beskriv nævn nævner nævnes nævnt oplys svar svare vis vise opremse remse giv give giver
  spørge spørger spørgsmål spurgt vide ved viden hørt hører høre læst læse tror tænker mener synes husker husk finde finder find leder
  står stod skriver skrevet ifølge jævnfør jf henhold omkring angående vedrørende vedr ang cirka ca altid lidt mere mest også
  brug bruge bruger skulle skal burde bør må måtte kan kunne vil ville gør gøre gøres gjort sker ske får få blive bliver blev går gå
  jeg mig min mit mine vi os vores du dig jer jeres man folk nogen noget nogle andet andre øvrige
  findes find findes ligger handler handle drejer betyder hedder kaldes hedde kalder
  dag idag torsdag fredag mandag tirsdag onsdag morgen aften uge snart nu da dengang lige startet sidder
  første hele selve samme hvert sådan cirka typisk normalt generelt egentlig
  oplæg punkt emne sammenhæng forbindelse forhold side måde ting ord navn liste række punkter eksempel eksempler fx bla bl osv mv
  overhovedet nogensinde åbenbart sikkert stadig allerede måske nok vel jo helt rigtig rigtigt lave laver lavede laves lavet
  plejer pleje plejede ses noget nogle mine dine sine vores jeres
  fortalt forklaret beskrevet beskriver forklarer uddybe svarer viser vises giver gives mener mente tror troede tænkte
  hvis fordi så dog endda selv  vores jeres deres 
  dokument dokumenter dokumentet dokumenterne teksten tekst kilde kilder
  tell me about does do did say says said please describe explain list give kind many much often there their they them our we us you your can could should shall will would
  when its whole together meant built ever really our own who what
  supposed mean means called document documents according which whom whose happen happens new want wants need needs
`);

/** Folded words without a subject of their own. */
export const emptyWords: ReadonlySet<string> = new Set([...dan, ...eng, ...chat].map(fold));

const danishMarks = new Set(
  words(
    'hvad hvem hvor hvordan hvorfor hvornår hvilke hvilken hvilket er og at det der den de en et til på af som skal kan jeg vi os vores med ikke om har fra ved eller hvis må bliver findes siger',
  ).map(fold),
);
const englishMarks = new Set(
  words(
    'what who how why when which where whose is are was were the of and to does do did an in on with from about should can could our we they their have has tell me please between takes take part meet meets often discuss attends',
  ),
);

/** `en` only when English function words clearly outnumber Danish ones; a single word decides nothing. */
export function languageOfText(text: string): 'da' | 'en' | undefined {
  let danish = /[æøå]/i.test(text) ? 1 : 0;
  let english = 0;
  for (const word of text.toLowerCase().match(/[\p{L}]+/gu) ?? []) {
    if (danishMarks.has(fold(word))) danish++;
    if (englishMarks.has(word)) english++;
  }
  if (english >= 2 && english > danish) return 'en';
  return danish > 0 ? 'da' : undefined;
}
