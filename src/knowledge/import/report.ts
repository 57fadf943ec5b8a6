// What an import did, in plain Danish for a terminal; called by cli/import.ts.
import type { Passage, StoredDocument } from '../../model/passage.ts';
import type { TextChange } from './clean/join-words.ts';
import type { ImportedDocument, ImportReport } from './import-documents.ts';

const outcomes = { added: 'indlæst', replaced: 'erstattet', unchanged: 'uændret' } as const;
const perLine = 6;

/** One line a document, then what failed, what was left out and what cannot be found. */
export function describeImport({ documents, failed, leftOut }: ImportReport): string {
  const lost = documents.flatMap(({ notFound }) => notFound);
  const passages = documents.reduce((sum, document) => sum + document.passages, 0);
  const forMachines = documents.flatMap(document => document.forMachines);
  const found = lost.length === 0 ? 'alle kan findes' : `${lost.length} kan ikke findes på deres egne ord`;
  return [
    ...documents.map(describeOne),
    ...failed.map(({ path, reason }) => `FEJL  ${path}: ${reason}`),
    ...leftOut.map(({ path, reason }) => `Udeladt  ${path}: ${reason}`),
    documents.length > 0
      ? `${documents.length} dokumenter, ${passages} tekststykker; ${found}.`
      : 'Intet blev indlæst.',
    ...forMachines.map(passage => `Henvender sig til en maskine og bruges ikke  ${describePassage(passage)}`),
    ...lost.map(passage => `Kan ikke findes  ${describePassage(passage)}`),
  ].join('\n');
}

/** `--report`: words joined, letters repaired, lines dropped, with counts. */
export function describeChanges({ documents }: ImportReport): string {
  return documents.flatMap(describeOwnChanges).join('\n');
}

/** `--list`. */
export function describeDocuments(documents: StoredDocument[]): string {
  if (documents.length === 0) return 'Der er ikke indlæst nogen dokumenter.';
  return documents
    .map(({ slug, title, fileName, passages, importedAt }) => {
      const day = importedAt.toLocaleDateString('da-DK', { timeZone: 'Europe/Copenhagen' });
      return `${slug}  ${title} – ${passages} tekststykker fra ${fileName}, ${day}`;
    })
    .join('\n');
}

function describeOne({ outcome, slug, title, passages, report }: ImportedDocument): string {
  const repaired = report?.ocr.repaired ? `, ${total(report.ocr.changes)} ord rettet efter indscanning` : '';
  return `${outcomes[outcome].padEnd(10)}${slug}  ${title} (${passages} tekststykker${repaired})`;
}

function describeOwnChanges({ slug, report }: ImportedDocument): string[] {
  if (!report) return [];
  const { joined, ocr, dropped } = report;
  const share = (value: number) => `${(value * 100).toLocaleString('da-DK', { maximumFractionDigits: 1 })} %`;
  return [
    `\n${slug}`,
    ...list(`Samlet efter linjeskift (${total(joined)})`, joined.map(describeChange)),
    ...(ocr.repaired ? [`Ukendte ord før ${share(ocr.unknownBefore)}, efter ${share(ocr.unknownAfter)}`] : []),
    ...list(`Rettet efter indscanning (${total(ocr.changes)})`, ocr.changes.map(describeChange)),
    ...list(`Udeladt fra sidens menuer (${dropped.menuLines.length} linjer)`, [...new Set(dropped.menuLines)]),
    ...list(`Udeladt sidetal og sidehoveder (${dropped.pageFurniture.length})`, [...new Set(dropped.pageFurniture)]),
  ];
}

function list(heading: string, entries: string[]): string[] {
  if (entries.length === 0) return [];
  const lines: string[] = [];
  for (let i = 0; i < entries.length; i += perLine) lines.push(`  ${entries.slice(i, i + perLine).join('; ')}`);
  return [heading, ...lines];
}

const describeChange = ({ from, to, count }: TextChange) =>
  `${from} → ${to === '' ? '(udeladt)' : to}${count > 1 ? ` ×${count}` : ''}`;
const total = (changes: TextChange[]) => changes.reduce((sum, { count }) => sum + count, 0);
const describePassage = (passage: Passage) => `${passage.document} › ${passage.section}: ${start(passage)}`;
const start = ({ text }: Passage) => (text.length > 80 ? `${text.slice(0, 80)} …` : text).replace(/\n/g, ' / ');
