// What counts as a Danish civil registration number (CPR): for domain/privacy, which refuses people's words, and the import, which refuses files.

/**
 * `ddmmyy-xxxx` with whatever people put between the parts; the date must be one. Days 61–91 are replacement numbers,
 * which the authorities give to those without a number of their own.
 */
const personalNumber =
  /(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[\s.\-/\u2010-\u2015\u2212]{0,3}(?:0[1-9]|1[0-2])[\s.\-/\u2010-\u2015\u2212]{0,3}\d{2}[\s.\-/\u2010-\u2015\u2212]{0,3}\d{4}(?!\d)/;

/** In plain figures, and without the invisible characters (soft hyphens …) that copied text is full of. */
const readable = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

export const holdsPersonalNumber = (text: string): boolean => personalNumber.test(readable(text));

/** The line, from 1, on which the first number begins. */
export function lineOfPersonalNumber(text: string): number | undefined {
  const plain = readable(text);
  const found = personalNumber.exec(plain);
  return found ? plain.slice(0, found.index).split(/\r\n?|\n/).length : undefined;
}

/** `[CPR]` in place of each number; a text without one stays as it is. */
export const hidePersonalNumbers = (text: string): string =>
  holdsPersonalNumber(text) ? readable(text).replace(new RegExp(personalNumber, 'g'), '[CPR]') : text;
