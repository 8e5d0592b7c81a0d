import { binomialTerm } from './stirling-error.ts';

const tiny = 1e-300;
const maximumTerms = 200_000;

/**
 * Both tails of the regularised incomplete beta function: [I_x(a, b), I_y(b, a)] with y = 1 - x handed in, so that neither
 * end loses digits; a, b > 0. Continued fraction by the modified Lentz method; DLMF 8.17.22. `prefix`, where the caller
 * knows it better, is x^a y^b / B(a, b). R: `pbeta`.
 */
export function incompleteBeta(
  x: number,
  y: number,
  a: number,
  b: number,
  prefix = ((a * b) / (a + b)) * binomialTerm(a, b, x, y),
): readonly [lower: number, upper: number] {
  if (x <= 0) return [0, 1];
  if (y <= 0) return [1, 0];
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = (prefix / a) * continuedFraction(x, a, b);
    return [lower, 1 - lower];
  }
  const upper = (prefix / b) * continuedFraction(y, b, a);
  return [1 - upper, upper];
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= maximumTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction;
}

function away(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
