// Texts with a civil registration number are refused; test/model tells what counts as one.
import { expect, test } from 'vitest';
import { refusePersonalNumbers } from '../../src/domain/privacy.ts';

test('a number in any of several texts is refused by an error that does not repeat it', () => {
  expect(() => refusePersonalNumbers('Hej', 'om 010203-4567')).toThrow(
    expect.objectContaining({ code: 'personal-number', message: expect.not.stringContaining('4567') }),
  );
  expect(() => refusePersonalNumbers('Hej', '')).not.toThrow();
});
