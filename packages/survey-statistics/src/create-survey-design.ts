import { type CodeColumn, createFactor, type Factor } from './columns.ts';
import { checkLengths, type DesignColumns, readFpc, readWeights } from './design-columns.ts';
import type { DesignRefusal } from './design-refusal.ts';
import { accepted, type Result, refused } from './result.ts';
import type { Stage, SurveyDesign } from './sampling-design.ts';
import { buildStage } from './sampling-stage.ts';
import type { StageCodes } from './sampling-stage-input.ts';

/**
 * Survey design: weights, strata, clusters and finite population corrections, checked and indexed once.
 *
 * Every estimator takes it, so that standard errors follow the way the sample was drawn. With finite population corrections
 * at every stage the variance adds the within-unit variance of each stage; without, it is that of the first stage, drawn with
 * replacement. With `pps` each unit has its own 1 - pi in place of 1 - n / N (Brewer 2002, Combined Survey Sampling
 * Inference, ch. 9), or joint probabilities are approximated. Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, ch. 4; Lumley (2010), Complex Surveys, ch. 2-3.
 * R: `svydesign`. Oracle: fixtures/r/reference (survey 4.1 and, where they differ, 4.5); fixtures/r/oracle/designs.
 *
 * Refuses, with every reason at once: columns of other lengths, weights that are missing, negative, infinite or all zero,
 * missing strata or clusters, a cluster in two strata without `nest`, one PSU in all, corrections that are not positive, mix
 * sizes and fractions, vary within a stratum or lie below the sample, and under `fail` each stratum with one sampled unit.
 */
export function createSurveyDesign(columns: DesignColumns): Result<SurveyDesign, DesignRefusal> {
  const reasons: DesignRefusal[] = checkLengths(columns);
  if (reasons.length > 0) return refused(...reasons);
  const weights = columns.weights === null ? null : readWeights(columns.weights, reasons);
  const fpc = readFpc(columns, reasons);
  const strata = columns.strata.map((column, stage) => codesOf(column, 'stratum', stage, reasons));
  const clusters = columns.clusters.map((column, stage) => codesOf(column, 'cluster', stage, reasons));
  if (reasons.length > 0) return refused(...reasons);

  const stages: Stage[] = [];
  const stageCount = Math.max(1, fpc === null ? 1 : clusters.length);
  let above: StageCodes | null = null;
  let psu: Int32Array | null = null;
  let derived: Float64Array | null = null;
  for (let index = 0; index < stageCount; index += 1) {
    const built = buildStage({
      rows: columns.rows,
      strata: index === 0 ? (strata[0] ?? null) : (strata[Math.min(index, strata.length - 1)] ?? null),
      clusters: clusters[index] ?? null,
      fpc: fpc === null ? null : { values: fpc.columns[index]!, fractions: fpc.fractions },
      above,
      pps: columns.pps ?? null,
      nest: columns.nest,
      lonelyPsu: columns.lonelyPsu,
      stage: index + 1,
      reasons,
    });
    stages.push(built.stage);
    psu ??= built.codes.unit;
    above = built.codes;
    if (weights === null && fpc !== null) derived = expansion(built.stage, built.codes, derived);
  }
  if (stages[0]!.unitStratum.length === 1)
    reasons.push({ code: 'one-psu', message: 'The design has one primary sampling unit only.' });
  if (derived?.some((weight) => weight === Number.POSITIVE_INFINITY))
    reasons.push({ code: 'weight-infinite', row: 0, count: columns.rows, message: 'The weights N / n are infinite.' });
  if (reasons.length > 0) return refused(...reasons);
  return accepted({
    variance: 'linearization',
    rows: columns.rows,
    weights: weights ?? derived ?? new Float64Array(columns.rows).fill(1),
    stages: [stages[0]!, ...stages.slice(1)],
    psu: psu!,
    unit: above!.unit,
    inside: null,
    lonelyPsu: columns.lonelyPsu,
    adjustLonelyInDomain: columns.adjustLonelyInDomain,
    calibrations: [],
  });
}

function codesOf(column: CodeColumn, what: 'stratum' | 'cluster', stage: number, reasons: DesignRefusal[]): Factor {
  const factor = createFactor(column);
  const row = factor.codes.indexOf(-1);
  if (row >= 0) {
    const count = factor.codes.reduce((sum, code) => sum + (code < 0 ? 1 : 0), 0);
    const message = `The ${what} of stage ${stage + 1} is missing in ${count} rows, first in row ${row}.`;
    reasons.push(
      what === 'stratum'
        ? { code: 'stratum-missing', stage: stage + 1, row, count, message }
        : { code: 'cluster-missing', stage: stage + 1, row, count, message },
    );
  }
  return factor;
}

function expansion(stage: Stage, { stratum, unit }: StageCodes, before: Float64Array | null): Float64Array {
  const { unitPopulation, population, sampled } = stage;
  return Float64Array.from(stratum, (code, row) => {
    const whole = unitPopulation === null ? population[code]! : unitPopulation[unit[row]!]!;
    return (before?.[row] ?? 1) * (whole / sampled[code]!);
  });
}
