import { missingKinds } from '@common-measure/dataset';
import { accepted, type Problem, type Result } from '@common-measure/kernel';
import {
  estimateJointly,
  restrictDesign,
  type SurveyDesign,
  type Estimate as SurveyEstimate,
} from '@common-measure/survey-statistics';
import type { AnalysisPlan, Measure, PlannedEntry } from './analysis-plan.ts';
import { type AnalysisVariable, crossedIn, storedNames, tellsOfPeople } from './analysis-variable.ts';
import { caseDesign } from './case-design.ts';
import { type CaseGroups, caseGroups, casesWhere, crossCells } from './case-groups.ts';
import type { CaseTable } from './case-table.ts';
import { CaseValues } from './case-values.ts';
import { complementComparisons } from './complement.ts';
import type { ComputedAnalysis, ComputedBreakdown, CovarianceMatrix, Tally } from './computed.ts';
import type { Domain } from './estimate.ts';
import { figureOf } from './estimate-figure.ts';
import { whereDomain } from './figure-addresses.ts';

/**
 * Computes a plan from the cases themselves: the door for everything, several sampling stages included.
 * Groups are domains of the design: no case is dropped, the others count as zeros. The result is not yet fit to be shown.
 */
export function computeFromCases(plan: AnalysisPlan, table: CaseTable): Result<ComputedAnalysis, Problem> {
  const values = new CaseValues(table);
  const made = caseDesign(plan.design, values);
  if (!made.ok) return made;
  const { design, facts } = made.value;
  const computed = plan.entries.map((entry) => computeEntry(plan, entry, values, design));
  return accepted({
    design: facts,
    breakdowns: computed.flatMap(({ breakdowns }) => breakdowns),
    covariances: computed.flatMap(({ covariances }) => covariances),
    remarks: [],
  });
}

interface ComputedEntry {
  readonly breakdowns: readonly ComputedBreakdown[];
  readonly covariances: readonly CovarianceMatrix[];
}

function computeEntry(plan: AnalysisPlan, entry: PlannedEntry, values: CaseValues, whole: SurveyDesign): ComputedEntry {
  const inside = casesWhere(entry.where, values);
  const design = inside === null ? whole : narrowed(whole, inside);
  const groups = caseGroups(entry.by, whereDomain(entry.where), values);
  const complete = entry.listwise ? validInAll(entry.variables, values) : null;
  const members = groupRows(groups, inside, values);
  const rows = complete === null ? members : members.map((list) => list.filter((row) => complete[row] === 1));
  const breakdowns = entry.variables.map((variable) =>
    computeBreakdown({ plan, entry, variable, values, design, groups, members, rows, complete }),
  );
  return { breakdowns, covariances: entry.covariance ? [covarianceOf(entry, values, design, groups, rows)] : [] };
}

function narrowed(whole: SurveyDesign, inside: Uint8Array): SurveyDesign {
  const narrow = restrictDesign(whole, inside);
  if (!narrow.ok) throw new Error(narrow.reasons.map(({ message }) => message).join(' '));
  return narrow.value;
}

interface BreakdownInput {
  readonly plan: AnalysisPlan;
  readonly entry: PlannedEntry;
  readonly variable: AnalysisVariable;
  readonly values: CaseValues;
  readonly design: SurveyDesign;
  readonly groups: CaseGroups;
  /** The cases of each group, and of these the ones that may enter an estimate. */
  readonly members: readonly Int32Array[];
  readonly rows: readonly Int32Array[];
  readonly complete: Uint8Array | null;
}

function computeBreakdown(input: BreakdownInput): ComputedBreakdown {
  const { plan, entry, variable, values, design, groups, members, rows, complete } = input;
  const measures = entry.measures.filter((measure) => measure.variable === variable);
  const options = { ...entry, samplingClass: plan.design.samplingClass };
  const valid = complete ?? values.isValid(variable);
  const crossed = [...entry.by, ...entry.where.map((condition) => condition.variable), ...crossedIn(variable)];
  const comparisons = entry.versusComplement
    ? complementComparisons({
        measures,
        groups,
        rows,
        values,
        design,
        valid,
        level: entry.level,
        samplingClass: plan.design.samplingClass,
      })
    : groups.domains.map(() => []);
  return {
    place: entry.place,
    variable: variable.name,
    everyone: entry.by.length === 0 && entry.where.length === 0,
    groups: groups.domains.map((domain, g) => {
      const estimated = estimatesOf(measures, at(rows, g), values, design);
      const counted = answersIn(variable, at(members, g), valid, values, domain);
      return {
        ...counted,
        estimates: measures.map((measure, m) => figureOf(measure, domain, at(estimated, m), options)),
        comparisons: comparisons[g] ?? [],
      };
    }),
    cells: [
      ...crossCells(crossed, valid, values),
      // Those who answered this variable but not all: what a figure of all answers and one of complete cases differ by.
      ...(complete === null ? [] : crossCells(crossed, leftOut(values.isValid(variable), complete), values)).map(
        (cell) => ({ n: cell.valid, valid: cell.valid }),
      ),
    ],
  };
}

