/** Which end of a distribution a probability is of: P(X <= x) or P(X > x). R: `lower.tail`. */
export type Tail = 'lower' | 'upper';

export function otherTail(tail: Tail): Tail {
  return tail === 'lower' ? 'upper' : 'lower';
}

/** Logarithms of the smallest and of the largest doubles with all their digits. */
const lowest = -708;
const highest = 709.7;

/**
 * The x > 0 whose tail probability is p, for a distribution on the positive numbers. Searches log x by Chandrupatla's (1997)
 * bracketing on log probabilities, to about 1e-15 relative; 0 or Infinity where x is
 * beyond what a double holds with all its digits. `probability` must be monotone; p in (0, 1).
 */
export function positiveQuantile(probability: (x: number, tail: Tail) => number, p: number, tail: Tail): number {
  const side = p <= 0.5 ? tail : otherTail(tail);
  const target = Math.log(p <= 0.5 ? p : 1 - p);
  const rising = side === 'lower' ? 1 : -1;
  const distance = (u: number) => {
    const logged = Math.log(probability(Math.exp(u), side));
    return rising * ((logged === Number.NEGATIVE_INFINITY ? -1e6 : logged) - target);
  };
  let low = -1;
  let high = 1;
  for (let step = 1; distance(low) > 0 && low > lowest; step *= 2) low = Math.max(low - step, lowest);
  if (distance(low) > 0) return 0;
  for (let step = 1; distance(high) < 0 && high < highest; step *= 2) high = Math.min(high + step, highest);
  if (distance(high) < 0) return Number.POSITIVE_INFINITY;
  return Math.exp(root(distance, low, high));
}

/** The root of a function that is negative at `low` and positive at `high`. Chandrupatla (1997). */
function root(distance: (u: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = distance(a);
  let fb = distance(b);
  if (fa >= 0) return a;
  if (fb <= 0) return b;
  let c = a;
  let fc = fa;
  let t = 0.5;
  for (let iteration = 0; iteration < 200; iteration += 1) {
    const x = a + t * (b - a);
    const fx = distance(x);
    if (Math.sign(fx) === Math.sign(fa)) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const [best, value] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const tolerance = 2e-16 * Math.abs(best) + 1e-17;
    const limit = tolerance / Math.abs(b - a);
    if (value === 0 || limit > 0.5) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    t =
      phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
        ? (fa / (fb - fa)) * (fc / (fb - fc)) + (((c - a) / (b - a)) * fa * fb) / ((fc - fa) * (fc - fb))
        : 0.5;
    t = Math.min(1 - limit, Math.max(limit, t));
  }
  return a;
}
