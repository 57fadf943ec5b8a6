// What counts as a civil registration number, and what only looks a little like one.
import { describe, expect, test } from 'vitest';
import { hidePersonalNumbers, holdsPersonalNumber, lineOfPersonalNumber } from '../../src/model/personal-number.ts';

describe('a civil registration number', () => {
  test.each([
    '010203-4567',
    '0102034567',
    '010203 4567',
    '010203–4567',
    '010203\u22124567',
    '010203\u00ad4567',
    '0102\u200b034567',
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

  test.each([
    ['0102034567', 1],
    ['Et\r\nto\r\n010203-4567 og 040506-7890', 3],
    ['Et\n\nom 010203-\n4567', 3],
    ['Ingen\nher', undefined],
  ])('in %j begins on line %s', (text, line) => expect(lineOfPersonalNumber(text)).toBe(line));

  test('is hidden wherever it stands, and a text without one stays as it is', () => {
    expect(hidePersonalNumbers('elev 010203-4567 og 0405067890.txt')).toBe('elev [CPR] og [CPR].txt');
    expect(hidePersonalNumbers('e\u0301n ﬁl.txt')).toBe('e\u0301n ﬁl.txt');
  });
});
