/**
 * A root of f between two points at which it has different signs, to within `tolerance` of x; null where the signs agree.
 * Brent (1973), Algorithms for Minimization without Derivatives, ch. 4, step by step as R's `uniroot`, so that a coarse
 * tolerance stops at the same point.
 */
export function findRoot(f: (x: number) => number, from: number, to: number, tolerance: number): number | null {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) return null;
  let [c, fc] = [a, fa];
  for (let step = 0; step < 1000; step += 1) {
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const near = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= near || fb === 0) return b;
    let move = half;
    if (Math.abs(previous) >= near && Math.abs(fa) > Math.abs(fb))
      move = interpolated({ a, b, c, fa, fb, fc, half, near, previous }) ?? half;
    if (Math.abs(move) < near) move = move > 0 ? near : -near;
    [a, fa] = [b, fb];
    b += move;
    fb = f(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) [c, fc] = [a, fa];
  }
  return b;
}

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
  readonly half: number;
  readonly near: number;
  readonly previous: number;
}

/** The secant or inverse quadratic step; null where it would leave the bracket or gain less than halving does. */
function interpolated({ a, b, c, fa, fb, fc, half, near, previous }: Bracket): number | null {
  let p: number;
  let q: number;
  if (a === c) {
    p = (c - b) * (fb / fa);
    q = 1 - fb / fa;
  } else {
    const [r, s, t] = [fa / fc, fb / fc, fb / fa];
    p = t * ((c - b) * r * (r - s) - (b - a) * (s - 1));
    q = (r - 1) * (s - 1) * (t - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  const inside = p < (2 * half * q * 3) / 4 - Math.abs(near * q) / 2;
  return inside && p < Math.abs((previous * q) / 2) ? p / q : null;
}
