import type { Comparison, TestedComparison } from '@common-measure/estimate';
import { describe, expect, test } from 'vitest';
import { heldTogether, isClear, sameDomain } from './figures.ts';
import { withoutBreaks } from './wave-points.ts';

function tested(variable: string, p: number, warnings: TestedComparison['warnings'] = []): TestedComparison {
  return {
    estimand: { statistic: 'score', variable, value: null },
    domain: {},
    with: { kind: 'wave', label: '2025' },
    warnings,
    status: 'tested',
    other: 70,
    difference: 2,
    se: 1,
    ci: null,
    df: 100,
    t: 2,
    p,
    adjustedP: p,
    family: 1,
  };
}

const untested: Comparison = {
  estimand: { statistic: 'score', variable: 'wait', value: null },
  domain: {},
  with: { kind: 'wave', label: '2025' },
  warnings: [],
  status: 'untested',
  reason: 'withheld',
  difference: null,
};

describe('comparisons that are read side by side', () => {
  test('a finding that stands alone falls when it is one of many tests', () => {
    const alone = tested('ease', 0.03);
    expect(isClear(alone)).toBe(true);
    const [held] = heldTogether([alone, tested('trust', 0.4), tested('access', 0.6)]);
    expect(isClear(held ?? null)).toBe(false);
  });

  test('an untested comparison stays as it is and counts as no test', () => {
    const held = heldTogether([untested, tested('ease', 0.02), tested('trust', 0.04)]);
    expect(held[0]).toBe(untested);
    expect(held[1]).toMatchObject({ family: 2, adjustedP: expect.closeTo(0.04, 12) });
  });

  test('nothing is told from a test across a break in method', () => {
    expect(withoutBreaks(tested('ease', 0.001))).toMatchObject({ status: 'tested' });
    expect(withoutBreaks(tested('ease', 0.001, ['weighted-beside-unweighted']))).toMatchObject({
      status: 'untested',
      reason: 'not-comparable',
      difference: null,
    });
  });
});

test('a domain is the same whatever the order of its variables', () => {
  expect(sameDomain({ area: 'B', mode: 'web' }, { mode: 'web', area: 'B' })).toBe(true);
  expect(sameDomain({ area: 'B' }, {})).toBe(false);
});
