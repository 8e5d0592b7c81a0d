import { type Codebook, encodeDataset, profileTable, readTable } from '@common-measure/dataset';
import {
  type AnalysisRequest,
  type AnalysisResult,
  computeFromCases,
  type EstimateItem,
  plainCodebook,
  planRequest,
} from '@common-measure/estimate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDerivable } from './derivable.test-support.ts';
import { policyFor } from './policy.ts';
import { protect } from './protect.ts';

/** A case: its group, its sex and its answer, empty where not stated. */
type Row = readonly [g: string, h: string, y: string];

const levels = { g: ['a', 'b', 'c'], h: ['f', 'm'] } as const;

function result(
  rows: readonly Row[],
  estimates: readonly EstimateItem[],
  audience: AnalysisRequest['audience'] = 'organization',
  derive: AnalysisRequest['derive'] = [],
): AnalysisResult {
  const text = [['g', 'h', 'y'], ...rows].map((row) => row.join(',')).join('\n');
  const table = readTable(new TextEncoder().encode(text));
  if (!table.ok) throw new Error(JSON.stringify(table.reasons));
  const plain = plainCodebook(profileTable(table.value.headers, table.value.rows));
  const codebook: Codebook = {
    ...plain,
    variables: plain.variables.map((variable) =>
      variable.name === 'y'
        ? { ...variable, kind: 'number' }
        : {
            ...variable,
            kind: 'category',
            values: levels[variable.name as 'g' | 'h'].map((code) => ({ code, label: { en: code, fr: code } })),
          },
    ),
  };
  const plan = planRequest({ audience, derive, estimates: [...estimates] }, codebook);
  if (!plan.ok) throw new Error(JSON.stringify(plan.reasons));
  const dataset = encodeDataset(table.value, codebook);
  if (!dataset.ok) throw new Error(JSON.stringify(dataset.reasons));
  const computed = computeFromCases(plan.value, dataset.value);
  if (!computed.ok) throw new Error(JSON.stringify(computed.reasons));
  return protect(computed.value, policyFor(plan.value.audience), {
    inputs: [],
    method: 'test',
    software: '0',
    at: '2026-01-01T00:00:00Z',
  });
}

/** So many cases of one group, answering 1 to 5 in turn. */
function cases(n: number, g: string, h: string): readonly Row[] {
  return Array.from({ length: n }, (_, i): Row => [g, h, String((i % 5) + 1)]);
}

const mean = (by?: string[]): EstimateItem => ({
  statistic: 'mean',
  variable: 'y',
  ...(by === undefined ? {} : { by }),
});

describe('one group that may not be shown withholds its whole breakdown', () => {
  const rows = [...cases(40, 'a', 'f'), ...cases(40, 'b', 'm'), ...cases(9, 'c', 'f')];

  test('the small group as small, the others as complementary, the total stays', () => {
    const { estimates } = result(rows, [mean(), mean(['g'])]);
    expect(estimates.map((one) => (one.status === 'shown' ? one.n : one.reason))).toEqual([
      89,
      'complementary',
      'complementary',
      'small-cell',
    ]);
  });

  test('counts of a withheld breakdown are withheld with it', () => {
    const { counts } = result(rows, [mean(['g'])]);
    expect(counts.every(({ n, valid }) => n === null && valid === null)).toBe(true);
  });

  test('comparisons with the complement are withheld with it', () => {
    const { comparisons } = result(rows, [{ ...mean(['g']), versus: 'complement' }]);
    expect(comparisons.map((one) => (one.status === 'untested' ? one.reason : 'tested'))).toEqual([
      'withheld',
      'withheld',
      'withheld',
    ]);
  });

  test('a stricter audience has a higher threshold', () => {
    const wide = [...cases(40, 'a', 'f'), ...cases(40, 'b', 'm'), ...cases(15, 'c', 'f')];
    expect(result(wide, [mean(['g'])], 'organization').estimates.every(({ status }) => status === 'shown')).toBe(true);
    expect(result(wide, [mean(['g'])], 'public').estimates.every(({ status }) => status === 'withheld')).toBe(true);
  });
});

test('people who did not state their group are a group: a few of them withhold the breakdown', () => {
  const rows = [...cases(40, 'a', 'f'), ...cases(40, 'b', 'm'), ...cases(40, 'c', 'm'), ...cases(3, '', 'f')];
  expect(result(rows, [mean(['g'])]).estimates.every(({ status }) => status === 'withheld')).toBe(true);
});

test('a domain whose complement is small is withheld', () => {
  const rows = [...cases(40, 'a', 'f'), ...cases(4, 'a', 'm')];
  const [one] = result(rows, [{ ...mean(), where: { h: 'f' } }]).estimates;
  expect(one).toMatchObject({ status: 'withheld' });
});

test('a group that answered alike is withheld, a total that did is not', () => {
  const alike = Array.from({ length: 20 }, (): Row => ['a', 'f', '5']);
  const rows = [...alike, ...cases(40, 'b', 'm'), ...cases(40, 'c', 'm')];
  expect(result(rows, [mean(['g'])]).estimates[0]).toMatchObject({ status: 'withheld', reason: 'dominance' });
  expect(result(alike, [mean()]).estimates[0]).toMatchObject({ status: 'shown' });
});

