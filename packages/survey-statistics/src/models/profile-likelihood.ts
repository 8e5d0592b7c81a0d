/**
 * Where a profile crosses two cutoffs: a cubic spline through its points, read off at three times as many places, straight
 * lines between these. The limits are those of R digit by digit (`spline`, method fmm: Forsythe, Malcolm and Moler 1977, and
 * `approx`); against the exact crossing they are off by about a thousandth. Null where the profile does not reach a cutoff.
 */
export function crossProfile(
  x: readonly number[],
  y: readonly number[],
  cutoffs: readonly [number, number],
): readonly [number, number] | null {
  const count = 3 * x.length;
  const spline = cubicSpline(x, y);
  const first = x[0]!;
  const last = x[x.length - 1]!;
  const points = Array.from({ length: count }, (_, index) => {
    const at = index === count - 1 ? last : first + (index * (last - first)) / (count - 1);
    return { at, value: spline(at) };
  }).sort((a, b) => a.value - b.value);
  const limits = cutoffs.map((cutoff) => {
    const upper = points.findIndex(({ value }) => value >= cutoff);
    const high = points[upper];
    const low = points[upper - 1];
    if (high === undefined || (low === undefined && high.value !== cutoff)) return Number.NaN;
    if (low === undefined || high.value === cutoff) return high.at;
    return low.at + ((high.at - low.at) * (cutoff - low.value)) / (high.value - low.value);
  });
  return limits.some(Number.isNaN) ? null : [limits[0]!, limits[1]!];
}

/** Interpolating cubic spline whose end pieces follow the cubic through the four points nearest to each end. */
function cubicSpline(x: readonly number[], y: readonly number[]): (at: number) => number {
  const n = x.length;
  const b = new Float64Array(n);
  const c = new Float64Array(n);
  const d = new Float64Array(n);
  if (n < 3) {
    const slope = (y[1]! - y[0]!) / (x[1]! - x[0]!);
    return (at) => y[0]! + slope * (at - x[0]!);
  }
  d[0] = x[1]! - x[0]!;
  c[1] = (y[1]! - y[0]!) / d[0]!;
  for (let i = 1; i < n - 1; i += 1) {
    d[i] = x[i + 1]! - x[i]!;
    b[i] = 2 * (d[i - 1]! + d[i]!);
    c[i + 1] = (y[i + 1]! - y[i]!) / d[i]!;
    c[i] = c[i + 1]! - c[i]!;
  }
  b[0] = -d[0]!;
  b[n - 1] = -d[n - 2]!;
  c[0] = 0;
  c[n - 1] = 0;
  if (n > 3) {
    c[0] = c[2]! / (x[3]! - x[1]!) - c[1]! / (x[2]! - x[0]!);
    c[n - 1] = c[n - 2]! / (x[n - 1]! - x[n - 3]!) - c[n - 3]! / (x[n - 2]! - x[n - 4]!);
    c[0] = (c[0]! * d[0]! ** 2) / (x[3]! - x[0]!);
    c[n - 1] = (-c[n - 1]! * d[n - 2]! ** 2) / (x[n - 1]! - x[n - 4]!);
  }
  for (let i = 1; i < n; i += 1) {
    const factor = d[i - 1]! / b[i - 1]!;
    b[i] = b[i]! - factor * d[i - 1]!;
    c[i] = c[i]! - factor * c[i - 1]!;
  }
  c[n - 1] = c[n - 1]! / b[n - 1]!;
  for (let i = n - 2; i >= 0; i -= 1) c[i] = (c[i]! - d[i]! * c[i + 1]!) / b[i]!;
  b[n - 1] = (y[n - 1]! - y[n - 2]!) / d[n - 2]! + d[n - 2]! * (c[n - 2]! + 2 * c[n - 1]!);
  for (let i = 0; i < n - 1; i += 1) {
    b[i] = (y[i + 1]! - y[i]!) / d[i]! - d[i]! * (c[i + 1]! + 2 * c[i]!);
    d[i] = (c[i + 1]! - c[i]!) / d[i]!;
    c[i] = 3 * c[i]!;
  }
  c[n - 1] = 3 * c[n - 1]!;
  d[n - 1] = d[n - 2]!;
  return (at) => {
    let i = 0;
    while (i < n - 1 && x[i + 1]! <= at) i += 1;
    const step = at - x[i]!;
    const cubic = at < x[0]! ? 0 : d[i]!;
    return y[i]! + step * (b[i]! + step * (c[i]! + step * cubic));
  };
}
