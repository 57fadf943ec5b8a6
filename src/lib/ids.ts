// Ids for rows and turns, and the short reference numbers that users read out; built in app.ts.
import { randomInt } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Crockford's base 32: ascending in ASCII, so that ids of different milliseconds sort by time. */
const idAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Nothing that can be misheard or misread: no 0/O, 1/I/L, U/V. */
const referenceAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';

export interface Ids {
  /** 26 characters: 10 of time in milliseconds, 16 (80 bits) of chance. */
  next(): string;
  /** Such as `7K3-Q9F`: 29⁶ ≈ 600 million different ones, enough to find one error in a log. */
  reference(): string;
}

export function createIds(clock: Clock): Ids {
  return {
    next: () => encodeTime(clock.now().getTime()) + pick(idAlphabet, 16),
    reference: () => `${pick(referenceAlphabet, 3)}-${pick(referenceAlphabet, 3)}`,
  };
}

function encodeTime(ms: number): string {
  let rest = ms;
  let encoded = '';
  for (let place = 0; place < 10; place++) {
    encoded = idAlphabet.charAt(rest % 32) + encoded;
    rest = Math.floor(rest / 32);
  }
  return encoded;
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
