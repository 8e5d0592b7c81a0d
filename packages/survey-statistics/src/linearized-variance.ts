import { addJointStratum } from './joint-probabilities.ts';
import { countsRowsOutside } from './outside-rows.ts';
import type { LonelyPsuPolicy, Stage, SurveyDesign } from './sampling-design.ts';
import { isSampledWhole, remaining } from './sampling-fraction.ts';

/** Units of each stratum, by stage, that hold a row of the domain; null where every unit does. */
export type UnitsPresent = readonly Float64Array[] | null;

/**
 * Counts the units of each stratum that hold one of the marked rows. Needed by `adjust` and `average` only. Calibrated designs
 * and those with unequal probabilities keep every unit in a subset, as in R.
 */
export function countUnitsPresent(design: SurveyDesign, mark: () => (row: number) => boolean): UnitsPresent {
  if (design.lonelyPsu !== 'adjust' && design.lonelyPsu !== 'average') return null;
  if (countsRowsOutside(design)) return null;
  const marked = mark();
  const last = design.stages.length - 1;
  let seen = new Uint8Array(design.stages[last]!.unitStratum.length);
  for (let row = 0; row < design.rows; row += 1) if (marked(row)) seen[design.unit[row]!] = 1;
  const present: Float64Array[] = [];
  for (let index = last; index >= 0; index -= 1) {
    const stage = design.stages[index]!;
    const counts = new Float64Array(stage.sampled.length);
    const above = index === 0 ? null : new Uint8Array(design.stages[index - 1]!.unitStratum.length);
    stage.unitStratum.forEach((stratum, unit) => {
      if (seen[unit] !== 1) return;
      counts[stratum]! += 1;
      if (above !== null) above[stage.parent[stratum]!] = 1;
    });
    present.unshift(counts);
    if (above !== null) seen = above;
  }
  return present;
}

/**
 * Covariance matrix of estimated totals from the totals of their linearised values by sampling unit (Taylor linearisation).
 *
 * Per stratum n / (n - 1) * (1 - n / N) * sum over units of (total_a - mean_a)(total_b - mean_b), added over strata; the
 * strata of later stages are multiplied by the product of n / N of the stages before. Units outside the domain count with
 * zero. Returned row by row (k x k). Särndal, Swensson and Wretman (1992), 4.3 and 5.5. R: `svyrecvar`.
 * Not defined (NaN) where `average` finds no stratum that can be computed.
 */
export function covarianceOfTotals(
  design: SurveyDesign,
  totals: readonly Float64Array[],
  present: UnitsPresent,
): Float64Array {
  const size = totals.length;
  const covariance = new Float64Array(size * size);
  let current = totals;
  for (let index = design.stages.length - 1; index >= 0; index -= 1) {
    const stage = design.stages[index]!;
    addStage(design, stage, current, present?.[index] ?? null, covariance);
    if (index > 0) current = current.map((column) => totalsAbove(stage, column, design.stages[index - 1]!));
  }
  for (let a = 0; a < size; a += 1) for (let b = 0; b < a; b += 1) covariance[b * size + a] = covariance[a * size + b]!;
  return covariance;
}

function totalsAbove(stage: Stage, totals: Float64Array, above: Stage): Float64Array {
  const sums = new Float64Array(above.unitStratum.length);
  for (let unit = 0; unit < totals.length; unit += 1) sums[stage.parent[stage.unitStratum[unit]!]!]! += totals[unit]!;
  return sums;
}

