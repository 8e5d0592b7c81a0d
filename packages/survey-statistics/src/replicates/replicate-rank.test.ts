import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandomGenerator } from '../drivers/random-generator.ts';
import { jackknifeRank } from './jackknife-rank.ts';
import { replicateDegreesOfFreedom } from './replicate-rank.ts';

/** Factors of a jackknife of strata with the given numbers of PSUs. */
function jackknife(sizes: readonly number[]): readonly Float64Array[] {
  const stratum = sizes.flatMap((n, s) => new Array<number>(n).fill(s));
  return stratum.map((own, deleted) =>
    Float64Array.from(stratum, (s, unit) => {
      const n = sizes[own]!;
      return unit === deleted ? 0 : s === own ? n / (n - 1) : 1;
    }),
  );
}

const shapes = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 5 });

test('the structure of a jackknife gives the rank that elimination finds, whichever units are present', () => {
  fc.assert(
    fc.property(shapes, fc.infiniteStream(fc.boolean()), fc.integer({ min: 0, max: 1 }), (sizes, coins, lonely) => {
      const own = jackknife(sizes);
      // A PSU alone in its stratum has no replicate: its factor is 1 throughout.
      const factors = own.map((column) => Float64Array.of(...column, ...new Array<number>(lonely).fill(1)));
      const units = factors[0]!.length;
      const present = Int32Array.from(
        Array.from({ length: units }, (_, unit) => unit).filter(() => coins.next().value),
      );
      const weights = Float64Array.from({ length: units }, (_, unit) => (present.includes(unit) ? 1 + unit : 0));
      const unit = Int32Array.from({ length: units }, (_, row) => row);
      const df = replicateDegreesOfFreedom({ weights, replicates: { form: 'factors', unit, factors } }, null);
      expect(jackknifeRank(factors, present)).toBe(df + 1);
    }),
    { numRuns: 200 },
  );
});

test('other factors have no such structure', () => {
  expect(jackknifeRank([Float64Array.of(2, 0, 2), Float64Array.of(0, 2, 0)], Int32Array.of(0, 1, 2))).toBeNull();
  const [first, ...rest] = jackknife([3, 2]);
  expect(jackknifeRank(rest, Int32Array.of(0, 1))).toBeNull();
  expect(jackknifeRank([first!, first!, ...rest], Int32Array.of(0, 1))).toBeNull();
});

test('large matrices: the sample of rows, the structure and the elimination agree', () => {
  const factors = jackknife(new Array<number>(70).fill(4));
  const unit = Int32Array.from({ length: 30_000 }, (_, row) => (row * 7919) % 280);
  const weights = Float64Array.from(unit, (u, row) => 1 + (u % 5) + (row % 3));
  const byUnit = { weights, replicates: { form: 'factors', unit, factors } } as const;
  expect(replicateDegreesOfFreedom(byUnit, null)).toBe(210);
  const columns = factors.map((column) => weights.map((weight, row) => weight * column[unit[row]!]!));
  const half = Int32Array.from({ length: 40 }, (_, row) => row);
  const byRow = { weights, replicates: { form: 'columns', columns: columns.slice(0, 20) } } as const;
  expect(replicateDegreesOfFreedom(byRow, null)).toBe(15);
  expect(replicateDegreesOfFreedom(byUnit, half)).toBe(39);
});

test('a large bootstrap has one degree of freedom less than replicates, in every domain with enough PSUs', () => {
  const random = createRandomGenerator(6);
  const units = 600;
  const factors = Array.from({ length: 200 }, () => {
    const column = new Float64Array(units);
    for (let draw = 0; draw < units; draw += 1) column[Math.floor(random() * units)]! += 1;
    return column;
  });
  const unit = Int32Array.from({ length: units }, (_, row) => row);
  const design = { weights: new Float64Array(units).fill(2), replicates: { form: 'factors', unit, factors } } as const;
  expect(replicateDegreesOfFreedom(design, null)).toBe(199);
  expect(replicateDegreesOfFreedom(design, unit.slice(1))).toBe(199);
  expect(replicateDegreesOfFreedom(design, unit.slice(0, 550))).toBe(199);
  expect(replicateDegreesOfFreedom(design, unit.slice(0, 150))).toBe(149);
  const twice = { ...design, replicates: { form: 'factors', unit, factors: [...factors, ...factors] } } as const;
  expect(replicateDegreesOfFreedom(twice, null)).toBe(199);
});
