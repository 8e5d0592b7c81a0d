import { fProbability } from '../distributions/beta.ts';
import { chiSquareProbability } from '../distributions/gamma.ts';
import { normalProbability } from '../distributions/normal.ts';
import { brentRoot } from './brent-root.ts';
import { exactTail } from './exact-tail.ts';

/**
 * `satterthwaite`: one chi-square (or F) with the same mean and variance. `saddlepoint`: Kuonen (1999), relative error of
 * about 1% far in the tail; stands back for `satterthwaite` next to the mean, as in R. `integration`: exact.
 */
export type ChiSquareSumMethod = 'satterthwaite' | 'saddlepoint' | 'integration';

/**
 * Upper tail P(sum a_i chi2_1 > x) of a weighted sum of independent chi-squares, each with one degree of freedom; with a
 * finite `denominatorDf` d, of that sum over chi2_d / d. What Rao-Scott tests compare their statistics with.
 * Rao and Scott (1984), On chi-squared tests for multiway contingency tables. R: `pchisqsum`, `pFsum`.
 * Oracle: fixtures/r/oracle/tests. R's saddlepoint cuts d to a whole number, and so does this one; `integration` does not.
 */
export function chiSquareSumProbability(
  x: number,
  coefficients: ArrayLike<number>,
  denominatorDf: number,
  method: ChiSquareSumMethod,
): number {
  const a = Array.from(coefficients);
  const isF = denominatorDf !== Number.POSITIVE_INFINITY;
  if (method === 'integration')
    return isF
      ? exactTail(0, [...a, -x / denominatorDf], [...a.map(() => 1), denominatorDf])
      : exactTail(
          x,
          a,
          a.map(() => 1),
        );
  const mean = a.reduce((sum, value) => sum + value, 0) / a.length;
  const shape = a.reduce((sum, value) => sum + value * value, 0) / a.length / (mean * mean);
  const df = a.length / shape;
  const scale = mean * shape;
  const approximate = () =>
    isF ? fProbability(x / df / scale, df, denominatorDf, 'upper') : chiSquareProbability(x / scale, df, 'upper');
  if (method === 'satterthwaite') return approximate();
  if (!isF) return saddlepointTail(x, a) ?? approximate();
  const copies = denominatorDf > 1 ? Math.floor(denominatorDf) : 1;
  const denominators = Array.from({ length: copies }, () => -x / denominatorDf);
  return saddlepointTail(0, [...a, ...denominators]) ?? approximate();
}

/** Lugannani and Rice's tail of sum l_i chi2_1 in the form of Barndorff-Nielsen; null next to the mean, where it is 0 / 0. */
function saddlepointTail(value: number, coefficients: readonly number[]): number | null {
  const largest = Math.max(...coefficients);
  const lambda = coefficients.map((coefficient) => coefficient / largest);
  const x = value / largest;
  const slope = (zeta: number) => lambda.reduce((sum, l) => sum + l / (1 - 2 * zeta * l), 0) - x;
  const least = Math.min(...lambda);
  const total = lambda.reduce((sum, l) => sum + l, 0);
  const low = least < 0 ? 0.99999 / (2 * least) : x > total ? -0.01 : -lambda.length / (2 * x);
  const zeta = brentRoot(slope, low, 0.5 * 0.99999, 1e-8);
  if (zeta === null) return null;
  if (Math.abs(zeta) < 1e-4) return null;
  const cumulant = lambda.reduce((sum, l) => sum - Math.log(1 - 2 * zeta * l) / 2, 0);
  const curvature = lambda.reduce((sum, l) => sum + 2 * (l / (1 - 2 * zeta * l)) ** 2, 0);
  const w = Math.sign(zeta) * Math.sqrt(2 * (zeta * x - cumulant));
  const v = zeta * Math.sqrt(curvature);
  return normalProbability(w + Math.log(v / w) / w, 'upper');
}
