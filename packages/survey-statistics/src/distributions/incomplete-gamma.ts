import { poissonTerm } from './stirling-error.ts';

const tiny = 1e-300;
const maximumTerms = 1_000_000;

/**
 * Both tails of the regularised incomplete gamma function, [P(a, x), Q(a, x)], a > 0, x >= 0: series below x = a + 1,
 * continued fraction above (and for small a, where 1 - P would lose digits). DLMF 8.7.1, 8.9.2. R: `pgamma`.
 */
export function incompleteGamma(a: number, x: number): readonly [lower: number, upper: number] {
  if (x <= 0) return [0, 1];
  if (x === Number.POSITIVE_INFINITY) return [1, 0];
  const term = poissonTerm(a, x);
  if (x < a + 1 && !(a < 0.5 && x > 0.3)) {
    const lower = term * series(a, x);
    return [lower, 1 - lower];
  }
  const upper = term * a * continuedFraction(a, x);
  return [1 - upper, upper];
}

function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; n <= maximumTerms; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= maximumTerms; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / away(numerator * d + b);
    c = away(b + numerator / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction;
}

function away(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
