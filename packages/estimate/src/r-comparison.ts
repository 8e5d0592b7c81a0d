import type { Codebook } from '@common-measure/dataset';
import type { AnalysisPlan } from './analysis-plan.ts';
import {
  conjunction,
  designLines,
  type FigureAddress,
  figureLines,
  groupComment,
  lonelyOption,
  measureVector,
  readLines,
  within,
} from './r-script.ts';
import { rNumber, rString, rVector } from './r-text.ts';
import { RValues } from './r-values.ts';

/** A figure and the file it is made from. */
export interface FigureOfFile {
  readonly plan: AnalysisPlan;
  readonly address: FigureAddress;
  readonly codebook: Codebook;
  readonly fileName: string;
}

/**
 * An R script (package survey) by which a group's difference from all other cases with a known group comes out again: both
 * figures as domains of one design with their covariance, t test with one degree of freedom fewer than the design has.
 * `others`: two-sided p values of the other tests of the family, for Holm's adjustment.
 */
export function complementScript(
  { plan, address, codebook, fileName }: FigureOfFile,
  others: readonly number[],
): string {
  const { entry, measure, domain } = address;
  const values = new RValues();
  const y = measureVector(values, measure);
  const where = entry.where.map(({ variable, codes }) => within(values.codes(variable), codes));
  const group = conjunction(entry.by.map((variable) => within(values.codes(variable), [domain[variable.name] ?? ''])));
  const known = conjunction(
    entry.by.map((variable) =>
      within(
        values.codes(variable),
        (variable.codes ?? []).map(({ code }) => code),
      ),
    ),
  );
  const complete = entry.listwise ? entry.variables.map((variable) => `!is.na(${values.codes(variable)})`) : [];
  const estimator = measure.target === 'total' ? 'svytotal' : 'svymean';
  const design = designLines(plan, codebook, values);
  return [
    `# ${measure.estimand.statistic} of ${measure.variable.name}${groupComment(domain)}, against all other cases with a known group`,
    'library(survey)',
    lonelyOption(plan),
    ...readLines(codebook, fileName),
    ...values.lines,
    `data <- data.frame(y = ${y}, in_where = ${conjunction([...where, ...complete])},`,
    `  side = factor(ifelse(${known}, ifelse(${group}, "group", "rest"), NA), c("group", "rest")))`,
    ...design,
    `both <- svyby(~y, ~side, subset(design, in_where & !is.na(side) & !is.na(y)), ${estimator}, covmat = TRUE)`,
    'contrast <- svycontrast(both, c(1, -1))',
    'difference <- as.vector(coef(contrast)); se <- as.vector(SE(contrast))',
    'df <- degf(design) - 1',
    ...testLines(entry.level, others),
  ].join('\n');
}

/**
 * An R script (package survey) by which the change of a figure since an earlier, independent wave comes out again from both
 * files: difference, standard error sqrt(se1^2 + se2^2), t test with the degrees of freedom of both designs together.
 */
export function waveScript(now: FigureOfFile, then: FigureOfFile, others: readonly number[]): string {
  const { measure, entry, domain } = now.address;
  return [
    `# Change of the ${measure.estimand.statistic} of ${measure.variable.name}${groupComment(domain)} since an earlier wave`,
    'library(survey)',
    ...waveLines('now', now),
    ...waveLines('earlier', then),
    'difference <- now[["estimate"]] - earlier[["estimate"]]',
    'se <- sqrt(now[["se"]]^2 + earlier[["se"]]^2)  # the waves are independent samples',
    'df <- now[["df"]] + earlier[["df"]]',
    ...testLines(entry.level, others),
  ].join('\n');
}

function waveLines(name: string, { plan, address, codebook, fileName }: FigureOfFile): readonly string[] {
  const lines = figureLines(plan, address, codebook, fileName);
  return [`${name} <- local({  # ${rString(fileName)}`, ...lines.map((line) => `  ${line}`), '  result', '})'];
}

function testLines(level: number, others: readonly number[]): readonly string[] {
  const family = rVector(['p', ...others.map(rNumber)]);
  return [
    't <- difference / se',
    'p <- 2 * pt(-abs(t), df)',
    `interval <- difference + c(-1, 1) * qt(1 - (1 - ${rNumber(level)}) / 2, df) * se`,
    ...(others.length === 0
      ? ['adjusted <- p']
      : [`adjusted <- p.adjust(${family}, method = "holm")[1]  # with the other tests that are shown together`]),
    'print(c(difference = difference, se = se, low = interval[1], high = interval[2], df = df, t = t, p = p,',
    '  adjusted = adjusted), digits = 15)',
    '',
  ];
}
