// Which document a file is: one that the knowledge files know, or a new one named after the file. Called by import-documents.ts.
import { parse } from 'node:path';
import type { DocumentInfo } from '../../model/knowledge.ts';
import type { DocumentIdentity } from './parse-document.ts';
import type { SourceFile } from './read-file.ts';

const linesSearched = 40;

/** Known by file name (slug, title or short name), or by its title standing alone among the first lines. */
export function identify(file: SourceFile, documents: DocumentInfo[]): DocumentIdentity {
  const stem = parse(file.fileName).name;
  const known =
    documents.find(({ slug }) => slug === toSlug(stem)) ??
    documents.find(({ title, short }) => [title, short].some(name => toSlug(name) === toSlug(stem))) ??
    documents.find(({ title }) => titleStandsAlone(file, title));
  if (known) return { slug: known.slug, title: known.title, known };
  return { slug: toSlug(stem), title: headingOf(file) ?? titleFrom(stem) };
}

/** `Mål & midler 2026.pdf` → `maal-midler-2026`. */
export function toSlug(name: string): string {
  const slug = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'dokument';
}

/** On one line or broken over two or three. */
function titleStandsAlone(file: SourceFile, title: string): boolean {
  const lines = firstLines(file);
  const wanted = toSlug(title);
  return lines.some((_, i) => [1, 2, 3].some(count => toSlug(lines.slice(i, i + count).join(' ')) === wanted));
}

function headingOf(file: SourceFile): string | undefined {
  return firstLines(file)
    .map(line => /^#\s+(.+?)\s*#*$/.exec(line)?.[1])
    .find(heading => heading !== undefined);
}

function firstLines({ pages }: SourceFile): string[] {
  const lines = pages.flatMap(({ text }) => text.split('\n').map(line => line.trim()));
  return lines.filter(Boolean).slice(0, linesSearched);
}

function titleFrom(stem: string): string {
  const words = stem.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
