import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInstrument } from './built-instrument.fixture.ts';
import { checkInstrument } from './check-instrument.ts';
import { duplicateSection } from './copy-part.ts';
import { questionsOf } from './edit-instrument.ts';
import { formatInstrument } from './format-instrument.ts';
import type { Instrument } from './instrument.ts';
import { readInstrumentFile } from './read-instrument-file.ts';
import { filledInstrument } from './slots.ts';

test('any instrument that the builder can make is free of flaws, and a file of it reads as the same instrument', () => {
  fc.assert(
    fc.property(builtInstrument(), (instrument) => {
      expect(checkInstrument(instrument)).toEqual([]);
      expect(readInstrumentFile(formatInstrument(instrument))).toEqual({ ok: true, value: instrument });
      expect(checkInstrument(filledInstrument(instrument))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('the acts reach every field of the format', () => {
  const seen = new Set<string>();
  const note = (one: object) => {
    for (const name of Object.keys(one)) seen.add(name);
  };
  for (const instrument of fc.sample(builtInstrument(), { numRuns: 150, seed: 7 }) satisfies readonly Instrument[]) {
    note(instrument);
    for (const section of instrument.sections) note(section);
    for (const question of questionsOf(instrument)) {
      note(question);
      for (const option of question.options) note(option);
    }
  }
  for (const field of [
    'arms',
    'quotas',
    'slots',
    'referencePeriod',
    'modes',
    'pageWords',
    'paging',
    'expectation',
    'group',
  ])
    expect([...seen]).toContain(field);
  for (const field of ['showIf', 'skips', 'atMost', 'order', 'min', 'decimals', 'earliest', 'softRequired', 'specify'])
    expect([...seen]).toContain(field);
});

test('a part that is copied into such an instrument leaves it free of flaws', () => {
  fc.assert(
    fc.property(builtInstrument(), (instrument) => {
      const [first] = instrument.sections;
      const copied = first && duplicateSection(instrument, first.code)?.instrument;
      expect(copied && checkInstrument(copied)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
