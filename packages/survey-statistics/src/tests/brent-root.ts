/**
 * Root of a function between two places where its signs differ, to within `tolerance`; null where they do not differ.
 * The steps are those of R's `uniroot`, so that what the tolerance leaves open is decided as there.
 * Brent (1973), Algorithms for Minimization without Derivatives, ch. 4.
 */
export function brentRoot(f: (x: number) => number, lower: number, upper: number, tolerance: number): number | null {
  let a = lower;
  let b = upper;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) return null;
  let c = a;
  let fc = fa;
  for (let iteration = 0; iteration <= 1000; iteration += 1) {
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const near = 2 * 2 ** -52 * Math.abs(b) + tolerance / 2;
    let step = (c - b) / 2;
    if (Math.abs(step) <= near || fb === 0) return b;
    if (Math.abs(previous) >= near && Math.abs(fa) > Math.abs(fb)) {
      const width = c - b;
      let p: number;
      let q: number;
      if (a === c) {
        const ratio = fb / fa;
        p = width * ratio;
        q = 1 - ratio;
      } else {
        const first = fb / fc;
        const second = fb / fa;
        q = fa / fc;
        p = second * (width * q * (q - first) - (b - a) * (first - 1));
        q = (q - 1) * (first - 1) * (second - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (p < 0.75 * width * q - Math.abs(near * q) / 2 && p < Math.abs((previous * q) / 2)) step = p / q;
    }
    if (Math.abs(step) < near) step = step > 0 ? near : -near;
    a = b;
    fa = fb;
    b += step;
    fb = f(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) {
      c = a;
      fc = fa;
    }
  }
  return b;
}
