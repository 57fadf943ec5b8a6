// Folds Danish text so that spellings which mean the same become equal, and cuts it into words, stems and 4-grams.
// Used by the search index and by the understanding of questions: both sides of a comparison must go through here.
import { stemmer } from '@orama/stemmers/danish';

/**
 * Small letters without accents, with `æ/ae → a`, `ø/oe → o`, `å/aa → a`, so that "Læring", "laering" and "laring" meet,
 * and so do the readings that a scanner makes of `æ` (`lzering`, `leering`).
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower.replace(/ze|ae|aa/g, 'a').replaceAll('oe', 'o');
  return lower
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/ze|æ|ae|å|aa|ä/g, 'a')
    .replace(/ø|oe|ö/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

/** Printable ASCII: no accent needs taking apart. */
const plain = /^[\s!-~]*$/;
const wordPattern = /[\p{L}\p{N}]+/gu;

/** The words of a text as written, in order; `2021-23` gives two, `læse-` gives `læse`. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(wordPattern) ?? [];
}

/** Strong verbs and nouns whose forms no suffix rule brings together; each line is `base: forms`. */
const irregular = new Map(
  `gå: gik gået; foregå: foregik foregået; indgå: indgik indgået; få: fik fået; give: gav givet; vælge: valgte valgt; udvælge: udvalgte udvalgt; følge: fulgte fulgt;
   spørge: spurgte spurgt; lægge: lagde lagt; sætte: satte sat; tage: tog taget; deltage: deltog deltaget; skrive: skrev skrevet; finde: fandt fundet; holde: holdt; træffe: traf truffet;
   beslutte: besluttede besluttet; hjælpe: hjalp hjulpet; bringe: bragte bragt; gøre: gjorde gjort; tælle: talte talt; stå: stod stået; bestå: bestod bestået; forstå: forstod forstået; se: så set;
   komme: kom kommet; blive: blev blevet; bede: bad bedt; lære: lært lærte; vide: vidste vidst; sige: sagde sagt; begynde: begyndte begyndt; bygge: byggede bygget; beskrive: beskrev beskrevet;
   få: færre; svær: svært svære; bog: bøger; barn: børn børnene børns; ung: unge unges; mand: mænd; god: bedre bedst; lang: længe længere længst; stor: større størst; lille: små mindre mindst;
   gammel: ældre ældst gamle; ofte: oftere oftest; tit: tiere; tæt: tættere tættest; høj: højere højest; kort: kortere; penge: pengene; mål: målet målene; data: dataene; færdighed: færdigheder færdighederne færdighedernes; værdi: værdier værdierne; mulighed: muligheder mulighederne; myndighed: myndigheder`
    .split(';')
    .flatMap(line => {
      const [base = '', forms = ''] = line.trim().split(': ');
      return forms.split(/\s+/).map(form => [form, base] as const);
    }),
);

const stems = new Map<string, string>();
const stemsKept = 50_000;

/** The folded Danish stem of a word: `skolebestyrelsens` and `skolebestyrelse` give the same. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const written = word.toLowerCase();
  const lower = irregular.get(written) ?? written;
  const result = fold(/\d/.test(lower) ? lower : stemmer(lower));
  if (stems.size >= stemsKept) stems.clear();
  stems.set(word, result);
  return result;
}

/** Character 4-grams of every folded word with its borders marked, each as one number; shorter words stand whole. */
export function gramsOf(text: string): number[] {
  const grams: number[] = [];
  for (const word of fold(text).match(wordPattern) ?? []) {
    let gram = border;
    let letters = 1;
    for (let i = 0; i <= word.length; i++) {
      gram = ((gram << 6) | (i === word.length ? border : signOf(word.charCodeAt(i)))) & fourSigns;
      if (++letters >= 4) grams.push(gram);
    }
    if (letters < 4) grams.push(gram);
  }
  return grams;
}

const border = 1;
const fourSigns = 0xffffff;

/** A folded letter or figure in 6 bits: a number is told apart faster than a string. Letters beyond Latin share the last 26. */
function signOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 95;
  if (code >= 48 && code <= 57) return code - 20;
  return 38 + (code % 26);
}
