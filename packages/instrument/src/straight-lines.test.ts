import { describe, expect, test } from 'vitest';
import { emptyInstrument } from './build-instrument.ts';
import type { Answers, Instrument } from './instrument.ts';
import { canStraightLine, straightLines, straightLining } from './straight-lines.ts';
import { aQuestion } from './testing.fixture.ts';

const codes = ['a', 'b', 'c', 'd', 'e'];
const instrument: Instrument = {
  ...emptyInstrument({ en: 'Visit', fr: 'Visite' }),
  sections: [{ code: 's', title: { en: 'S', fr: 'S' }, questions: codes.map((code) => aQuestion(code)) }],
};
const answered = (...points: readonly string[]): Answers =>
  Object.fromEntries(
    points.map((point, at) => [
      codes[at] ?? '',
      point === '-' ? { kind: 'missing', missing: 'dont-know' } : { kind: 'codes', codes: [point] },
    ]),
  );

describe('a straight line', () => {
  test('is the same point for every statement of a matrix', () => {
    expect(straightLines(instrument, answered('3', '3', '3', '3', '3'))).toEqual(['a']);
    expect(straightLines(instrument, answered('3', '3', '3', '3', '4'))).toEqual([]);
  });

  test('needs four answers; those not given are passed over', () => {
    expect(straightLines(instrument, answered('2', '-', '2', '2', '2'))).toEqual(['a']);
    expect(straightLines(instrument, answered('2', '-', '2', '-', '2'))).toEqual([]);
    expect(straightLines(instrument, {})).toEqual([]);
  });
});

describe('a person who straight-lines', () => {
  const second = ['f', 'g', 'h', 'i'];
  const two: Instrument = {
    ...instrument,
    sections: [
      ...instrument.sections,
      { code: 't', title: { en: 'T', fr: 'T' }, questions: second.map((code) => aQuestion(code)) },
    ],
  };
  const also = (...points: readonly string[]): Answers =>
    Object.fromEntries(points.map((point, at) => [second[at] ?? '', { kind: 'codes', codes: [point] }]));

  test('does so in every matrix of which she answered enough', () => {
    const first = answered('3', '3', '3', '3', '3');
    expect(straightLining(two, { ...first, ...also('5', '5', '5', '5') })).toBe(true);
    expect(straightLining(two, { ...first, ...also('5', '5', '5', '1') })).toBe(false);
    expect(straightLining(two, { ...first, ...also('5', '1') })).toBe(true);
  });

  test('cannot be told where no matrix has four answers', () => {
    expect(straightLining(two, answered('3', '3', '3'))).toBeNull();
    expect(canStraightLine(two)).toBe(true);
    expect(canStraightLine(emptyInstrument({ en: 'Visit', fr: 'Visite' }))).toBe(false);
  });
});
