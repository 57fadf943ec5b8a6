// Properties that people ask for and a text either tells or does not: pay, price, age, contact. Used by asked.ts.
import { fold } from '../../knowledge/search/fold.ts';

interface Property {
  /** In the question, folded. */
  asked: RegExp;
  /** In a text as it is written. */
  told: RegExp;
}

const nowhere = /(?!)/;

const properties: readonly Property[] = [
  {
    asked:
      /\b(lon|lonnen|lonninger|lontrin|lonseddel|aflon\w*|honorar\w*|vederlag\w*|\w*tillag|tjener|tjente|salary|wages?|paid|earns?)\b/,
    told: /\b(løn|løn(nen|ninger|trin)|aflønn\w*|honorar\w*|vederlag\w*|\p{L}*tillæg|tjen(er|te))(?!\p{L})/iu,
  },
  {
    asked: /\b(koster?|kostede|kostet|prisen?|costs?|price)\b|\bhvor (stort|hojt) er .*budget/,
    told: /\b(kr|mio|kroner|beløb|gratis)(?!\p{L})/iu,
  },
  {
    // "born" alone is what folding makes of "børn".
    asked: /\b(hvor gam(mel|le|melt)|alder|alderen|er .{3,40} fodt|fodselsda[gt]\w*|how old|(is|was) .{3,40} born)\b/,
    told: /\b(år gam|alder|født|årstal|primo|udgivet|oprettet|etableret)/iu,
  },
  { asked: /\b(hvor bor|bopal\w*|hjemmeadresse|gift)\b/, told: /\b(bor|bopæl|gift)\b/iu },
  {
    asked:
      /\b(telefonnummer\w*|telefonnr|tlf|mobilnummer\w*|mailadresse\w*|adressen?|abningstid\w*|phone|email|address)\b/,
    told: /\b(telefon|tlf|mail|e-mail|adresse|åbning)|www\./iu,
  },
  // What the assistant thinks itself.
  { asked: /\b(synes du|mener du|din (mening|holdning)|do you (think|like))\b/, told: nowhere },
];

/** Whether a text tells every property that the question asks for; true where it asks for none. */
export function tellsProperties(question: string, text: () => string): boolean {
  const folded = fold(question);
  return properties.every(({ asked, told }) => !asked.test(folded) || told.test(text()));
}
