import type { DesignDeclaration } from '@common-measure/dataset';
import { accepted, type Problem, type Result } from '@common-measure/kernel';
import {
  createSurveyDesign,
  type DesignRefusal,
  degreesOfFreedom,
  type SurveyDesign,
  summarizeWeights,
} from '@common-measure/survey-statistics';
import type { StoredColumn } from './case-table.ts';
import type { CaseValues } from './case-values.ts';
import type { DesignFacts, WeightSummary } from './computed.ts';
import { designProblem } from './design-problem.ts';

/** The design that a declaration makes of the cases; refuses with every reason, in both languages. */
export function caseDesign(
  declaration: DesignDeclaration,
  values: CaseValues,
): Result<{ readonly design: SurveyDesign; readonly facts: DesignFacts }, Problem> {
  const result = createSurveyDesign({
    rows: values.rows,
    weights: declaration.weight === null ? null : values.stored(declaration.weight).numbers,
    strata: declaration.strata.length === 0 ? [] : [crossedStrata(declaration.strata, values)],
    clusters: declaration.clusters.map((name) => clusterCodes(values.stored(name))),
    fpc: declaration.fpc.map((name) => values.stored(name).numbers),
    nest: declaration.nest,
    lonelyPsu: declaration.lonelyPsu,
    adjustLonelyInDomain: false,
  });
  if (!result.ok) {
    return { ok: false, reasons: result.reasons.map((reason: DesignRefusal) => designProblem(reason, declaration)) };
  }
  const design = result.value;
  return accepted({
    design,
    facts: {
      samplingClass: declaration.samplingClass,
      cases: values.rows,
      weights: declaration.weight === null && declaration.fpc.length === 0 ? null : weightSummary(design.weights),
      strata: design.stages[0].sampled.length,
      psus: design.stages[0].unitStratum.length,
      df: degreesOfFreedom(design),
      lonelyPsu: declaration.lonelyPsu,
    },
  });
}

/** One stratum code per case from the columns that are crossed; empty where one of them is. */
function crossedStrata(names: readonly string[], values: CaseValues): readonly string[] {
  const columns = names.map((name) => values.stored(name));
  return Array.from({ length: values.rows }, (_, row) => {
    const codes = columns.map((column) => codeAt(column, row));
    return codes.includes('') ? '' : codes.join(' \u00d7 ');
  });
}

/** Cluster codes; a case without its cluster is one of its own. */
function clusterCodes(column: StoredColumn): readonly string[] {
  return Array.from(column.numbers, (_, row) => {
    const code = codeAt(column, row);
    return code === '' ? `\u0000${row}` : code;
  });
}

function codeAt(column: StoredColumn, row: number): string {
  const number = column.numbers[row] ?? Number.NaN;
  if (Number.isNaN(number)) return '';
  return column.levels.length > 0 ? (column.levels[number] ?? '') : String(number);
}

/** Kish's figures of the weights, with their smallest and largest positive value. */
function weightSummary(weights: Float64Array): WeightSummary | null {
  const made = summarizeWeights(weights);
  if (!made.ok) return null;
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  for (const weight of weights) {
    if (!(weight > 0)) continue;
    min = Math.min(min, weight);
    max = Math.max(max, weight);
  }
  const { n, sum, cv, deff, effectiveN } = made.value;
  return { n, sum, min, max, cv, deff, effectiveN };
}
