// What must never be stored, logged or sent on: Danish civil registration numbers. Every entrance that takes people's words goes through here.
import { AppError } from '../lib/errors.ts';

/** `ddmmyy-xxxx`, also without the hyphen or with a space; the date must be one. */
const personalNumber = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-– ]?\d{4}(?!\d)/;

export const holdsPersonalNumber = (text: string): boolean => personalNumber.test(text);

/** @throws AppError `personal-number`, whose message does not repeat the number. */
export function refusePersonalNumbers(...texts: string[]): void {
  if (texts.some(holdsPersonalNumber))
    throw new AppError('personal-number', 'the text holds a civil registration number');
}
