import { describe, expect, it } from 'vitest';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import {
  at,
  type Json,
  numberAt,
  type ReferenceCase,
  readCases,
} from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, factorOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { estimateQuantiles } from './estimate-quantiles.ts';
import type { QuantileIntervalMethod } from './quantile-interval.ts';
import type { QuantileRule } from './quantile-rule.ts';

interface QuantileTerm {
  readonly [key: string]: Json;
}

describe('quantiles equal those of R survey', () => {
  const cases = readCases('quantiles');
  it.each(cases.filter(({ expected }) => 'terms' in (expected as object)).map((one) => [one.id, one] as const))(
    '%s',
    (_, reference) => {
      const terms = at(reference.expected, 'terms') as readonly QuantileTerm[];
      const table = tableOf(reference.id, reference.design);
      const names = [...new Set(terms.map((term) => String(term.variable)))];
      const estimated = estimateQuantiles(
        designOf(reference, table),
        names.map((label) => ({ label, values: table.number(label) })),
        { shares: [...new Set(terms.map((term) => Number(term.p)))], ...optionsOf(reference), level: 0.95 },
      );
      if (!estimated.ok) throw new Error(estimated.reasons.map(({ message }) => message).join(' '));
      expect(estimated.value).toHaveLength(terms.length);
      estimated.value.forEach((quantile, index) => {
        const term = terms[index]!;
        if (quantile.status !== 'estimated') throw new Error('no cases');
        const what = `${term.variable} ${term.p}`;
        expectClose(quantile.value, numberAt(term, 'estimate'), reference.tolerance, 0, what);
        if (!('ci' in term)) return;
        expectClose(quantile.low, numberAt(term, 'ci', 0), reference.tolerance, 0, `${what} low`);
        expectClose(quantile.high, numberAt(term, 'ci', 1), reference.tolerance, 0, `${what} high`);
        expectClose(quantile.se, numberAt(term, 'se'), reference.tolerance, 0, `${what} se`);
      });
    },
  );

  it('q.by: each domain with its own degrees of freedom', () => {
    const reference = cases.find(({ id }) => id === 'q.by')!;
    const table = tableOf(reference.id, reference.design);
    const by = factorOf(reference, table, 'sch_wide');
    const estimated = estimateQuantiles(
      designOf(reference, table),
      [{ label: 'api00', values: table.number('api00') }],
      {
        shares: [0.5],
        rule: 'math',
        interval: 'mean',
        level: 0.95,
        by,
      },
    );
    if (!estimated.ok) throw new Error('refused');
    expect(estimated.value.map(({ label }) => label)).toEqual(at(reference.expected, 'by'));
    estimated.value.forEach((quantile, index) => {
      if (quantile.status !== 'estimated') throw new Error('no cases');
      expect(quantile.value).toBe(numberAt(reference.expected, 'estimate', index));
      expectClose(quantile.se, numberAt(reference.expected, 'se', index), reference.tolerance, 0, quantile.label);
    });
  });
});

/** The rule and the interval stand in the call of R: `qrule = "hf7"`, `interval.type = "beta"`. */
function optionsOf({ code }: ReferenceCase): {
  readonly rule: QuantileRule;
  readonly interval: QuantileIntervalMethod;
} {
  const rule = /qrule = "(\w+)"/.exec(code)?.[1] ?? 'math';
  const interval = /interval\.type = "(\w+)"/.exec(code)?.[1] ?? 'mean';
  return { rule: rule as QuantileRule, interval: interval as QuantileIntervalMethod };
}
