import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  betaProbability,
  betaQuantile,
  chiSquareProbability,
  chiSquareQuantile,
  fProbability,
  fQuantile,
  normalProbability,
  normalQuantile,
  studentTProbability,
  studentTQuantile,
} from '../index.ts';

type Entry = readonly (number | string)[];
const file = new URL('../../../../fixtures/r/distributions/expected.json', import.meta.url);
const oracle: Readonly<Record<'normal' | 't' | 'f' | 'chiSquare' | 'beta', readonly Entry[]>> = JSON.parse(
  readFileSync(file, 'utf8'),
);

function worst(entries: readonly Entry[], pairs: (entry: readonly number[]) => readonly (readonly [number, number])[]) {
  let error = 0;
  let where: readonly number[] = [];
  for (const entry of entries) {
    const numbers = entry.map(Number);
    for (const [got, wanted] of pairs(numbers)) {
      const relative = Math.abs(got / wanted - 1);
      if (!(relative <= error)) [error, where] = [relative, numbers];
    }
  }
  return { error, where };
}

function expectAccurate(found: { error: number; where: readonly number[] }, limit = 1e-12): void {
  expect(found.error, `at ${found.where.join(' ')}`).toBeLessThan(limit);
}

test('normal tails agree with 120-digit arithmetic', () => {
  expectAccurate(
    worst(oracle.normal, ([z, lower, upper]) => [
      [normalProbability(z!, 'lower'), lower!],
      [normalProbability(z!, 'upper'), upper!],
      [normalProbability(-z!, 'lower'), upper!],
    ]),
  );
});

test('t tails agree with 120-digit arithmetic', () => {
  expectAccurate(
    worst(oracle.t, ([t, df, upper]) => [
      [studentTProbability(t!, df!, 'upper'), upper!],
      [studentTProbability(-t!, df!, 'lower'), upper!],
    ]),
  );
});

test('F tails agree with 120-digit arithmetic', () => {
  expectAccurate(
    worst(oracle.f, ([f, df1, df2, lower, upper]) => [
      [fProbability(f!, df1!, df2!, 'lower'), lower!],
      [fProbability(f!, df1!, df2!, 'upper'), upper!],
    ]),
  );
});

test('chi-square tails agree with 120-digit arithmetic', () => {
  expectAccurate(
    worst(oracle.chiSquare, ([x, df, lower, upper]) => [
      [chiSquareProbability(x!, df!, 'lower'), lower!],
      [chiSquareProbability(x!, df!, 'upper'), upper!],
    ]),
  );
});

test('beta tails agree with 120-digit arithmetic', () => {
  expectAccurate(
    worst(oracle.beta, ([x, a, b, lower, upper]) => [
      [betaProbability(x!, a!, b!, 'lower'), lower!],
      [betaProbability(x!, a!, b!, 'upper'), upper!],
    ]),
  );
});

const probabilities = [1e-200, 1e-20, 1e-6, 0.001, 0.025, 0.2, 0.49, 0.5, 0.6, 0.975, 0.999999];

test('a quantile has the probability it was asked for, in both tails', () => {
  for (const p of probabilities)
    for (const tail of ['lower', 'upper'] as const) {
      const back: Record<string, number> = {
        normal: normalProbability(normalQuantile(p, tail), tail),
        t3: studentTProbability(studentTQuantile(p, 3, tail), 3, tail),
        t556: studentTProbability(studentTQuantile(p, 556, tail), 556, tail),
        chiSquare: chiSquareProbability(chiSquareQuantile(p, 4.5, tail), 4.5, tail),
        f: fProbability(fQuantile(p, 3, 77, tail), 3, 77, tail),
        // a quantile within 1e-16 of 1 cannot tell small upper tails apart
        ...(p > 1e-10 ? { beta: betaProbability(betaQuantile(p, 2.5, 40, tail), 2.5, 40, tail) } : {}),
      };
      for (const [name, got] of Object.entries(back))
        expect(Math.abs(got / p - 1), `${name} ${tail} ${p}: ${got}`).toBeLessThan(3e-12);
    }
});

test('quantiles agree with tables', () => {
  expect(normalQuantile(0.025, 'upper')).toBeCloseTo(1.959963984540054, 14);
  expect(studentTQuantile(0.025, 14, 'upper')).toBeCloseTo(2.144786687917804, 13);
  expect(chiSquareQuantile(0.05, 1, 'upper')).toBeCloseTo(3.841458820694124, 13);
  expect(fQuantile(0.05, 2, 12, 'upper')).toBeCloseTo(3.885293834652391, 13);
});

test('a quantile beyond the largest double is infinite, one nearer to 1 than a double tells is 1, one too small is 0', () => {
  expect(studentTQuantile(1e-300, 0.3, 'upper')).toBe(Number.POSITIVE_INFINITY);
  expect(studentTQuantile(1e-300, 0.3, 'lower')).toBe(Number.NEGATIVE_INFINITY);
  expect(betaQuantile(1e-200, 57, 0.28, 'upper')).toBe(1);
  expect(chiSquareQuantile(1e-300, 0.3, 'lower')).toBe(0);
});

test('arguments outside of a distribution give NaN', () => {
  expect(studentTProbability(1, 0, 'upper')).toBeNaN();
  expect(normalQuantile(1.2, 'lower')).toBeNaN();
  expect(betaQuantile(-0.1, 1, 1, 'lower')).toBeNaN();
});
