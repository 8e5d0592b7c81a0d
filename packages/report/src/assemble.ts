import type { Codebook } from '@common-measure/dataset';
import {
  type AnalysisResult,
  type Comparison,
  type ComparisonWarning,
  compareWaves,
  holm,
} from '@common-measure/estimate';
import type { MeasuredDrivers } from './measured-drivers.ts';
import { indexResults, overallItem } from './results.ts';
import type { Difference, DriverSummary, EarlierWave, ReportSource } from './source.ts';
import { barrierWords, leftOutWords, treatmentWords } from './words/source-words.ts';

/** One wave with its protected result. */
export interface MeasuredWave {
  readonly label: string;
  readonly codebook: Codebook;
  readonly result: AnalysisResult;
}

/** What a report is assembled from: this wave, those before it (oldest first), its drivers, and what is said on the cover. */
export interface ReportParts
  extends Pick<ReportSource, 'title' | 'organization' | 'edition' | 'madeOn' | 'fieldwork' | 'scripts'> {
  readonly wave: MeasuredWave;
  readonly earlier: readonly MeasuredWave[];
  readonly drivers: MeasuredDrivers | null;
}

/**
 * Brings results into the form of a report. Differences from the last comparable wave are adjusted together over all items
 * (Holm), those of groups within their breakdown.
 */
export function assembleReport(parts: ReportParts): ReportSource {
  const { wave, earlier, drivers, ...said } = parts;
  const waves = earlier.map((before) => earlierWave(wave, before));
  const last = earlier.filter((_, i) => waves[i]?.notComparable === null).at(-1);
  return {
    ...said,
    codebook: wave.codebook,
    estimates: wave.result,
    earlier: waves,
    differences: [...(last ? changesSince(wave, last) : []), ...groupDifferences(wave.result)],
    drivers: drivers ? driverSummary(drivers) : null,
    remarks: wave.result.remarks.filter(({ code }) => !isSaidElsewhere(code)).map((remark) => remark.text),
  };
}

/** Barriers that end a line of comparable waves, gravest first. */
const barriers: readonly ComparisonWarning[] = [
  'not-in-wave',
  'weighted-beside-unweighted',
  'scale-changed',
  'direction-changed',
  'codes-changed',
  'scale-version-changed',
  'sampling-class-differs',
];

function earlierWave(wave: MeasuredWave, before: MeasuredWave): EarlierWave {
  const item = overallItem(indexResults(wave.codebook, wave.result));
  const comparison = compareWaves(wave, before).find(
    ({ estimand, domain }) =>
      estimand.variable === item?.name && estimand.statistic === 'score' && Object.keys(domain).length === 0,
  );
  const barrier = barriers.find((warning) => comparison?.warnings.includes(warning));
  const codebook = before.codebook.wave
    ? before.codebook
    : { ...before.codebook, wave: { label: before.label, start: '' } };
  return { codebook, estimates: before.result, notComparable: barrier ? barrierWords[barrier] : null };
}

function changesSince(wave: MeasuredWave, last: MeasuredWave): readonly Difference[] {
  const tested = compareWaves(wave, last).flatMap((comparison) =>
    comparison.status === 'tested' &&
    comparison.estimand.statistic === 'score' &&
    Object.keys(comparison.domain).length === 0 &&
    !barriers.some((warning) => comparison.warnings.includes(warning))
      ? [comparison]
      : [],
  );
  const adjusted = holm(tested.map((comparison) => comparison.p));
  return tested.flatMap((comparison, i) => {
    const p = adjusted[i] ?? 1;
    return differenceOf(comparison, { kind: 'wave', label: last.label }, p, tested.length);
  });
}

function groupDifferences(result: AnalysisResult): readonly Difference[] {
  return result.comparisons.flatMap((comparison) =>
    comparison.status === 'tested' && comparison.with.kind === 'complement' && comparison.estimand.statistic === 'score'
      ? differenceOf(comparison, { kind: 'rest' }, comparison.adjustedP, comparison.family)
      : [],
  );
}

function differenceOf(
  comparison: Comparison & { readonly status: 'tested' },
  against: Difference['against'],
  adjustedP: number,
  tests: number,
): readonly Difference[] {
  const { estimand, domain, difference, ci } = comparison;
  if (ci === null) return [];
  const clear = adjustedP < 0.05;
  return [
    { variable: estimand.variable, domain, against, value: difference, low: ci.low, high: ci.high, clear, tests },
  ];
}

function driverSummary(table: MeasuredDrivers): DriverSummary {
  const vifs = table.drivers.map((driver) => driver.vif).filter(Number.isFinite);
  return {
    outcome: table.outcome,
    shares: table.drivers.map(({ variable, share, interval, groups }) => ({
      variable,
      share,
      interval: interval ? [interval.low, interval.high] : null,
      groups,
    })),
    rSquared: table.r2,
    rSquaredInterval: table.r2Interval ? [table.r2Interval.low, table.r2Interval.high] : null,
    n: table.n,
    cases: table.cases,
    draws: table.replicates > 0 ? table.replicates : null,
    largestVif: vifs.length > 0 ? Math.max(...vifs) : null,
    missingAnswers: treatmentWords[table.missing],
    leftOut: table.leftOut.map(({ variable, reason }) => ({ variable, reason: leftOutWords[reason] })),
  };
}

/** For whom the report is made and what is withheld stand in the method section and at the place; their remarks name entries of the plan. */
function isSaidElsewhere(code: string): boolean {
  return code.startsWith('audience-') || code === 'breakdowns-withheld';
}
