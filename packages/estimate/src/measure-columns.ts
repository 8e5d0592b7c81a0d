import { accepted, type Problem, type Result } from '@common-measure/kernel';
import type { SurveyDesign } from '@common-measure/survey-statistics';
import type { AnalysisPlan, Measure } from './analysis-plan.ts';
import { caseDesign } from './case-design.ts';
import type { CaseTable } from './case-table.ts';
import { CaseValues } from './case-values.ts';

/** The design of a plan over its cases, and y of each measure case by case (NaN where missing): what models are fitted to. */
export interface MeasureColumns {
  readonly design: SurveyDesign;
  readonly columns: readonly { readonly measure: Measure; readonly values: Float64Array }[];
}

export function measureColumns(plan: AnalysisPlan, table: CaseTable): Result<MeasureColumns, Problem> {
  const values = new CaseValues(table);
  const made = caseDesign(plan.design, values);
  if (!made.ok) return made;
  const columns = plan.entries.flatMap(({ measures }) =>
    measures.map((measure) => ({ measure, values: values.measureOf(measure) })),
  );
  return accepted({ design: made.value.design, columns });
}