function estimatesOf(
  measures: readonly Measure[],
  rows: Int32Array,
  values: CaseValues,
  design: SurveyDesign,
): readonly SurveyEstimate[] {
  if (measures.length === 0) return [];
  const set = estimateJointly(
    design,
    measures.map((measure) => ({
      statistic: measure.target,
      label: measure.estimand.variable,
      variable: values.measureOf(measure),
      rows: rows.length === values.rows ? null : rows,
    })),
  );
  if (!set.ok) throw new Error(set.reasons.map(({ message }) => message).join(' '));
  return set.value.estimates;
}

function covarianceOf(
  entry: PlannedEntry,
  values: CaseValues,
  design: SurveyDesign,
  groups: CaseGroups,
  rows: readonly Int32Array[],
): CovarianceMatrix {
  const cells = entry.measures.flatMap((measure) =>
    groups.domains.map((domain, g) => ({ measure, domain, rows: at(rows, g) })),
  );
  const set = estimateJointly(
    design,
    cells.map(({ measure, rows: inGroup }) => ({
      statistic: measure.target,
      label: measure.estimand.variable,
      variable: values.measureOf(measure),
      rows: inGroup,
    })),
  );
  if (!set.ok) throw new Error(set.reasons.map(({ message }) => message).join(' '));
  const { covariance } = set.value;
  return {
    place: entry.place,
    estimates: cells.map(({ measure, domain }) => ({ estimand: measure.estimand, domain })),
    matrix: cells.map((_, i) =>
      Array.from(covariance.subarray(i * cells.length, (i + 1) * cells.length), (value) =>
        Number.isNaN(value) ? null : value,
      ),
    ),
  };
}

/** The cases of each group, those of "where" only. */
function groupRows(groups: CaseGroups, inside: Uint8Array | null, values: CaseValues): readonly Int32Array[] {
  const lists: number[][] = groups.domains.map(() => []);
  for (let row = 0; row < values.rows; row += 1) {
    if (inside?.[row] === 0) continue;
    const group = groups.factor.codes[row] ?? -1;
    if (group >= 0) lists[group]?.push(row);
  }
  return lists.map((list) => Int32Array.from(list));
}

function validInAll(variables: readonly AnalysisVariable[], values: CaseValues): Uint8Array {
  const complete = new Uint8Array(values.rows).fill(1);
  for (const variable of variables) {
    values.isValid(variable).forEach((valid, row) => {
      if (valid === 0) complete[row] = 0;
    });
  }
  return complete;
}

function leftOut(valid: Uint8Array, complete: Uint8Array): Uint8Array {
  return valid.map((answered, row) => (answered === 1 && complete[row] !== 1 ? 1 : 0));
}

/** Who answered in a group, who did not and why, and how many gave the most frequent answer. */
function answersIn(
  variable: AnalysisVariable,
  rows: Int32Array,
  valid: Uint8Array,
  values: CaseValues,
  domain: Domain,
): { readonly tally: Tally; readonly categoryCounts: readonly number[] | null } {
  const missing: Partial<Record<(typeof missingKinds)[number], number>> = {};
  const reasons = storedNames(variable).map((name) => values.stored(name).missing);
  const frequency = new Map<number, number>();
  const answers = variable.codes === null ? values.quantityOf(variable) : values.codesOf(variable);
  let answered = 0;
  for (const row of rows) {
    if (valid[row] === 1) {
      answered += 1;
      const answer = answers[row] ?? -1;
      frequency.set(answer, (frequency.get(answer) ?? 0) + 1);
      continue;
    }
    const reason = reasons.map((column) => column[row] ?? 0).find((one) => one > 0) ?? 0;
    // An answer that a recode leaves out does not apply to it; an unlisted answer counts as none.
    const kind = missingKinds[reason - 1] ?? (variable.variable === null ? 'not-applicable' : 'no-answer');
    missing[kind] = (missing[kind] ?? 0) + 1;
  }
  return {
    tally: {
      variable: variable.name,
      domain,
      n: rows.length,
      valid: answered,
      missing,
      most: frequency.size === 0 ? 0 : Math.max(...frequency.values()),
    },
    categoryCounts: tellsOfPeople(variable)
      ? (variable.codes?.map((_, place) => frequency.get(place) ?? 0) ?? null)
      : null,
  };
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`nothing at ${index}`);
  return value;
}
