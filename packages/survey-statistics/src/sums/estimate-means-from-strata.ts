import type { Estimate } from '../estimate.ts';
import { accepted, type Result, refused } from '../result.ts';
import { describeSums } from './estimate-from-sums.ts';
import { checkStrata } from './stratum-checks.ts';
import { type StratumMoments, varianceFromStrata } from './stratum-moments.ts';
import { domainMeans, type ResidualSums, type StratumSums } from './stratum-sums.ts';
import type { SumsDesign } from './sums-design.ts';
import type { SumsRefusal } from './sums-refusal.ts';

/**
 * Means of one variable in every domain with their design-based precision, from sums by domain and stratum: the lightest door
 * to `estimateMeans`, equal to it within rounding, for engines that add up twice. Some thousand numbers are handed over where
 * `estimateFromSums` takes one per sampling unit and domain; only means, each by itself. In the order of the domains.
 * R: `svymean`, `svyby`. Refuses sums of another form than the design, a variable that is not there, codes of no stratum or domain,
 * and sums that are missing or infinite. A domain without cases gives `no-cases`.
 */
export function estimateMeansFromStrata(
  design: SumsDesign,
  sums: StratumSums,
  variable: number,
): Result<readonly Estimate[], SumsRefusal> {
  const reasons = checkStrata(design, sums, variable);
  if (reasons.length > 0) return refused(...reasons);
  const residuals = sums.variables[variable]!;
  const { whole } = residuals;
  const means = domainMeans(whole);
  const degrees = domainDegrees(sums);
  const moments = momentsByDomain(design, sums, residuals);
  const estimates = Array.from(means, (value, domain): Estimate => {
    const n = whole.n[domain]!;
    if (n === 0 || !(whole.w[domain]! > 0)) return { status: 'no-cases', label: whole.label, n: 0 };
    const w = whole.w[domain]!;
    const shift = whole.wy[domain]! / w;
    const square = whole.wyy[domain]! / w;
    const between = square - shift * shift;
    // Where every answer is the same only rounding is left: exactly 0, as the other doors have it.
    const isConstant = between <= 1e-14 * square;
    const variance = varianceFromStrata(design, isConstant ? cleared(moments[domain]!) : moments[domain]!);
    return describeSums(
      whole.label,
      {
        value,
        n,
        sumOfWeights: w,
        sumOfSquaredWeights: whole.w2[domain]!,
        spread: isConstant ? 0 : between / (w * w),
      },
      variance,
      { df: design.df, domainDf: sums.everyone ? design.df : degrees[domain]! },
    );
  });
  return accepted(estimates);
}

function cleared(moments: readonly StratumMoments[]): readonly StratumMoments[] {
  return moments.map((stratum) => ({ ...stratum, totalA: 0, totalB: 0, centred: 0, raw: 0 }));
}

/** Units outside the domain count with 0: what they add to the squares around the stratum's mean is written out. */
function momentsByDomain(
  design: SumsDesign,
  sums: StratumSums,
  { whole, present, total, spread }: ResidualSums,
): readonly (readonly StratumMoments[])[] {
  const lists: StratumMoments[][] = Array.from({ length: sums.domains }, () => []);
  for (let row = 0; row < sums.domain.length; row += 1) {
    const inside = present[row]!;
    if (inside === 0) continue;
    const domain = sums.domain[row]!;
    const stratum = sums.stratum[row]!;
    const w = whole.w[domain]!;
    const sum = total[row]! / w;
    const squares = spread[row]! / (w * w);
    const sampled = design.sampled[stratum]!;
    const mean = sum / sampled;
    const average = sum / inside;
    lists[domain]!.push({
      stratum,
      totalA: sum,
      totalB: sum,
      centred: squares + inside * (average - mean) ** 2 + (sampled - inside) * mean * mean,
      raw: squares + inside * average * average,
      present: inside,
    });
  }
  return lists;
}

function domainDegrees({ domains, domain, units }: StratumSums): Float64Array {
  const degrees = new Float64Array(domains);
  domain.forEach((code, row) => {
    if (units[row]! > 0) degrees[code]! += units[row]! - 1;
  });
  return degrees;
}
