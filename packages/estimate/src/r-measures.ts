import type { Codebook } from '@common-measure/dataset';
import type { AnalysisPlan, Measure } from './analysis-plan.ts';
import { designLines, lonelyOption, measureVector, readLines } from './r-script.ts';
import { rString } from './r-text.ts';
import { RValues } from './r-values.ts';

/**
 * Lines of R (package survey) that several measures are computed from together: they read the file as it is and leave the list
 * `y`, one numeric vector per measure under its variable's name (NA where missing), `design`, and of each case its `weight`,
 * `stratum` and sampling unit `unit`. What follows them computes on these.
 */
export function measureLines(
  plan: Pick<AnalysisPlan, 'design'>,
  measures: readonly Measure[],
  codebook: Codebook,
  fileName: string,
): readonly string[] {
  const values = new RValues();
  const entries = measures.map((measure) => `  ${rString(measure.variable.name)} = ${measureVector(values, measure)}`);
  const design = designLines(plan, codebook, values);
  const { strata, clusters } = plan.design;
  return [
    'library(survey)',
    lonelyOption(plan),
    ...readLines(codebook, fileName),
    ...values.lines,
    'y <- list(',
    entries.join(',\n'),
    ')',
    'data <- data.frame(row = seq_along(y[[1]]))',
    ...design,
    'weight <- weights(design, "sampling")',
    `stratum <- ${strata.length === 0 ? 'rep("", nrow(data))' : 'data$stratum'}`,
    `unit <- ${clusters.length === 0 ? 'as.character(data$row)' : 'paste(stratum, data$cluster1)'}`,
  ];
}