test('the distribution of a category is withheld where one of its codes counts few people', () => {
  const rows = [...cases(40, 'a', 'f'), ...cases(40, 'b', 'm'), ...cases(3, 'c', 'm')];
  const { estimates } = result(rows, [{ statistic: 'proportion', variable: 'g' }]);
  expect(estimates.every(({ status }) => status === 'withheld')).toBe(true);
});

test('single responses are shown to those declared to read them, and the result says so', () => {
  const shown = result([...cases(40, 'a', 'f'), ...cases(1, 'b', 'm')], [mean(['g'])], 'single-responses');
  expect(shown.estimates[1]).toMatchObject({ status: 'shown', n: 1 });
  expect(shown.audience).toBe('single-responses');
  expect(shown.notes).toContain('audience-single-responses');
});

test('property: no group of fewer people than the threshold follows by subtraction from all that is shown together', () => {
  const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 14 }), fc.integer({ min: 10, max: 30 }));
  const atoms = ['a', 'b', 'c', ''].flatMap((g) => ['f', 'm', ''].map((h) => ({ g, h })));
  fc.assert(
    fc.property(fc.array(size, { minLength: atoms.length, maxLength: atoms.length }), (sizes) => {
      const rows = atoms.flatMap(({ g, h }, i) => cases(sizes[i] ?? 0, g, h));
      if (rows.length < 2) return;
      const plan: EstimateItem[] = [
        mean(),
        mean(['g']),
        mean(['h']),
        mean(['g', 'h']),
        { ...mean(), where: { g: 'a' } },
        { ...mean(), where: { g: ['a', 'b'] } },
        { ...mean(['h']), where: { g: 'a' } },
      ];
      const { estimates } = result(rows, plan);
      const published = estimates.flatMap((one) =>
        one.status === 'shown' ? [atoms.map((atom) => Number(isIn(atom, one.domain)))] : [],
      );
      const groups = [
        ...atoms.map((atom) => atoms.map((other) => Number(other === atom))),
        ...['a', 'b', 'c', ''].map((g) => atoms.map((atom) => Number(atom.g === g))),
        ...['f', 'm', ''].map((h) => atoms.map((atom) => Number(atom.h === h))),
      ];
      for (const group of groups) {
        const people = group.reduce((sum, inside, i) => sum + inside * (sizes[i] ?? 0), 0);
        if (people > 0 && people < 10) expect(isDerivable(group, published)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});

function isIn(atom: { readonly g: string; readonly h: string }, domain: Readonly<Record<string, string>>): boolean {
  return Object.entries(domain).every(([name, codes]) => codes.split('|').includes(atom[name as 'g' | 'h']));
}

describe('what a plan makes itself', () => {
  const rows = [...cases(40, 'a', 'f'), ...cases(40, 'a', 'm'), ...cases(40, 'b', 'f'), ...cases(3, 'b', 'm')];
  const few = [
    { name: 'both', from: ['g', 'h'] },
    { name: 'one', from: 'both', cases: [{ when: { codes: ['b.m'] }, value: 1 }], otherwise: 0 },
  ];

  test('an average does not tell how few people are in a crossing that was turned to numbers', () => {
    const shown = result(rows, [{ statistic: ['mean', 'total'], variable: 'one' }], 'organization', few);
    expect(shown.estimates.map((one) => one.status === 'withheld' && one.reason)).toEqual(['small-cell', 'small-cell']);
  });

  test('nor does it tell that nobody is in one cell of a crossing, where another cell holds few', () => {
    const none = [few[0]!, { ...few[1]!, cases: [{ when: { codes: ['c.f'] }, value: 1 }] }];
    const shown = result(rows, [{ statistic: 'mean', variable: 'one' }], 'organization', none);
    expect(shown.estimates.map(({ status }) => status)).toEqual(['withheld']);
  });

  test('an opinion recoded stays one, though few hold it', () => {
    const high = [{ name: 'high', from: 'y', cases: [{ when: { atLeast: 5 }, value: 1 }], otherwise: 0 }];
    const shown = result(cases(40, 'a', 'f'), [{ statistic: 'mean', variable: 'high' }], 'organization', high);
    expect(shown.estimates.map(({ status }) => status)).toEqual(['shown']);
  });

  test('complete cases that leave out a few people are withheld, since all answers would tell theirs', () => {
    const low = [{ name: 'low', from: 'y', cases: [{ when: { atMost: 4 }, value: 1 }] }];
    const answers = cases(60, 'a', 'f').filter(([, , y], i) => y !== '5' || i < 10);
    const entry = { statistic: 'mean', variables: ['y', 'low'] } as const;
    const ask = (missing: 'itemwise' | 'listwise') =>
      result(answers, [{ ...entry, variables: [...entry.variables], missing }], 'organization', low).estimates[0];
    expect(ask('itemwise')?.status).toBe('shown');
    expect(ask('listwise')?.status).toBe('withheld');
  });
});
