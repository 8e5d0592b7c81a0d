import type { SamplingClass } from '@common-measure/dataset';
import type { Audience } from '@common-measure/estimate';
import type { Provenance } from '@common-measure/kernel';
import {
  analyzeDrivers,
  bootstrapDrivers,
  type DriverAnalysis,
  type Moments,
  type NamedColumn,
  type RandomGenerator,
  type Result,
  restrictDesign,
  type SurveyDesign,
  sumMoments,
  weightedMoments,
} from '@common-measure/survey-statistics';
import { driverRemarks } from './driver-remarks.ts';
import type { Driver, DriverResult, MissingTreatment, ShareInterval } from './driver-table.ts';
import { overlapGroups } from './overlap-groups.ts';
import { type ScreenedItems, screenItems } from './screen-items.ts';

/** What a driver analysis is made from. */
export interface DriverInput {
  readonly design: SurveyDesign;
  readonly samplingClass: SamplingClass;
  /** Scores with NaN where missing, turned so that more is better: one per case. */
  readonly outcome: NamedColumn;
  readonly items: readonly NamedColumn[];
  readonly missing: MissingTreatment;
  /** 200 or more; not drawn for non-probability samples. */
  readonly replicates: number;
  readonly random: RandomGenerator;
  readonly audience: Audience;
  readonly threshold: number;
  readonly provenance: Provenance;
}

/**
 * Key drivers: which items go with the outcome, and how much of its differences each accounts for (LMG / Shapley shares of
 * R2), with bootstrap intervals that follow the sampling design and letters for items that cannot be put in order.
 * Association, not cause: asking about one person's answers tells nothing about what a change would bring.
 */
export function keyDrivers(input: DriverInput): DriverResult {
  const { outcome, items, missing, audience, threshold } = input;
  const withheld = (reason: 'small-cell' | 'no-cases' | 'too-few-items' | 'not-positive-definite'): DriverResult => ({
    format: 'common-measure/drivers',
    version: 1,
    status: 'withheld',
    audience,
    threshold,
    outcome: outcome.label,
    reason,
  });
  const design = answered(input.design, outcome);
  const columnsOf = (labels: readonly string[]) => [outcome, ...items.filter(({ label }) => labels.includes(label))];
  const pairwise = momentsOf(design, columnsOf(items.map(({ label }) => label)), 'pairwise');
  if (!((pairwise.pairN[0] ?? 0) > 0)) return withheld('no-cases');
  const screened = screenItems(
    outcome.label,
    items.map(({ label }) => label),
    (labels) => momentsOf(design, columnsOf(labels), 'pairwise'),
  );
  if (screened.kept.length < 2) return withheld('too-few-items');
  if (screened.contradictory && missing === 'pairwise') return withheld('not-positive-definite');
  const columns = columnsOf(screened.kept);
  const sums = fitting(sumMoments(design, columns, missing));
  const needed = Math.max(threshold, screened.kept.length + 2);
  const drawn =
    input.samplingClass === 'non-probability'
      ? null
      : bootstrapDrivers(sums, {
          replicates: input.replicates,
          level: 0.95,
          minimumCases: needed,
          random: input.random,
        });
  const analysis = drawn === null ? analyzeDrivers(momentsOf(design, columns, missing), needed) : null;
  if (drawn?.ok === false || analysis?.ok === false) {
    const few = [...(drawn?.ok === false ? drawn.reasons : []), ...(analysis?.ok === false ? analysis.reasons : [])];
    return withheld(few.some(({ code }) => code === 'too-few-cases') ? 'small-cell' : 'not-positive-definite');
  }
  const found = drawn?.ok === true ? drawn.value.analysis : analysis?.ok === true ? analysis.value : null;
  if (found === null) throw new Error('no analysis was made');
  const intervals = drawn?.ok === true ? drawn.value.shares : null;
  const usedCases = momentsOf(design, columns, missing);
  const complete = momentsOf(design, columns, 'listwise').n;
  const pairs = pairCounts(pairwise.pairN, items.length + 1, screened, items);
  return {
    format: 'common-measure/drivers',
    version: 1,
    status: 'shown',
    audience,
    threshold,
    outcome: outcome.label,
    method: 'lmg',
    missing,
    cases: input.design.rows,
    n: missing === 'listwise' ? complete : usedCases.n,
    complete,
    pairN: missing === 'listwise' ? { least: complete, most: complete } : pairs,
    r2: found.r2,
    r2Interval: drawn?.ok === true ? drawn.value.r2 : null,
    adjustedR2: adjusted(found, missing === 'listwise' ? complete : pairs.least),
    conditionNumber: found.conditionNumber,
    replicates: drawn?.ok === true ? drawn.value.replicates : 0,
    drivers: rankedDrivers(found, intervals, (label) => pairwise.pairN[placeOf(items, label)] ?? 0),
    leftOut: screened.leftOut.map(({ label, reason, of }) => {
      const n = pairwise.pairN[placeOf(items, label)] ?? 0;
      return { variable: label, reason, of, n: n > 0 && n < threshold ? null : n };
    }),
    remarks: driverRemarks({
      samplingClass: input.samplingClass,
      missing,
      complete,
      cases: input.design.rows,
      largestVif: Math.max(...found.drivers.map(({ vif }) => vif)),
      conditionNumber: found.conditionNumber,
    }),
    provenance: input.provenance,
  };
}

