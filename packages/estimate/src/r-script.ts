import type { Codebook, Variable } from '@common-measure/dataset';
import type { AnalysisPlan, Measure, PlannedEntry } from './analysis-plan.ts';
import type { Domain } from './estimate.ts';
import { rNumber, rString, rVector } from './r-text.ts';
import { RValues } from './r-values.ts';

/** One figure of a plan. */
export interface FigureAddress {
  readonly entry: PlannedEntry;
  readonly measure: Measure;
  readonly domain: Domain;
}

/**
 * An R script (package survey 4.1 or later) with which one figure comes out again from the original file: it reads the file as
 * it is, applies the missing codes and the recodes, declares the design, takes the group as a domain of it and prints estimate,
 * standard error, interval, degrees of freedom, n and design effect with 15 digits.
 */
export function rScript(plan: AnalysisPlan, figure: FigureAddress, codebook: Codebook, fileName: string): string {
  const { measure, domain } = figure;
  return [
    `# ${measure.estimand.statistic} of ${measure.variable.name}${groupComment(domain)}`,
    'library(survey)',
    ...figureLines(plan, figure, codebook, fileName),
    'print(result, digits = 15)',
    '',
  ].join('\n');
}

/** Lines that leave a figure with its precision in the named vector `result`. */
export function figureLines(
  plan: AnalysisPlan,
  figure: FigureAddress,
  codebook: Codebook,
  fileName: string,
): readonly string[] {
  const { entry, measure, domain } = figure;
  const values = new RValues();
  const y = measureVector(values, measure);
  const where = entry.where.map(({ variable, codes }) => within(values.codes(variable), codes));
  const group = entry.by.map((variable) => within(values.codes(variable), [domain[variable.name] ?? '']));
  const complete = entry.listwise ? entry.variables.map((variable) => `!is.na(${values.codes(variable)})`) : [];
  const design = designLines(plan, codebook, values);
  const statement = plan.design.samplingClass === 'non-probability' ? descriptive(measure) : estimation(entry, measure);
  return [
    lonelyOption(plan),
    ...readLines(codebook, fileName),
    ...values.lines,
    `data <- data.frame(y = ${y}, in_where = ${conjunction(where)}, in_group = ${conjunction([...group, ...complete])})`,
    ...design,
    'whole <- subset(design, in_where)',
    'group <- subset(design, in_where & in_group)',
    'domain <- subset(group, !is.na(y))',
    ...statement,
  ];
}

export function lonelyOption({ design }: Pick<AnalysisPlan, 'design'>): string {
  return `options(survey.lonely.psu = ${rString(design.lonelyPsu)}, survey.adjust.domain.lonely = FALSE)`;
}

/** The vector of y of a measure, NA where the answer is missing. */
export function measureVector(values: RValues, { scores, variable }: Measure): string {
  return scores === null ? values.numbers(variable) : values.scores(variable, scores);
}

/** Lines that read the file as text cells; `cells(column)` gives a column without surrounding blanks. */
export function readLines(codebook: Codebook, fileName: string): readonly string[] {
  const { encoding = 'utf-8', delimiter = ',' } = codebook.source ?? {};
  const how =
    encoding === 'utf-8'
      ? 'encoding = "UTF-8"'
      : encoding === 'windows-1252'
        ? 'encoding = "latin1"'
        : `fileEncoding = ${rString(encoding.toUpperCase())}`;
  return [
    `file <- read.csv(${rString(fileName)}, sep = ${delimiter === '\t' ? '"\\t"' : rString(delimiter)}, ${how},`,
    '  colClasses = "character", na.strings = character(0), check.names = FALSE)',
    'names(file)[1] <- sub("^\\xef\\xbb\\xbf", "", names(file)[1], useBytes = TRUE)  # byte order mark',
    'cells <- function(column) gsub("^ +| +$", "", file[[column]])',
  ];
}

