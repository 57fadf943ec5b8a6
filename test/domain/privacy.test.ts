// What counts as a civil registration number, and what only looks a little like one.
import { describe, expect, test } from 'vitest';
import { holdsPersonalNumber, refusePersonalNumbers } from '../../src/domain/privacy.ts';

describe('a civil registration number', () => {
  test.each([
    '010203-4567',
    '0102034567',
    '010203 4567',
    '010203–4567',
    'Eleven (311299-1234) er flyttet',
    'cpr:290200-0000.',
  ])('is found in %j', text => expect(holdsPersonalNumber(text)).toBe(true));

  test.each([
    '99 00 00 00',
    '+45 99000000',
    '45 99 00 00 00',
    'EAN 5798000123456',
    '2021-2023',
    '20212023',
    '320199-1234',
    '011399-1234',
    '000000-0000',
    'sag 10203-4567',
    'kl. 08.30-10.15 den 12-03-2024',
    'DK 1234567890123456',
  ])('is not found in %j', text => expect(holdsPersonalNumber(text)).toBe(false));

  test('is refused in any of several texts, by an error that does not repeat it', () => {
    expect(() => refusePersonalNumbers('Hej', 'om 010203-4567')).toThrow(
      expect.objectContaining({ code: 'personal-number', message: expect.not.stringContaining('4567') }),
    );
    expect(() => refusePersonalNumbers('Hej', '')).not.toThrow();
  });
});
