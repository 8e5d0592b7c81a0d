const order = 40;

/** Nodes in (0, 1) and weights of the 40-point Gauss-Legendre rule. Golub and Van Loan; DLMF 3.5(v). */
const rule = createRule();

/** Integral of a smooth function over `panels` equal parts of [from, to]; exact to rounding where it bends little in each. */
export function integrate(f: (x: number) => number, from: number, to: number, panels: number): number {
  const width = (to - from) / panels;
  let sum = 0;
  for (let panel = panels - 1; panel >= 0; panel -= 1)
    for (const { node, weight } of rule) sum += weight * f(from + (panel + node) * width);
  return sum * width;
}

function createRule(): readonly { readonly node: number; readonly weight: number }[] {
  return Array.from({ length: order }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (order + 0.5));
    let slope = 0;
    for (let iteration = 0; iteration < 100; iteration += 1) {
      const value = legendre(x);
      slope = value.slope;
      const step = value.p / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    slope = legendre(x).slope;
    return { node: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
}

function legendre(x: number): { readonly p: number; readonly slope: number } {
  let before = 1;
  let p = x;
  for (let n = 2; n <= order; n += 1) [before, p] = [p, ((2 * n - 1) * x * p - (n - 1) * before) / n];
  return { p, slope: (order * (x * p - before)) / (x * x - 1) };
}
