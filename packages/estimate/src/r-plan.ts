import type { Codebook } from '@common-measure/dataset';
import type { AnalysisPlan, Measure, PlannedEntry } from './analysis-plan.ts';
import { designLines, lonelyOption, readLines } from './r-script.ts';
import { rNumber, rString, rVector } from './r-text.ts';
import { RValues } from './r-values.ts';

/**
 * An R script (package survey) by which all figures of a plan come out again from the original file, as the rows of a table
 * `results`: statistic, variable, value, group, estimate, se, interval, df, n, deff, and for groups their difference from the rest with
 * its interval and p values. Of plans without "where" that are broken down by one variable at a time, as those of reports are.
 */
export function planScript(plan: AnalysisPlan, codebook: Codebook, fileName: string): string {
  return [
    '# Every figure of this analysis, one row each',
    'library(survey)',
    ...planLines(plan, codebook, fileName),
    'print(results, digits = 10, row.names = FALSE)',
    '',
  ].join('\n');
}

/**
 * An R script by which the changes of everyone's figures since an earlier wave come out again from both files, as rows of a table
 * `changes`: of the scores of `variables`, p values adjusted over all of them (Holm).
 */
export function changesScript(
  now: { readonly plan: AnalysisPlan; readonly codebook: Codebook; readonly fileName: string },
  earlier: { readonly plan: AnalysisPlan; readonly codebook: Codebook; readonly fileName: string },
  variables: readonly string[],
): string {
  const waveOf = (name: string, { plan, codebook, fileName }: typeof now) => {
    const entries = plan.entries
      .filter(({ by }) => by.length === 0)
      .map((entry) => ({
        ...entry,
        measures: entry.measures.filter(
          ({ estimand }) => estimand.statistic === 'score' && variables.includes(estimand.variable),
        ),
      }));
    const whole = { ...plan, entries };
    const lines = planLines(whole, codebook, fileName).map((line) => `  ${line}`);
    return [`${name} <- local({`, ...lines, '  results', '})'];
  };
  return [
    '# Change of every score since the earlier wave',
    'library(survey)',
    ...waveOf('now', now),
    ...waveOf('earlier', earlier),
    'changes <- merge(now, earlier, by = c("statistic", "variable", "value", "group"))',
    'change <- changes$estimate.x - changes$estimate.y; se <- sqrt(changes$se.x^2 + changes$se.y^2)',
    'df <- changes$df.x + changes$df.y; p <- 2 * pt(-abs(change / se), df)',
    'changes <- data.frame(changes[c("statistic", "variable")], change, se, low = change - qt(0.975, df) * se,',
    '  high = change + qt(0.975, df) * se, df, p, adjusted = p.adjust(p, "holm"))',
    'print(changes, digits = 10, row.names = FALSE)',
    '',
  ].join('\n');
}

function planLines(plan: AnalysisPlan, codebook: Codebook, fileName: string): readonly string[] {
  const values = new RValues();
  const entries = withoutRepeats(plan.entries.flatMap((entry) => entryLines(entry, values)));
  const design = designLines(plan, codebook, values);
  return [
    lonelyOption(plan),
    ...readLines(codebook, fileName),
    ...values.lines,
    'data <- data.frame(row = seq_len(nrow(file)))',
    ...design,
    ...(plan.design.samplingClass === 'non-probability' ? descriptiveFunction : figureFunction),
    ...entries,
  ];
}

/** The same list of variables is written once for as long as it is looped over. */
function withoutRepeats(lines: readonly string[]): readonly string[] {
  let last = '';
  return lines.filter((line) => {
    if (!line.startsWith('codes <- ')) return true;
    const isNew = line !== last;
    last = line;
    return isNew;
  });
}

/** Loops over variables that are scored alike, so that a report of twenty items stays a page of code. */
function entryLines(entry: PlannedEntry, values: RValues): readonly string[] {
  const [by, ...more] = entry.by;
  if (more.length > 0 || entry.where.length > 0 || entry.listwise)
    throw new Error('a plan of one breakdown at a time is expected');
  const options = [
    ...(by === undefined
      ? []
      : [
          `by = ${rString(by.name)}`,
          `of = ${values.codes(by)}`,
          `groups = ${rVector((by.codes ?? []).map(({ code }) => rString(code)))}`,
        ]),
    ...(entry.versusComplement ? ['against = TRUE'] : []),
    ...(entry.interval === 'beta' ? [] : [`method = ${rString(entry.interval)}`]),
    ...(entry.level === 0.95 ? [] : [`level = ${rNumber(entry.level)}`]),
    ...(entry.yardstick === 'replace' ? [] : ['deff = TRUE']),
  ];
  const families = new Map<string, Measure[]>();
  for (const measure of entry.measures) {
    const { estimand, scores } = measure;
    // The shares of all answers of a question are one loop over its codes.
    const y =
      scores === null
        ? measure.variable.name
        : estimand.statistic === 'proportion'
          ? [...scores.keys()]
          : [estimand.value, ...scores];
    const key = JSON.stringify([estimand.statistic, measure.target, y]);
    families.set(key, [...(families.get(key) ?? []), measure]);
  }
  return [...families.values()].flatMap((family) => familyLines(family, options, values));
}

