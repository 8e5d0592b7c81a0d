import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import { emptyInstrument } from './build-instrument.ts';
import { takeBack } from './take-back.ts';
import { addLanguage } from './translation/translatable-text.ts';

const before = emptyInstrument({ en: 'Visits', fr: 'Visites' });

test('a language is taken back, and what was written meanwhile stands', () => {
  const after = addLanguage(before, 'es');
  const present = { ...after, closing: { ...after.closing, en: 'Thank you' } };
  const back = takeBack(before, after, present);
  expect(back.languages).toEqual(before.languages);
  expect(back.closing.en).toBe('Thank you');
});

test('where both touched the same place, the later words stay', () => {
  const after = { ...before, title: { en: 'Calls', fr: 'Visites' } };
  const present = { ...before, title: { en: 'Letters', fr: 'Visites' } };
  expect(takeBack(before, after, present)).toEqual(present);
});

test('where nothing came after, everything is as before', () => {
  fc.assert(
    fc.property(anyInstrument, anyInstrument, (one, other) => {
      expect(takeBack(one, other, other)).toEqual(one);
    }),
    { numRuns: 60 },
  );
});