/** Adds the variance of one stage, each group of strata within one parent unit by itself (R: one call of `onestage`). */
function addStage(
  design: SurveyDesign,
  stage: Stage,
  totals: readonly Float64Array[],
  present: Float64Array | null,
  covariance: Float64Array,
): void {
  const strata = stage.sampled.length;
  if (stage.jointProbabilities !== null) {
    for (let s = 0; s < strata; s += 1) addJointStratum(stage, s, stage.jointProbabilities, totals, covariance);
    return;
  }
  const groups = new Map<number, number[]>();
  for (let s = 0; s < strata; s += 1) {
    const group = groups.get(stage.parent[s]!);
    if (group === undefined) groups.set(stage.parent[s]!, [s]);
    else group.push(s);
  }
  for (const group of groups.values()) {
    const members = present === null ? group : group.filter((s) => present[s]! > 0);
    if (members.length === 0) continue;
    const computable = members.filter((s) => !isLonely(design, stage, s, present));
    const stretch = design.lonelyPsu === 'average' ? members.length / computable.length : 1;
    if (computable.length === 0 && design.lonelyPsu === 'average') {
      covariance.fill(Number.NaN);
      return;
    }
    for (const s of computable) {
      const n = stage.sampled[s]!;
      if (n === 1 || isSampledWhole(stage, s)) continue;
      addStratum(stage, s, totals, null, (stretch * stage.factor[s]! * n) / (n - 1), covariance);
    }
    if (design.lonelyPsu === 'adjust' && computable.length < members.length) {
      const centre = totals.map((column) => meanOverUnits(stage, members, column));
      for (const s of members) {
        if (!isLonely(design, stage, s, present)) continue;
        const n = stage.sampled[s]!;
        addStratum(stage, s, totals, centre, stage.factor[s]! * (n > 1 ? n / (n - 1) : 1), covariance);
      }
    }
  }
}

/** One sampled unit, or one left in the domain where the design says that this counts too; only for `adjust` and `average`. */
function isLonely(design: SurveyDesign, stage: Stage, s: number, present: Float64Array | null): boolean {
  const policy: LonelyPsuPolicy = design.lonelyPsu;
  if (policy !== 'adjust' && policy !== 'average') return false;
  if (isSampledWhole(stage, s)) return false;
  return stage.sampled[s] === 1 || (design.adjustLonelyInDomain && present !== null && present[s] === 1);
}

function meanOverUnits(stage: Stage, strata: readonly number[], totals: Float64Array): number {
  let sum = 0;
  let units = 0;
  for (const s of strata) {
    for (let unit = stage.unitStart[s]!; unit < stage.unitStart[s + 1]!; unit += 1) sum += totals[unit]!;
    units += stage.sampled[s]!;
  }
  return sum / units;
}

function addStratum(
  stage: Stage,
  s: number,
  totals: readonly Float64Array[],
  centre: readonly number[] | null,
  scale: number,
  covariance: Float64Array,
): void {
  const size = totals.length;
  const from = stage.unitStart[s]!;
  const to = stage.unitStart[s + 1]!;
  const shared = stage.unitPopulation === null ? scale * remaining(stage.sampled[s]!, stage.population[s]!) : scale;
  const own = unitOpenness(stage, s);
  const means = centre ?? totals.map((column) => meanOverUnits(stage, [s], column));
  for (let a = 0; a < size; a += 1) {
    const columnA = totals[a]!;
    const meanA = means[a]!;
    for (let b = 0; b <= a; b += 1) {
      const columnB = totals[b]!;
      const meanB = means[b]!;
      let sum = 0;
      if (own === null)
        for (let unit = from; unit < to; unit += 1) sum += (columnA[unit]! - meanA) * (columnB[unit]! - meanB);
      else
        for (let unit = from; unit < to; unit += 1)
          sum += own[unit - from]! * (columnA[unit]! - meanA) * (columnB[unit]! - meanB);
      covariance[a * size + b]! += shared * sum;
    }
  }
}

/** 1 - inclusion probability of each unit of a stratum; null where all have the same 1 - n / N. */
function unitOpenness({ unitPopulation, unitStart, sampled }: Stage, s: number): Float64Array | null {
  if (unitPopulation === null) return null;
  return unitPopulation.slice(unitStart[s]!, unitStart[s + 1]!).map((population) => remaining(sampled[s]!, population));
}
