/**
 * P(sum l_i chi2_{h_i} > x) by inverting the moment generating function along a contour through the saddlepoint: a hyperbola
 * that bends around the singularities, where the trapezoidal rule converges geometrically. Relative accuracy about 1e-12 also
 * in the tail; coefficients of both signs, degrees of freedom need not be whole. Trefethen and Weideman (2014), SIAM Review 56,
 * for the rule; Imhof (1961) for the distribution.
 */
export function exactTail(x: number, coefficients: readonly number[], df: readonly number[]): number {
  const largest = Math.max(...coefficients);
  if (!(largest > 0)) return x < 0 ? 1 : 0;
  const terms = coefficients
    .map((coefficient, index) => ({ l: coefficient / largest, h: df[index]! }))
    .filter(({ l }) => l !== 0);
  const at = x / largest;
  const centre = contourCentre(at, terms);
  const curvature = terms.reduce((sum, { l, h }) => sum + 2 * h * (l / (1 - 2 * centre * l)) ** 2, 0);
  const width = 1 / Math.sqrt(curvature + 1 / (centre * centre));
  let previous = Number.NaN;
  for (let step = 0.25; step > 1e-3; step /= 2) {
    const sum = trapezoid(at, terms, centre, width, step);
    if (Math.abs(sum - previous) <= 1e-14 * Math.abs(sum)) return Math.min(1, Math.max(0, sum));
    previous = sum;
  }
  return Math.min(1, Math.max(0, previous));
}

interface Term {
  readonly l: number;
  readonly h: number;
}

/** Where K'(s) = x, kept right of 0 and left of the singularity at 1/2. */
function contourCentre(x: number, terms: readonly Term[]): number {
  let low = 0.02;
  let high = 0.499;
  const slope = (s: number) => terms.reduce((sum, { l, h }) => sum + (h * l) / (1 - 2 * s * l), 0) - x - 1 / s;
  if (slope(low) > 0) return low;
  if (slope(high) < 0) return high;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function trapezoid(x: number, terms: readonly Term[], centre: number, width: number, step: number): number {
  let sum = 0;
  let small = 0;
  for (let index = 0; index < 40 / step; index += 1) {
    const u = index * step;
    const real = centre + width * (Math.cosh(u) - 1);
    const imaginary = width * Math.sinh(u);
    let logSize = -x * real;
    let angle = -x * imaginary;
    for (const { l, h } of terms) {
      const re = 1 - 2 * l * real;
      const im = -2 * l * imaginary;
      logSize -= (h / 4) * Math.log(re * re + im * im);
      angle -= (h / 2) * Math.atan2(im, re);
    }
    const size = Math.exp(logSize);
    const square = real * real + imaginary * imaginary;
    const cos = (size * Math.cos(angle)) / square;
    const sin = (size * Math.sin(angle)) / square;
    const quotientReal = cos * real + sin * imaginary;
    const quotientImaginary = sin * real - cos * imaginary;
    const slopeReal = width * Math.sinh(u);
    const slopeImaginary = width * Math.cosh(u);
    const part = quotientReal * slopeImaginary + quotientImaginary * slopeReal;
    sum += index === 0 ? part / 2 : part;
    const bound = size * Math.hypot(slopeReal, slopeImaginary);
    small = bound < 1e-18 * Math.abs(sum) * Math.sqrt(square) ? small + 1 : 0;
    if (small > 3) break;
  }
  return (sum * step) / Math.PI;
}
