import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { maximumBytes, readSourceFile } from '../../../src/knowledge/import/read-file.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { temporaryFolder } from '../../support/databases.ts';

function write(name: string, content: string | Buffer): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

async function reasonFor(path: string): Promise<string> {
  const error = await readSourceFile(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'unreadable-document' });
  return (error as AppError).message;
}

async function writeWord(paragraphs: string): Promise<string> {
  const path = join(temporaryFolder(), 'plan.docx');
  const zip = new yazl.ZipFile();
  const part = (name: string, xml: string) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`), name);
  const office = 'http://schemas.openxmlformats.org';
  part(
    '[Content_Types].xml',
    `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  part(
    '_rels/.rels',
    `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  part(
    'word/document.xml',
    `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
  );
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const heading = (text: string) => `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(text)}</w:p>`;
const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;

/** A PDF of one page per text, with its cross-reference table. */
function pdf(pages: string[]): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((text, i) => {
      const stream = text ? `BT /F1 12 Tf 72 720 Td (${text}) Tj ET` : '';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n`;
  return Buffer.from(`${body}startxref\n${body.indexOf('xref\n')}\n%%EOF\n`, 'latin1');
}

describe('reading a file', () => {
  it('reads text as UTF-8, and as Windows-1252 where it is not', async () => {
    const utf8 = await readSourceFile(write('a.txt', 'Målpil på øen'));
    const ansi = await readSourceFile(write('b.txt', Buffer.from('Målpil på øen', 'latin1')));
    expect(utf8.pages).toEqual([{ text: 'Målpil på øen' }]);
    expect(ansi.pages).toEqual(utf8.pages);
    expect(utf8.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(ansi.sha256).not.toBe(utf8.sha256);
  });

  it('counts pages by form feeds', async () => {
    const { pages } = await readSourceFile(write('a.txt', 'Side et\fSide to'));
    expect(pages).toEqual([
      { number: 1, text: 'Side et' },
      { number: 2, text: 'Side to' },
    ]);
  });

  it('reads a PDF page by page', async () => {
    const { format, pages } = await readSourceFile(write('a.pdf', pdf(['M\xe5l for havnen', 'Anden side'])));
    expect({ format, pages }).toEqual({
      format: 'pdf',
      pages: [
        { number: 1, text: 'Mål for havnen' },
        { number: 2, text: 'Anden side' },
      ],
    });
  });

  it('keeps headings, points and tables of a Word document', async () => {
    const path = await writeWord(
      `${heading('Havnens plan')}<w:p>${run('Vi bygger en mole.')}</w:p><w:tbl><w:tr>${cell('Hvad')}${cell('Hvor')}</w:tr><w:tr>${cell('Mole')}${cell('Nord')}</w:tr></w:tbl>`,
    );
    const { pages } = await readSourceFile(path);
    expect(pages[0]?.text).toBe('# Havnens plan\n\nVi bygger en mole.\n\n| Hvad | Hvor |\n| Mole | Nord |');
  });
});

describe('a file that cannot be read is refused with a reason for people', () => {
  it.each([
    ['tom.txt', '', /tom/],
    ['blank.txt', ' \n \n', /ingen tekst/],
    ['skannet.pdf', pdf(['']), /skannet/],
    ['forkert.pdf', 'Ren tekst', /ikke en PDF/],
    ['forkert.docx', 'Ren tekst', /ikke et Word-dokument/],
    ['laast.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /adgangskode/],
    ['forkert.txt', pdf(['Tekst']), /ikke ren tekst/],
    ['i-stykker.pdf', '%PDF-1.4 og så ikke mere', /beskadiget/],
    ['i-stykker.docx', Buffer.from('PK\x03\x04 og så ikke mere', 'latin1'), /beskadiget/],
    ['billede.png', 'x', /filtypen \.png/],
    ['stor.txt', Buffer.alloc(maximumBytes + 1, 'a'), /20 MB/],
  ])('%s', async (name, content, reason) => {
    expect(await reasonFor(write(name, content))).toMatch(reason);
  });

  it('a file that is not there, and a folder', async () => {
    expect(await reasonFor('/findes/ikke.txt')).toMatch(/findes ikke/);
    expect(await reasonFor(temporaryFolder())).toMatch(/ikke en fil/);
  });
});