function familyLines(family: readonly Measure[], options: readonly string[], values: RValues): readonly string[] {
  const [first] = family;
  if (first === undefined) return [];
  const { estimand, scores, share, target } = first;
  const isShare = estimand.statistic === 'proportion' && scores !== null;
  const shared = [...(share ? ['share = TRUE'] : []), ...(target === 'total' ? ['total = TRUE'] : []), ...options];
  const given = [
    ...(isShare ? ['value = code'] : estimand.value === null ? [] : [`value = ${rString(estimand.value)}`]),
    ...shared,
  ].map((part) => `, ${part}`);
  const call = (y: string) => `results <- figure(results, ${rString(estimand.statistic)}, v, ${y}${given.join('')})`;
  const variables = [...new Set(family.map(({ variable }) => variable))];
  if (scores === null)
    return variables.map((variable) => `v <- ${rString(variable.name)}; ${call(values.numbers(variable))}`);
  const columns = variables.map((variable) => `${rString(variable.name)} = ${values.codes(variable)}`);
  const codes = rVector([...scores.keys()].map(rString));
  const loop = [`codes <- list(${columns.join(', ')})`, 'for (v in names(codes))'];
  if (!isShare)
    return [...loop, `  ${call(`${rVector([...scores.values()].map(rNumber))}[match(codes[[v]], ${codes})]`)}`];
  const shown = rVector([...new Set(family.map((one) => rString(one.estimand.value ?? '')))]);
  return [
    ...loop,
    `  for (code in ${shown})`,
    `    ${call(`ifelse(codes[[v]] %in% ${codes}, as.numeric(codes[[v]] == code), NA)`)}`,
  ];
}

const figureFunction: readonly string[] = [
  'share_interval <- function(p, v, n, df, tail, method) {  # of a share, within 0 and 1',
  '  t <- qt(1 - tail, df)',
  '  exact <- function(m) c(qbeta(tail, m * p, m * (1 - p) + 1), qbeta(1 - tail, m * p + 1, m * (1 - p)))',
  '  if (!(p > 0 && p < 1 && v > 0)) return(exact(n))',
  '  m <- p * (1 - p) / v',
  '  switch(method,',
  '    logit = plogis(qlogis(p) + c(-1, 1) * t * sqrt(v) / (p * (1 - p))),',
  '    wilson = (p + t^2 / (2 * m) + c(-1, 1) * t * sqrt(p * (1 - p) / m + t^2 / (4 * m^2))) / (1 + t^2 / m),',
  '    exact(m * (qt(tail, n - 1) / t)^2))',
  '}',
  'results <- NULL',
  'figure <- function(results, statistic, variable, y, value = "", share = FALSE, total = FALSE, by = "", of = NULL,',
  '    groups = NA, against = FALSE, method = "beta", level = 0.95, deff = "replace") {',
  '  all <- update(design, y = y); tail <- (1 - level) / 2; rows <- NULL',
  '  estimator <- if (total) svytotal else svymean',
  '  for (group in groups) {',
  '    inside <- if (is.na(group)) rep(TRUE, length(y)) else of %in% group',
  '    domain <- subset(all, inside & !is.na(y)); n <- sum(weights(domain, "sampling") > 0)',
  '    if (n == 0) next',
  '    e <- estimator(~y, domain, deff = deff); p <- as.vector(coef(e)); se <- as.vector(SE(e))',
  '    ranged <- share && method != "t"',
  '    df <- degf(if (ranged) subset(all, inside) else design)',
  '    ends <- if (ranged) share_interval(p, se^2, n, df, tail, method) else p + c(-1, 1) * qt(1 - tail, df) * se',
  '    row <- data.frame(statistic, variable, value, group = if (is.na(group)) "" else paste0(by, "=", group), estimate = p,',
  '      se, low = ends[1], high = ends[2], df, n, deff = as.vector(survey::deff(e)), difference = NA, diff.low = NA,',
  '      diff.high = NA, p = NA, adjusted = NA)',
  '    if (against) {',
  '      side <- factor(ifelse(of %in% groups, ifelse(inside, "group", "rest"), NA), c("group", "rest"))',
  '      known <- subset(update(all, side = side), !is.na(side) & !is.na(y))',
  '      if (all(c("group", "rest") %in% known$variables$side[weights(known, "sampling") > 0])) {',
  '        d <- svycontrast(svyby(~y, ~side, known, estimator, covmat = TRUE), c(1, -1))',
  '        s <- as.vector(SE(d)); row$difference <- as.vector(coef(d))',
  '        row$diff.low <- row$difference - qt(1 - tail, degf(design) - 1) * s',
  '        row$diff.high <- row$difference + qt(1 - tail, degf(design) - 1) * s',
  '        row$p <- 2 * pt(-abs(row$difference / s), degf(design) - 1)',
  '      }',
  '    }',
  '    rows <- rbind(rows, row)',
  '  }',
  '  if (!is.null(rows)) rows$adjusted <- p.adjust(rows$p, "holm")  # over the groups of one figure',
  '  rbind(results, rows)',
  '}',
];

/** No sampling error is stated of a sample that is not one of probability. */
const descriptiveFunction: readonly string[] = [
  'results <- NULL',
  'figure <- function(results, statistic, variable, y, value = "", total = FALSE, by = "", of = NULL, groups = NA, ...) {',
  '  w <- weights(design, "sampling")',
  '  for (group in groups) {',
  '    inside <- !is.na(y) & w > 0 & (if (is.na(group)) TRUE else of %in% group)',
  '    if (!any(inside)) next',
  '    estimate <- if (total) sum((w * y)[inside]) else weighted.mean(y[inside], w[inside])',
  '    results <- rbind(results, data.frame(statistic, variable, value,',
  '      group = if (is.na(group)) "" else paste0(by, "=", group), estimate, n = sum(inside)))',
  '  }',
  '  results',
  '}',
];
