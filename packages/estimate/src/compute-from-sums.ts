import { accepted, type Problem, type Result } from '@common-measure/kernel';
import {
  type CellSums,
  createSumsDesign,
  estimateFromSums,
  estimateMeansFromStrata,
  type SumsDesign,
  type Estimate as SurveyEstimate,
} from '@common-measure/survey-statistics';
import type { AnalysisPlan, Measure, PlannedEntry } from './analysis-plan.ts';
import type { AnalysisVariable } from './analysis-variable.ts';
import type { Comparison, ComputedAnalysis, ComputedBreakdown, WeightSummary } from './computed.ts';
import { designProblem } from './design-problem.ts';
import { figureOf } from './estimate-figure.ts';
import { groupDomains } from './figure-addresses.ts';
import { measureSums } from './measure-sums.ts';
import { fromOwnSums } from './own-sums.ts';
import { type SumsComplementInput, sumsComplements } from './sums-complement.ts';
import { type BreakdownSums, type CellSource, isStratumSource, lineOf, type StratumSource } from './sums-source.ts';
import { crossCellsOf, tallyOf } from './sums-tally.ts';

/**
 * Computes a plan from what the engine has added up by group, stratum and sampling unit: the door for large datasets, equal to
 * `computeFromCases` within rounding. `sumsNeeded` says for which plans, and what is to be added up.
 */
export function computeFromSums(
  plan: AnalysisPlan,
  cases: number,
  weights: WeightSummary | null,
  breakdowns: readonly BreakdownSums[],
): Result<ComputedAnalysis, Problem> {
  const [first] = breakdowns;
  if (first === undefined) throw new Error('a plan without breakdowns');
  const made = createSumsDesign(first.facts);
  if (!made.ok) return { ok: false, reasons: made.reasons.map((reason) => designProblem(reason, plan.design)) };
  const design = made.value;
  const computed = plan.entries.flatMap((entry) => {
    const source = breakdowns.find(({ by }) => by === (entry.by[0]?.name ?? null));
    if (source === undefined) throw new Error(`no sums for ${entry.place}`);
    return entry.variables.map((variable) => computeBreakdown(plan, entry, variable, design, source));
  });
  return accepted({
    design: {
      samplingClass: plan.design.samplingClass,
      cases,
      weights,
      strata: design.sampled.length,
      psus: design.sampled.reduce((sum, n) => sum + n, 0),
      df: design.df,
      lonelyPsu: plan.design.lonelyPsu,
    },
    breakdowns: computed,
    covariances: [],
    remarks: [],
  });
}

function computeBreakdown(
  plan: AnalysisPlan,
  entry: PlannedEntry,
  variable: AnalysisVariable,
  design: SumsDesign,
  source: BreakdownSums,
): ComputedBreakdown {
  const measures = entry.measures.filter((measure) => measure.variable === variable);
  const own = source.variables.get(variable.name);
  if (own === undefined) throw new Error(`no sums of ${variable.name}`);
  const { counts } = own;
  const options = { ...entry, samplingClass: plan.design.samplingClass };
  const codes = entry.by[0]?.codes?.map(({ code }) => code) ?? [''];
  const places = codes.map((code) => own.domains.indexOf(code));
  const domains = groupDomains(entry.by, {});
  const given = { measures, places, domains, counts, codes, design, level: entry.level };
  const { estimated, comparisons } = isStratumSource(own)
    ? { estimated: estimatesByStratum(measures, places, design, own), comparisons: [] }
    : figuresByCell({ ...given, samplingClass: plan.design.samplingClass }, entry.versusComplement, own);
  return {
    place: entry.place,
    variable: variable.name,
    everyone: entry.by.length === 0,
    groups: domains.map((domain, g) => {
      const answers = tallyOf(variable, counts, source.by === null ? null : (codes[g] ?? ''), domain);
      const isConstant = estimated.some((list) => isWithoutVariance(at(list, g)));
      return {
        ...answers,
        // Of quantities the most frequent answer is not counted; that all gave the same one shows in their variance.
        tally:
          answers.tally.most === null && isConstant ? { ...answers.tally, most: answers.tally.valid } : answers.tally,
        estimates: measures.map((measure, m) => figureOf(measure, domain, at(at(estimated, m), g), options)),
        comparisons: comparisons[g] ?? [],
      };
    }),
    cells: crossCellsOf(counts, source.by !== null),
  };
}

interface GroupFigures {
  readonly estimated: readonly (readonly SurveyEstimate[])[];
  readonly comparisons: readonly (readonly Comparison[])[];
}

function figuresByCell(
  input: Omit<SumsComplementInput, 'sums'>,
  versusComplement: boolean,
  source: CellSource,
): GroupFigures {
  const { measures, places, design } = input;
  const sums: CellSums = { ...source.sums, variables: measures.map((measure) => measureSums(measure, source)) };
  return {
    estimated: measures.map((measure, m) => estimatesOf(measure, m, places, design, sums)),
    comparisons: versusComplement ? sumsComplements({ ...input, sums }) : [],
  };
}

/** Every measure is a line over the mean of its variable, which is estimated once. */
function estimatesByStratum(
  measures: readonly Measure[],
  places: readonly number[],
  design: SumsDesign,
  { sums, of }: StratumSource,
): GroupFigures['estimated'] {
  const means = fromOwnSums(estimateMeansFromStrata(design, sums, of.place));
  return measures.map((measure) => {
    const line = lineOf(measure);
    if (line === null) throw new Error(`no line over the mean of ${measure.variable.name}`);
    const label = measure.estimand.variable;
    return places.map((place) =>
      place < 0 ? { status: 'no-cases', label, n: 0 } : alongLine(at(means, place), line, label),
    );
  });
}

function alongLine(
  mean: SurveyEstimate,
  { slope, intercept }: { readonly slope: number; readonly intercept: number },
  label: string,
): SurveyEstimate {
  if (mean.status === 'no-cases') return { ...mean, label };
  const { value, se, variance } = mean;
  return {
    ...mean,
    label,
    value: intercept + slope * value,
    se: Math.abs(slope) * se,
    variance: slope ** 2 * variance,
  };
}

function isWithoutVariance(estimate: SurveyEstimate): boolean {
  return estimate.status === 'estimated' && estimate.se === 0;
}

function estimatesOf(
  measure: Measure,
  variable: number,
  places: readonly number[],
  design: SumsDesign,
  sums: CellSums,
): readonly SurveyEstimate[] {
  const label = measure.estimand.variable;
  const there = places.filter((place) => place >= 0);
  const estimands = there.map((place) => {
    return { label, statistic: measure.target, variable, domains: sums.domains === 1 ? null : [place] };
  });
  const estimates = estimands.length === 0 ? [] : fromOwnSums(estimateFromSums(design, sums, estimands));
  return places.map((place) => (place < 0 ? { status: 'no-cases', label, n: 0 } : at(estimates, there.indexOf(place))));
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`nothing at ${index}`);
  return value;
}
