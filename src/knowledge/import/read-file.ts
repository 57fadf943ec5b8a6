// Reads one file into pages of text, whatever its format; called by import-documents.ts.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { AppError } from '../../lib/errors.ts';
import { htmlToText } from './clean/markup.ts';

/** Endings that can be imported. */
export const readableEndings = ['.txt', '.md', '.pdf', '.docx'] as const;
type Format = 'text' | 'pdf' | 'docx';

export const maximumBytes = 20 * 1024 * 1024;

/** A page of a document; `number` only where the file itself counts pages. */
export interface SourcePage {
  number?: number;
  text: string;
}

export interface SourceFile {
  fileName: string;
  /** Hex SHA-256 of the file's bytes. */
  sha256: string;
  format: Format;
  pages: SourcePage[];
}

/**
 * Reads a .txt or .md (UTF-8, otherwise Windows-1252), .pdf or .docx file of at most 20 MB.
 * @throws AppError `unreadable-document`; its message is a Danish reason that can be shown to the person who imports.
 */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const bytes = await readBytes(path);
  const format = formatOf(path, bytes);
  const pages = await readers[format](bytes);
  if (!pages.some(page => /\p{L}/u.test(page.text))) {
    throw unreadable(
      format === 'pdf'
        ? 'filen har ingen tekst; den er sikkert skannet og skal først gennem tekstgenkendelse (OCR)'
        : 'der er ingen tekst i filen',
    );
  }
  return { fileName: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), format, pages };
}

const unreadable = (reason: string, cause?: unknown) => new AppError('unreadable-document', reason, { cause });

async function readBytes(path: string): Promise<Buffer> {
  const size = await stat(path).then(
    found => (found.isFile() ? found.size : -1),
    cause => {
      throw unreadable('filen findes ikke eller kan ikke åbnes', cause);
    },
  );
  if (size < 0) throw unreadable('det er ikke en fil');
  if (size === 0) throw unreadable('filen er tom');
  if (size > maximumBytes) throw unreadable('filen fylder mere end 20 MB');
  return readFile(path).catch(cause => {
    throw unreadable('filen kan ikke åbnes', cause);
  });
}

/** The format the ending names, after a look at whether the content agrees. */
function formatOf(path: string, bytes: Buffer): Format {
  const ending = extname(path).toLowerCase();
  const isPdf = bytes.subarray(0, 1024).includes('%PDF-');
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
  const isCompound = bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'));
  switch (ending) {
    case '.pdf':
      if (!isPdf) throw unreadable('filen hedder .pdf, men er ikke en PDF');
      return 'pdf';
    case '.docx':
      if (isCompound) throw unreadable('filen er beskyttet med adgangskode eller er et ældre Word-dokument');
      if (!isZip) throw unreadable('filen hedder .docx, men er ikke et Word-dokument');
      return 'docx';
    case '.txt':
    case '.md':
      if (isPdf || isZip || isCompound || bytes.subarray(0, 8192).includes(0)) {
        throw unreadable(`filen hedder ${ending}, men er ikke ren tekst`);
      }
      return 'text';
    default:
      throw unreadable(`filtypen ${ending || 'uden endelse'} kan ikke læses; brug ${readableEndings.join(', ')}`);
  }
}

const readers: Record<Format, (bytes: Buffer) => Promise<SourcePage[]>> = {
  text: async bytes => {
    const texts = decode(bytes).split('\f');
    return texts.length === 1
      ? texts.map(text => ({ text }))
      : texts.map((text, index) => ({ number: index + 1, text }));
  },

  pdf: async bytes => {
    try {
      const document = await getDocumentProxy(new Uint8Array(bytes));
      const { text } = await extractText(document, { mergePages: false });
      return text.map((page, index) => ({ number: index + 1, text: page }));
    } catch (cause) {
      const locked = cause instanceof Error && cause.name === 'PasswordException';
      throw unreadable(locked ? 'filen er beskyttet med adgangskode' : 'PDF-filen er beskadiget', cause);
    }
  },

  docx: async bytes => {
    try {
      const { value } = await mammoth.convertToHtml({ buffer: bytes });
      return [{ text: htmlToText(value) }];
    } catch (cause) {
      throw unreadable('Word-dokumentet er beskadiget', cause);
    }
  },
};

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
