import type { JointProbabilities, Stage } from './sampling-design.ts';

/**
 * Adds the covariance of totals of a stratum from joint inclusion probabilities pi_ij: sum over i, j of D_ij t_i t_j with
 * D_ii = 1 - pi_i and D_ij = (pi_ij - pi_i pi_j) / pi_ij; `yates-grundy` takes sum of D_ij t_i^2 away. With f = (pi_i + pi_j) / 2,
 * Overton has D_ij = (f - 1) / (n - 1), Hartley and Rao (2 f - 1 - mean pi) / (n - 1); both are sums of products, so that the
 * time grows with the units, not with their pairs. Overton (1985), Oregon State University TR 114; Hartley and Rao (1962), Annals
 * of Mathematical Statistics 33, 350. R: `multi.overton2Dcheck`, `HRDcheck`, `ppsvar`.
 */
export function addJointStratum(
  stage: Stage,
  s: number,
  { approximation, form }: JointProbabilities,
  totals: readonly Float64Array[],
  covariance: Float64Array,
): void {
  const from = stage.unitStart[s]!;
  const to = stage.unitStart[s + 1]!;
  const n = to - from;
  const probability = Float64Array.from({ length: n }, (_, k) => n / stage.unitPopulation![from + k]!);
  const sum = probability.reduce((total, p) => total + p, 0);
  const slope = approximation === 'overton' ? 0.5 : 1;
  const shift = approximation === 'overton' ? 1 : 1 + sum / n;
  const divisor = Math.max(1, n - 1);
  const rowSums = probability.map(
    (p) => 1 - p + (n === 1 ? 0 : (slope * ((n - 2) * p + sum) - shift * (n - 1)) / divisor),
  );
  const size = totals.length;
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const [x, y] = [totals[a]!, totals[b]!];
      let own = 0;
      let [sumX, sumY, sumPx, sumPy] = [0, 0, 0, 0];
      for (let k = 0; k < n; k += 1) {
        const [tx, ty, p] = [x[from + k]!, y[from + k]!, probability[k]!];
        sumX += tx;
        sumY += ty;
        sumPx += p * tx;
        sumPy += p * ty;
        const taken = form === 'yates-grundy' ? rowSums[k]! : 0;
        own += (1 - p - taken - (n === 1 ? 0 : (2 * slope * p - shift) / divisor)) * tx * ty;
      }
      const pairs = n === 1 ? 0 : (slope * (sumPx * sumY + sumX * sumPy) - shift * sumX * sumY) / divisor;
      covariance[a * size + b]! += own + pairs;
    }
}
