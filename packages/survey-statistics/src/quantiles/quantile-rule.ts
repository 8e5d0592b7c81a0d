import { mergeTies, type WeightedDistribution } from './weighted-distribution.ts';

/**
 * Which value is the quantile p of a weighted distribution F. `math` (= `hf1`): the smallest value with F >= p. `school`
 * (= `hf2`): the same, halfway to the next value where F = p exactly. `hf3` to `hf9`: weighted forms of types 3 to 9 of Hyndman
 * and Fan (1996), The American Statistician 50; `hf4` to `hf9` interpolate. R: `qrule`.
 */
export type QuantileRule = 'math' | 'school' | 'hf1' | 'hf2' | 'hf3' | 'hf4' | 'hf5' | 'hf6' | 'hf7' | 'hf8' | 'hf9';

/** Whether a rule needs the rows of equal values one by one: those that interpolate do. */
export function tiesOf(rule: QuantileRule): 'apart' | 'merged' {
  return rule === 'math' || rule === 'school' || rule === 'hf1' || rule === 'hf2' || rule === 'hf3'
    ? 'merged'
    : 'apart';
}

/** Shares that differ by less count as equal: what is left of rounding in sums of weights. */
const equalShares = 1e-13;

/**
 * Quantile p (0-1) of the distribution. At equal weights `hf1` to `hf9` are base R's types 1 to 9, but for `hf3`, which decides
 * the half-way case by the number of distinct values below. Below the first share all rules but `hf3` give the smallest value
 * (survey 4.1 gives the second for `math` and `school`, and values below the smallest for `hf4`).
 */
export function quantileOf(distribution: WeightedDistribution, p: number, rule: QuantileRule): number {
  const { values, weights, cumulative, total } = distribution;
  const count = values.length;
  const first = values[0]!;
  if (count === 1 || p <= 0) return first;
  const last = count - 1;
  const lastWeight = weights[last]!;
  const before = (at: number) => (at === 0 ? 0 : cumulative[at - 1]!);
  switch (rule) {
    case 'math':
    case 'hf1': {
      const { at, reached } = position(distribution, p);
      return at < 0 ? first : values[reached ? at : Math.min(at + 1, last)]!;
    }
    case 'school':
    case 'hf2': {
      const { at, reached } = position(distribution, p);
      if (at < 0) return first;
      const next = values[Math.min(at + 1, last)]!;
      return reached ? (values[at]! + next) / 2 : next;
    }
    case 'hf3': {
      const merged = mergeTies(distribution);
      const { at, reached } = position(merged, p);
      const low = Math.max(at, 0);
      return merged.values[reached && low % 2 === 1 ? low : Math.min(low + 1, merged.values.length - 1)]!;
    }
    case 'hf4':
      return interpolate(values, p, (at) => cumulative[at]! / total);
    case 'hf5':
      return interpolate(values, p, (at) => (cumulative[at]! - weights[at]! / 2) / total);
    case 'hf6':
      return interpolate(values, p, (at) => cumulative[at]! / (total + lastWeight));
    case 'hf7':
      return interpolate(values, p, (at) => before(at) / cumulative[last - 1]!);
    case 'hf8':
      return interpolate(values, p, (at) => (before(at) / 3 + (2 * cumulative[at]!) / 3) / (total + lastWeight / 3));
    case 'hf9':
      return interpolate(values, p, (at) => (before(at) * 3 + cumulative[at]! * 5) / 8 / (total + lastWeight / 4));
  }
}

/** The last entry whose share of the weights is at most p (-1: none), and whether it is p. */
function position({ cumulative, total }: WeightedDistribution, p: number) {
  const at = lastAtMost(cumulative.length, p, (index) => cumulative[index]! / total - equalShares);
  return { at, reached: at >= 0 && Math.abs(p - cumulative[at]! / total) <= equalShares };
}

/** The value at p on the line through (knot, value), flat outside of the knots. */
function interpolate(values: Float64Array, p: number, knot: (at: number) => number): number {
  const last = values.length - 1;
  const at = lastAtMost(values.length, p, knot);
  if (at < 0) return values[0]!;
  if (at >= last) return values[last]!;
  const from = knot(at);
  const share = (p - from) / (knot(at + 1) - from);
  return values[at]! + (values[at + 1]! - values[at]!) * share;
}

/** The last index whose rising knot is at most p; -1 where none is. */
function lastAtMost(count: number, p: number, knot: (at: number) => number): number {
  let low = -1;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knot(middle) <= p) low = middle;
    else high = middle;
  }
  return low;
}
