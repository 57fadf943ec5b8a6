// What must never be stored, logged or sent on: Danish civil registration numbers. Every entrance that takes people's words goes through here.
import { AppError } from '../lib/errors.ts';
import { holdsPersonalNumber } from '../model/personal-number.ts';

/** @throws AppError `personal-number`, whose message does not repeat the number. */
export function refusePersonalNumbers(...texts: string[]): void {
  if (texts.some(holdsPersonalNumber))
    throw new AppError('personal-number', 'the text holds a civil registration number');
}
