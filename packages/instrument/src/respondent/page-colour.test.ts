import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourRule, contrastRatio, isReadableColour, readableTone, tonesOf } from './page-colour.ts';

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
  expect(colourRule('#7a0019')).toBe(':root{--accent:#7a0019;--deep:#5f0014;--wash:#f6edef}');
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

test('a colour too pale is offered in the lightest tone that words on white can be read in, and no lighter one would do', () => {
  expect(readableTone('#7a0019')).toBe('#7a0019');
  expect(readableTone('#ffffff')).toBe('#767676');
  expect(readableTone('red')).toBeNull();
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(part, part, part, (...parts) => {
      const colour = `#${parts.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
      const tone = readableTone(colour) ?? '';
      const ratio = contrastRatio(tone, '#ffffff');
      expect(ratio).toBeGreaterThanOrEqual(4.5);
      if (contrastRatio(colour, '#ffffff') < 4.5) expect(ratio).toBeLessThan(4.75);
    }),
  );
});

test('links and edges stand out from the tinted ground as they do from white, whatever the colour', () => {
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(part, part, part, (...parts) => {
      const colour = `#${parts.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
      const { accent, deep, wash } = tonesOf(readableTone(colour) ?? '');
      expect(contrastRatio(deep, wash)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(accent, wash)).toBeGreaterThanOrEqual(3);
      expect(contrastRatio('#15202b', wash)).toBeGreaterThanOrEqual(7);
    }),
  );
});
