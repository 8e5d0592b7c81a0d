import { type Contrast, testAgainstZero } from '../contrast.ts';
import { chiSquareProbability } from '../distributions/gamma.ts';
import { binomialTerm } from '../distributions/stirling-error.ts';

export interface PearsonTest {
  readonly value: number;
  readonly df: number;
  readonly p: number;
  readonly expected: readonly (readonly number[])[];
}

/**
 * Pearson's chi-square of a table of counts from a simple random sample (rows of columns), with Yates' correction of 2 x 2
 * tables where asked. For samples with weights, strata or clusters use `testAssociation`. R: `chisq.test`. Oracle:
 * fixtures/r/reference, case chi.unweighted. Null where a row or column is empty.
 */
export function pearsonTest(counts: readonly (readonly number[])[], correction: 'none' | 'yates'): PearsonTest | null {
  const rowTotals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = (counts[0] ?? []).map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  const total = rowTotals.reduce((sum, count) => sum + count, 0);
  const df = (rowTotals.length - 1) * (columnTotals.length - 1);
  if (df < 1 || [...rowTotals, ...columnTotals].some((count) => !(count > 0))) return null;
  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / total));
  const distances = counts.flatMap((row, i) => row.map((count, j) => Math.abs(count - expected[i]![j]!)));
  const shift =
    correction === 'yates' && counts.length === 2 && columnTotals.length === 2 ? Math.min(0.5, ...distances) : 0;
  const all = expected.flat();
  const value = distances.reduce((sum, distance, cell) => sum + (distance - shift) ** 2 / all[cell]!, 0);
  return { value, df, p: chiSquareProbability(value, df, 'upper'), expected };
}

/**
 * Fisher's exact test of a 2 x 2 table of counts: the chance, with all margins given, of a table no more probable than this
 * one. R: `fisher.test`. Oracle: fixtures/r/reference, case chi.unweighted.
 */
export function fisherExactTest([[a, b], [c, d]]: readonly [
  readonly [number, number],
  readonly [number, number],
]): number {
  const row = a + b;
  const column = a + c;
  const total = a + b + c + d;
  if (row === 0 || column === 0 || row === total || column === total) return 1;
  const lowest = Math.max(0, row + column - total);
  const share = column / total;
  const probability = (x: number) =>
    (binomialPoint(x, row, share) * binomialPoint(column - x, total - row, share)) /
    binomialPoint(column, total, share);
  const observed = probability(a) * (1 + 1e-7);
  let sum = 0;
  for (let x = lowest; x <= Math.min(row, column); x += 1) {
    const p = probability(x);
    if (p <= observed) sum += p;
  }
  return Math.min(1, sum);
}

function binomialPoint(x: number, n: number, p: number): number {
  if (x === 0) return (1 - p) ** n;
  if (x === n) return p ** n;
  return binomialTerm(x, n - x, p, 1 - p);
}

/** A group of a simple random sample: its mean, variance and number of cases. */
export interface SampleSummary {
  readonly mean: number;
  /** With n - 1. */
  readonly variance: number;
  readonly n: number;
}

/**
 * t test of two simple random samples, first minus second: `welch` with variances of their own and Satterthwaite's degrees
 * of freedom, `pooled` with one. For samples with weights or clusters use `compareTwoGroups`. R: `t.test`. Oracle:
 * fixtures/r/reference, case tt.classic.
 */
export function classicalTTest(first: SampleSummary, second: SampleSummary, variances: 'welch' | 'pooled'): Contrast {
  const difference = first.mean - second.mean;
  const [a, b] = [first.variance / first.n, second.variance / second.n];
  if (variances === 'welch')
    return testAgainstZero(difference, a + b, (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1)));
  const df = first.n + second.n - 2;
  const shared = (first.variance * (first.n - 1) + second.variance * (second.n - 1)) / df;
  return testAgainstZero(difference, shared * (1 / first.n + 1 / second.n), df);
}