/** Lines that put the design's columns into `data` and declare `design`; before them those that `values` needs. */
export function designLines(
  plan: Pick<AnalysisPlan, 'design'>,
  codebook: Codebook,
  values: RValues,
): readonly string[] {
  const { design } = plan;
  const named = (name: string): Variable => {
    const variable = codebook.variables.find((one) => one.name === name);
    if (variable === undefined) throw new Error(`no variable ${name}`);
    return variable;
  };
  const before = values.lines.length;
  const cells = (name: string) => values.stored(named(name));
  const number = (name: string) => `as.numeric(sub(",", ".", ${cells(name)}, fixed = TRUE))`;
  const lines: string[] = [];
  const options: string[] = [];
  design.clusters.forEach((name, i) => {
    const column = cells(name);
    lines.push(`data$cluster${i + 1} <- ifelse(is.na(${column}), paste0("row", seq_along(${column})), ${column})`);
  });
  const ids = design.clusters.length === 0 ? '~1' : `~${design.clusters.map((_, i) => `cluster${i + 1}`).join(' + ')}`;
  if (design.strata.length > 0) {
    lines.push(`data$stratum <- paste(${design.strata.map(cells).join(', ')}, sep = " x ")`);
    options.push('strata = ~stratum');
  }
  design.fpc.forEach((name, i) => {
    lines.push(`data$population${i + 1} <- ${number(name)}`);
  });
  if (design.fpc.length > 0) options.push(`fpc = ~${design.fpc.map((_, i) => `population${i + 1}`).join(' + ')}`);
  if (design.weight !== null) lines.push(`data$weight <- ${number(design.weight)}`);
  else if (design.fpc.length === 0) lines.push('data$weight <- 1');
  if (design.weight !== null || design.fpc.length === 0) options.push('weights = ~weight');
  if (design.nest) options.push('nest = TRUE');
  const reading = values.lines.splice(before);
  return [...reading, ...lines, `design <- svydesign(ids = ${ids}, ${options.join(', ')}, data = data)`];
}

function estimation(entry: PlannedEntry, measure: Measure): readonly string[] {
  const estimator = measure.target === 'total' ? 'svytotal' : 'svymean';
  const deff = entry.yardstick === 'replace' ? '"replace"' : 'TRUE';
  const asShare = measure.share && entry.interval !== 't';
  return [
    `estimate <- ${estimator}(~y, domain, deff = ${deff})`,
    `df <- degf(${asShare ? 'group' : 'whole'})`,
    'n <- sum(weights(domain, "sampling") > 0)',
    `tail <- (1 - ${rNumber(entry.level)}) / 2`,
    ...(asShare
      ? shareIntervalLines(entry.interval)
      : ['interval <- as.vector(coef(estimate)) + c(-1, 1) * qt(1 - tail, df) * as.vector(SE(estimate))']),
    'result <- c(estimate = as.vector(coef(estimate)), se = as.vector(SE(estimate)), low = interval[1], high = interval[2],',
    '  df = df, n = n, deff = as.vector(deff(estimate)))',
  ];
}

/** The intervals of shares written out, so that they mean the same in every release of the package. */
function shareIntervalLines(method: PlannedEntry['interval']): readonly string[] {
  const exact = 'c(qbeta(tail, n_eff * p, n_eff * (1 - p) + 1), qbeta(1 - tail, n_eff * p + 1, n_eff * (1 - p)))';
  const lines = [
    'p <- as.vector(coef(estimate)); v <- as.vector(vcov(estimate)); t <- qt(1 - tail, df)',
    'varies <- p > 0 && p < 1 && v > 0',
  ];
  const constant = `{ n_eff <- n; ${exact} }`;
  switch (method) {
    case 'logit':
      return [
        ...lines,
        `interval <- if (varies) plogis(qlogis(p) + c(-1, 1) * t * sqrt(v) / (p * (1 - p))) else ${constant}`,
      ];
    case 'wilson':
      return [
        ...lines,
        'm <- p * (1 - p) / v',
        `interval <- if (varies) (p + t^2 / (2 * m) + c(-1, 1) * t * sqrt(p * (1 - p) / m + t^2 / (4 * m^2))) / (1 + t^2 / m) else ${constant}`,
      ];
    default:
      return [
        ...lines,
        `interval <- if (varies) { n_eff <- p * (1 - p) / v * (qt(tail, n - 1) / t)^2; ${exact} } else ${constant}`,
      ];
  }
}

/** No sampling error is stated of a sample that is not one of probability. */
function descriptive(measure: Measure): readonly string[] {
  const weights = 'weights(domain, "sampling")';
  const value =
    measure.target === 'total'
      ? `sum(${weights} * domain$variables$y)`
      : `weighted.mean(domain$variables$y, ${weights})`;
  return [`result <- c(estimate = ${value}, n = sum(${weights} > 0))`];
}

/** A condition on a text vector. */
export function within(vector: string, codes: readonly string[]): string {
  return `${vector} %in% ${rVector(codes.map(rString))}`;
}

export function conjunction(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'TRUE' : conditions.join(' & ');
}

export function groupComment(domain: Domain): string {
  const parts = Object.entries(domain).map(([name, code]) => `${name} = ${code}`);
  return parts.length === 0 ? '' : ` where ${parts.join(', ')}`.replace(/[^\x20-\x7e]/g, '?');
}
