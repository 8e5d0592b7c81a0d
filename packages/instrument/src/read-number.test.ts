import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';
import { readNumber, westernDigits } from './read-number.ts';

test('a number or a day typed in the digits of another script is the same number or day', () => {
  expect(['١٥', '۱۵', '१५', '਼੧੫'.slice(1), '１５', '١٬٢٠٠', '١٫٥'].map((typed) => readNumber(typed))).toEqual([
    15, 15, 15, 15, 15, 1200, 1.5,
  ]);
  expect(readDate('٢٠٢٧-٠٦-٠١')).toBe('2027-06-01');
});

test('every digit that Unicode has is worth what its place in its row of ten says', () => {
  // Ten digits in a row, each script: 0 to 9 whatever the script, as many rows as the runtime’s Unicode knows.
  const digits = Array.from({ length: 0x1ffff }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter((sign) => /\p{Nd}/u.test(sign));
  expect(digits.length).toBeGreaterThan(500);
  const worth = digits.map(westernDigits).join('');
  expect(worth).toBe('0123456789'.repeat(digits.length / 10));
});
