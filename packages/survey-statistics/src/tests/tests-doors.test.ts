import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectNear, productsOf, sample, taken } from '../../../../fixtures/r/random-sample.ts';
import {
  compareTwoGroups,
  compareTwoGroupsFromSums,
  compareWithRest,
  compareWithRestFromSums,
  createFactor,
  createSumsDesign,
  crossFactors,
  productsOfVariable,
  type SumsTTest,
  type SurveyDesign,
  sumColumns,
  testAssociation,
  testAssociationFromSums,
  testGoodnessOfFit,
  testGoodnessOfFitFromSums,
  testMean,
  testMeanFromSums,
  testPairedDifference,
  testPairedDifferenceFromSums,
} from '../index.ts';

type Made<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

function expectSameTest(got: Made<SumsTTest>, wanted: Made<SumsTTest>, what: string): void {
  expect(got.ok, what).toBe(wanted.ok);
  if (!got.ok || !wanted.ok) return;
  expectNear(got.value.value, wanted.value.value, 1, `${what} value`);
  expectNear(got.value.variance, wanted.value.variance, 1, `${what} variance`);
  expect([got.value.df, got.value.n], what).toEqual([wanted.value.df, wanted.value.n]);
}

test('t tests of a mean, of pairs, of two groups and of a group against the rest are the same through both doors', () => {
  fc.assert(
    fc.property(sample, (made) => {
      const { design, by, y, x } = made;
      const [first, second] = [
        { label: 'y', values: y },
        { label: 'x', values: x },
      ];
      const centred = { ...first, origin: 5.5 };
      const options = { missing: 'listwise' } as const;
      const one = productsOf(design, null, [centred]);
      expectSameTest(
        testMeanFromSums(one.design, one.sums, 0, { against: 5, domains: null }),
        testMean(design, first, { against: 5, ...options }),
        'mean',
      );
      const both = productsOf(design, null, [centred, { ...second, origin: 3 }]);
      expectSameTest(
        testPairedDifferenceFromSums(both.design, both.sums, 0, 1, null),
        testPairedDifference(design, first, second, options),
        'pairs',
      );
      const two = createFactor(Array.from(by.codes, (code) => (code === 0 || code === 1 ? String(code) : '')));
      const groups = productsOf(design, by, [centred]);
      const cells = taken(sumColumns(design, by, [centred], []));
      const direct = compareTwoGroups(design, first, two, options);
      expectSameTest(compareTwoGroupsFromSums(groups.design, groups.sums, 0, [[0], [1]]), direct, 'groups');
      const light = taken(createSumsDesign(cells.facts));
      const ofCells = compareTwoGroupsFromSums(light, taken(productsOfVariable(cells.sums, 0)), 0, [[0], [1]]);
      // Cell sums do not count rows of weight zero, by which a lonely PSU is told in a domain.
      if (design.weights.every((weight) => weight > 0)) expectSameTest(ofCells, direct, 'groups of cell sums');
      const rest = compareWithRest(design, first, by, 'a', 'complement');
      const summed = compareWithRestFromSums(groups.design, groups.sums, 0, [0], [1, 2]);
      expect(summed.ok).toBe(rest.ok);
      if (!rest.ok || !summed.ok) return;
      expectNear(summed.value.value, rest.value.value, 1, 'rest value');
      expectNear(summed.value.variance, rest.value.variance, 1, 'rest variance');
      expect(summed.value.df).toBe(rest.value.df);
    }),
    { seed: 20261206, numRuns: 200 },
  );
});

/** Cell sums do not count rows of weight zero, by which a lonely sampling unit is told in a domain. */
function withoutZeros(design: SurveyDesign): SurveyDesign {
  return { ...design, weights: design.weights.map((weight) => (weight === 0 ? 1 : weight)) };
}

test('goodness of fit is the same through both doors', () => {
  fc.assert(
    fc.property(sample, ({ design: sampled, by }) => {
      const design = withoutZeros(sampled);
      const one = { label: 'one', values: new Float64Array(design.rows).fill(1), origin: 1 };
      const { facts, sums } = taken(sumColumns(design, by, [one], []));
      const shares = [0.5, 0.2, 0.3];
      const direct = testGoodnessOfFit(design, by, shares, { missing: 'listwise' });
      const summed = testGoodnessOfFitFromSums(taken(createSumsDesign(facts)), sums, 0, shares);
      expect(summed.ok).toBe(direct.ok);
      if (!direct.ok || !summed.ok) return;
      expectNear(summed.value.value, direct.value.value, 1, 'value');
      if (!(direct.value.scale > 1e-9)) return;
      expectNear(summed.value.scale, direct.value.scale, 1, 'scale');
      expect(Math.abs(summed.value.df - direct.value.df)).toBeLessThan(1e-9);
    }),
    { seed: 20261207, numRuns: 200 },
  );
});

test('the test of association is the same through both doors, lonely sampling units included', () => {
  const statistics = ['F', 'Chisq', 'adjWald'] as const;
  let compared = 0;
  fc.assert(
    fc.property(sample, fc.constantFrom(...statistics), ({ design: sampled, by, z }, statistic) => {
      const design = withoutZeros(sampled);
      const other = createFactor(Array.from(z, (value) => (value % 2 === 0 ? 'even' : 'odd')));
      if (other.levels.length < 2) return;
      const crossing = taken(crossFactors([other, by], true));
      const one = { label: 'one', values: new Float64Array(design.rows).fill(1), origin: 1 };
      const { facts, sums } = taken(sumColumns(design, crossing, [one], []));
      const crossed = { rows: by.levels, columns: other.levels, variable: 0, designRows: design.rows };
      const direct = testAssociation(design, by, other, { statistic, missing: 'listwise' });
      const summed = testAssociationFromSums(taken(createSumsDesign(facts)), sums, crossed, statistic);
      if (!direct.ok || !summed.ok) return;
      // Where hardly a sampling unit is left the covariance is nearly singular.
      if (direct.value.p === null || !(direct.value.value < 1e4)) return;
      compared += 1;
      const near = Math.abs(summed.value.value / direct.value.value - 1);
      expect(near < 1e-8 || direct.value.value < 1e-8).toBe(true);
    }),
    { seed: 20261208, numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(60);
});
