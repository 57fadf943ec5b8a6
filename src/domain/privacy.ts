// What must never be stored, logged or sent on: Danish civil registration numbers. Every entrance that takes people's words goes through here.
import { AppError } from '../lib/errors.ts';

/**
 * `ddmmyy-xxxx` with whatever people put between the parts; the date must be one. Days 61–91 are replacement numbers,
 * which the authorities give to those without a number of their own.
 */
const personalNumber =
  /(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[\s.\-/\u2010-\u2015]{0,3}(?:0[1-9]|1[0-2])[\s.\-/\u2010-\u2015]{0,3}\d{2}[\s.\-/\u2010-\u2015]{0,3}\d{4}(?!\d)/;

export const holdsPersonalNumber = (text: string): boolean => personalNumber.test(text.normalize('NFKC'));

/** @throws AppError `personal-number`, whose message does not repeat the number. */
export function refusePersonalNumbers(...texts: string[]): void {
  if (texts.some(holdsPersonalNumber))
    throw new AppError('personal-number', 'the text holds a civil registration number');
}
