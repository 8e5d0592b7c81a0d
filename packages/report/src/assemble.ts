import type { Codebook } from '@common-measure/dataset';
import {
  type AnalysisPlan,
  type AnalysisResult,
  type Comparison,
  type ComparisonWarning,
  changesScript,
  compareWaves,
  holm,
  planScript,
} from '@common-measure/estimate';
import type { LocalizedText } from '@common-measure/kernel';
import type { MeasuredDrivers } from './measured-drivers.ts';
import { indexResults, overallItem } from './results.ts';
import type { Difference, DriverSummary, EarlierWave, ReportScript, ReportSource } from './source.ts';
import { barrierWords, copyWords, leftOutWords, treatmentWords } from './words/source-words.ts';

/** One wave with its protected result. */
export interface MeasuredWave {
  readonly label: string;
  readonly codebook: Codebook;
  readonly result: AnalysisResult;
  /** What its R script is written from: the plan, the codebook with every column, the name of the file. Null for none. */
  readonly origin: WaveOrigin | null;
}

export interface WaveOrigin {
  readonly plan: AnalysisPlan;
  readonly codebook: Codebook;
  readonly fileName: string;
}

/** What a report is assembled from: this wave, those before it (oldest first), its drivers, and what is said on the cover. */
export interface ReportParts extends Pick<ReportSource, 'title' | 'organization' | 'edition' | 'madeOn' | 'fieldwork'> {
  readonly wave: MeasuredWave;
  readonly earlier: readonly MeasuredWave[];
  readonly drivers: MeasuredDrivers | null;
  /** The R script of the drivers; null where there are none. */
  readonly driversScript: string | null;
}

/**
 * Brings results into the form of a report. Differences from the last comparable wave are adjusted together over all items
 * (Holm), those of groups within their breakdown.
 */
export function assembleReport(parts: ReportParts): ReportSource {
  const { wave, earlier, drivers, driversScript, ...said } = parts;
  const waves = earlier.map((before) => earlierWave(wave, before));
  const last = earlier.filter((_, i) => waves[i]?.notComparable === null).at(-1);
  const differences = [...(last ? changesSince(wave, last) : []), ...groupDifferences(wave.result)];
  return {
    ...said,
    scripts: scriptsOf(wave, last ?? null, differences, driversScript),
    codebook: wave.codebook,
    estimates: wave.result,
    earlier: waves,
    differences,
    drivers: drivers ? driverSummary(drivers, wave.codebook) : null,
    remarks: wave.result.remarks.filter(({ code }) => !isSaidElsewhere(code)).map((remark) => remark.text),
  };
}

function scriptsOf(
  wave: MeasuredWave,
  last: MeasuredWave | null,
  differences: readonly Difference[],
  driversScript: string | null,
): readonly ReportScript[] {
  const changed = differences.flatMap(({ against, variable }) => (against.kind === 'wave' ? [variable] : []));
  const { origin } = wave;
  return [
    ...(origin === null
      ? []
      : [{ id: 'figures' as const, r: planScript(origin.plan, origin.codebook, origin.fileName) }]),
    ...(origin === null || !last?.origin || changed.length === 0
      ? []
      : [{ id: 'changes' as const, r: changesScript(origin, last.origin, changed) }]),
    ...(driversScript === null ? [] : [{ id: 'drivers' as const, r: driversScript }]),
  ];
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

/** Why an item was left out; of a copy, the item that it repeats. */
function leftOutReason(
  reason: MeasuredDrivers['leftOut'][number]['reason'],
  of: string | null,
  codebook: Codebook,
): LocalizedText {
  if (reason !== 'copy' || of === null) return leftOutWords[reason];
  const label = codebook.variables.find(({ name }) => name === of)?.label ?? { en: of, fr: of };
  return copyWords({ en: label.en.trim() || of, fr: label.fr.trim() || label.en.trim() || of });
}

function driverSummary(table: MeasuredDrivers, codebook: Codebook): DriverSummary {
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
    leftOut: table.leftOut.map(({ variable, reason, of }) => ({
      variable,
      reason: leftOutReason(reason, of, codebook),
    })),
  };
}

/** For whom the report is made and what is withheld stand in the method section and at the place; their remarks name entries of the plan. */
function isSaidElsewhere(code: string): boolean {
  return code.startsWith('audience-') || code === 'breakdowns-withheld';
}