/** The design narrowed to those who answered the outcome: nobody else can say what goes with it. */
function answered(design: SurveyDesign, outcome: NamedColumn): SurveyDesign {
  return fitting(
    restrictDesign(
      design,
      Array.from(outcome.values, (value) => !Number.isNaN(value)),
    ),
  );
}

function momentsOf(design: SurveyDesign, columns: readonly NamedColumn[], missing: 'listwise' | 'pairwise'): Moments {
  return fitting(weightedMoments(design, columns, missing));
}

/** The columns of a dataset are of one length and finite. */
function fitting<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

/** Place of an item's count with the outcome in the first row of the pair counts. */
function placeOf(items: readonly NamedColumn[], label: string): number {
  return items.findIndex((item) => item.label === label) + 1;
}

function rankedDrivers(
  analysis: DriverAnalysis,
  intervals: readonly ShareInterval[] | null,
  answersOf: (label: string) => number,
): readonly Driver[] {
  const order = analysis.drivers
    .map((driver, i) => ({ driver, interval: intervals?.[i] ?? null }))
    .sort((a, b) => b.driver.share - a.driver.share);
  const known = order.flatMap(({ interval }) => (interval === null ? [] : [interval]));
  const groups = known.length === order.length ? overlapGroups(known) : null;
  return order.map(({ driver, interval }, i) => ({
    variable: driver.label,
    n: answersOf(driver.label),
    share: driver.share,
    interval: interval === null ? null : { low: interval.low, high: interval.high },
    groups: groups?.[i] ?? [],
    correlation: driver.correlation,
    vif: driver.vif,
  }));
}

function pairCounts(
  pairN: Float64Array,
  size: number,
  screened: ScreenedItems,
  items: readonly NamedColumn[],
): { readonly least: number; readonly most: number } {
  const places = [0, ...screened.kept.map((label) => placeOf(items, label))];
  const counts = places.flatMap((a) => places.flatMap((b) => (a < b ? [pairN[a * size + b] ?? 0] : [])));
  return { least: Math.min(...counts), most: Math.max(...counts) };
}

/** 1 - (1 - R2)(n - 1) / (n - p - 1): what R2 would be without the gain of merely having items. */
function adjusted({ r2, drivers }: DriverAnalysis, n: number): number {
  return 1 - ((1 - r2) * (n - 1)) / Math.max(1, n - drivers.length - 1);
}
