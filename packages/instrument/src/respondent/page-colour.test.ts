import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourRule, contrastRatio, isReadableColour } from './page-colour.ts';

test('contrast is that of WCAG: 21 of black on white, 1 of a colour on itself, 4.54 of #767676 and 4.48 of #777777 on white', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrastRatio('#0a5c63', '#0a5c63')).toBe(1);
  expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrastRatio('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

test('a colour that words on white could not be read in is not used, and nothing but a colour gets into the style', () => {
  expect(isReadableColour('#767676')).toBe(true);
  for (const colour of ['#777777', '#ffff00', 'red', '#fff', '#00000', '#000000}body{display:none', null, undefined])
    expect(colourRule(colour)).toBe('');
  expect(colourRule('#7a0019')).toBe(':root{--accent:#7a0019;--deep:#7a0019}');
});

test('whatever the colour, the rule is empty or readable', () => {
  const digit = fc.constantFrom(...'0123456789abcdef');
  fc.assert(
    fc.property(fc.array(digit, { minLength: 6, maxLength: 6 }), (digits) => {
      const colour = `#${digits.join('')}`;
      expect(colourRule(colour) === '').toBe(contrastRatio(colour, '#ffffff') < 4.5);
    }),
  );
});
