// Tells whether a subject says something of what a question asks, and not only of what it names: "Hvad tjener rådmanden?" is not answered by who that is.
// Called by searched.ts for the subject that would be the answer.
import type { Catalog } from '../../knowledge/catalog.ts';
import { closely, type WordCoverage } from '../../knowledge/search/coverage.ts';
import { stem } from '../../knowledge/search/fold.ts';
import { saidBy } from '../../knowledge/subjects.ts';
import { type Judged, spelledSurely } from './confidence.ts';
import { tellsProperties } from './properties.ts';
import type { Understanding } from './understand.ts';

/** Words for a side that any text may have (meaning, cause, effect, order, wording): a text seldom says them of itself. */
const frameWords: ReadonlySet<string> = new Set(
  `
  lyder dækker dækkende kendetegner karakteriserer gavner grund grunden årsag begrundelse baggrund pointe pointen morale moralen budskab betydning betyder mening meningen
  virkning virker effekt følge konsekvens resultat sigte sigtet formål hensigt idé tanken tanke udbytte gevinst fordel fordele ulempe nytte glæde
  afgør afhænger består udgør udgøres påvirker viste viser sad sidder stort store stor størst mindst rækkefølge nummer samlede samlet resten rest bag betingelse betingelsen forudsætning
  krav kræver indebærer omfatter rummer indeholder vedrører angår skyldes stammer udspringer opstod opstår foregår begynder starter slutter
  nå nås løser løste løses vinder opnår ændrer ændring ændres forandrer bidrager hjælper oplever føler vægter vægt forener adskiller ligner hører tilhører
  slags type form metode trin skridt del dele led område emne tema opgave rolle ansvar historie historien spor afsnit kapitel sætning ord udtryk overskrift betegnelse begreb nævnte nævner
  opfatter forstår forstås ser ses måler måles fungerer fylder gælder forventer forventes ønsker vigtigst vigtig central afgørende bedst helst hensyn enighed historisk fællestræk lighed
  hed hedder navn kaldtes kom kommer mangler findes giver gav skete sker år tid gang gange hen igen videre egentlig gik går oven henne sidst fat klart samme
  `
    .trim()
    .split(/\s+/)
    .map(stem),
);

/** From this weight on the word behind the question word has to be covered. */
const tellingProperty = 0.5;
/** So much has to be asked before its lack counts, and less where a name leads to the subject by itself. */
const enoughAsked = { named: 0.3, otherwise: 0.7 };
/** What is covered to a smaller share is not answered. */
const leastCovered = { named: 0.3, otherwise: 0.1 };
/** From this rank on only a name misleads. */
const surelyMeant = 1;

export function saysWhatIsAsked(question: Understanding, { subject, place, rank }: Judged, catalog: Catalog): boolean {
  if (!tellsProperties(question.text, () => saidBy(subject))) return false;
  const coverageOf = (one: string): WordCoverage => catalog.coverageOf(spelledSurely(one, catalog));
  let covered = 0;
  let total = 0;
  for (const { stem: one, weight } of question.asked) {
    const share = closely(coverageOf(one), place);
    if (share === 0 && frameWords.has(one)) continue;
    total += weight;
    covered += weight * share;
  }
  const lacks = (kind: 'named' | 'otherwise') => total >= enoughAsked[kind] && covered < leastCovered[kind] * total;
  if (question.names.length > 0 && lacks('named')) return false;
  if (rank >= surelyMeant) return true;
  if (lacks('otherwise')) return false;
  const { property } = question;
  if (!property || property.weight < tellingProperty || frameWords.has(property.stem)) return true;
  return closely(coverageOf(property.stem), place) >= leastCovered.otherwise;
}
