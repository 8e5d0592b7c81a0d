import type { Codebook } from '@common-measure/dataset';
import { type AnalysisPlan, measureLines, rString, rVector } from '@common-measure/estimate';
import { unreachable } from '@common-measure/kernel';
import type { DriverTable, MissingTreatment } from './driver-table.ts';

/** Beyond so many draws of sampling units plain R takes minutes: the script leaves the intervals out until it is asked for them. */
const mostDraws = 2_000_000;

/** What an R script of key drivers is written from. */
export interface DriversScriptInput {
  /** The plan that was read: its measures are the scores of the outcome and the items. */
  readonly plan: AnalysisPlan;
  readonly codebook: Codebook;
  readonly fileName: string;
  readonly table: Pick<DriverTable, 'outcome' | 'drivers' | 'missing' | 'replicates'>;
  /** Seed of the bootstrap. */
  readonly seed: number;
  /** Sampling units and strata of the design: how long the bootstrap takes. */
  readonly psus: number;
  readonly strata: number;
  /** True to print each item's score with its interval too, and the lines of the priority matrix. */
  readonly withScores?: boolean;
}

/**
 * An R script (base R; package survey for the design) with which the shares of the drivers, R2 and their intervals come out
 * again from the original file: covariances by the stated treatment of missing answers, R2 of all subsets of items, average
 * gains (LMG), and the same bootstrap with the same seed.
 */
export function driversScript(input: DriversScriptInput): string {
  const { plan, codebook, fileName, table, seed } = input;
  const kept = new Set([table.outcome, ...table.drivers.map(({ variable }) => variable)]);
  const planned = plan.entries.flatMap((entry) => entry.measures).filter(({ variable }) => kept.has(variable.name));
  const outcome = planned.filter(({ variable }) => variable.name === table.outcome).slice(0, 1);
  const items = planned.filter(({ variable }) => variable.name !== table.outcome);
  const draws = table.replicates * (input.psus - input.strata);
  return [
    `# Key drivers of ${table.outcome.replace(/[^\x20-\x7e]/g, '?')}: LMG (Shapley) shares of R2, missing answers ${table.missing}`,
    ...measureLines(plan, [...outcome, ...items], codebook, fileName),
    `outcome <- ${rString(table.outcome)}`,
    `items <- ${rVector(items.map(({ variable }) => rString(variable.name)))}`,
    'Y <- do.call(cbind, y[c(outcome, items)])',
    'answered <- !is.na(Y[, 1]) & weight > 0  # the design stays whole, cases without the outcome take no part',
    ...momentLines(table.missing),
    ...shapleyLines,
    'found <- analyze(covariance(weight * answered))',
    'print(c(r2 = found$r2), digits = 15)',
    'print(setNames(found$shares, paste0("share.", items)), digits = 15)',
    ...(table.replicates === 0 ? [] : bootstrapLines(table.replicates, seed, draws > mostDraws)),
    ...(input.withScores === true ? scoreLines(plan) : []),
    '',
  ].join('\n');
}

/** `covariance(w)`: weighted covariance matrix of the columns of Y, outcome first, divisor the sum of weights. */
function momentLines(missing: MissingTreatment): readonly string[] {
  switch (missing) {
    case 'listwise':
      return [
        'complete <- answered & rowSums(is.na(Y)) == 0  # listwise: only cases that answered everything',
        'covariance <- function(w) {',
        '  w <- w[complete]; x <- Y[complete, , drop = FALSE]',
        '  x <- sweep(x, 2, colSums(w * x) / sum(w))',
        '  crossprod(x, w * x) / sum(w)',
        '}',
      ];
    case 'pairwise':
      return [
        'there <- 1 * !is.na(Y)',
        'center <- sapply(seq_len(ncol(Y)), function(j) mean(Y[answered, j], na.rm = TRUE))  # for digits only',
        'x <- sweep(Y, 2, center); x[is.na(x)] <- 0',
        'covariance <- function(w) {  # pairwise: each pair of items from everyone who answered both',
        '  weights <- crossprod(there, w * there)',
        '  means <- crossprod(x, w * there) / weights',
        '  crossprod(x, w * x) / weights - means * t(means)',
        '}',
      ];
    default:
      return unreachable(missing);
  }
}

const shapleyLines: readonly string[] = [
  'analyze <- function(S) {  # R2 of all subsets of items, and the average gain of each over all orders of entry',
  '  R <- S / sqrt(diag(S) %o% diag(S)); p <- ncol(R) - 1; size <- 2^p',
  '  if (min(eigen(R, symmetric = TRUE, only.values = TRUE)$values) <= 1e-8) stop("not positive definite")',
  '  bits <- sapply(seq_len(p), function(j) (0:(size - 1)) %/% 2^(j - 1) %% 2)',
  '  M <- array(R, c(1, p + 1, p + 1))  # one matrix per subset so far: what is left of each pair once its items are in',
  '  for (j in seq_len(p)) {',
  '    n <- dim(M)[1]; k <- dim(M)[2]; rest <- seq_len(k)[-2]',
  '    own <- matrix(M[, rest, 2], n); without <- array(M[, rest, rest], c(n, k - 1, k - 1))',
  '    gone <- own[, rep(seq_len(k - 1), k - 1)] * own[, rep(seq_len(k - 1), each = k - 1)] / M[, 2, 2]',
  '    M <- array(0, c(2 * n, k - 1, k - 1))',
  '    M[seq_len(n), , ] <- without; M[n + seq_len(n), , ] <- without - array(gone, dim(without))',
  '  }',
  '  r2 <- 1 - M[, 1, 1]',
  '  count <- rowSums(bits); gain <- factorial(count) * factorial(p - 1 - pmin(count, p - 1)) / factorial(p)',
  '  lmg <- sapply(seq_len(p), function(j) {',
  '    without <- which(bits[, j] == 0)',
  '    sum(gain[without] * (r2[without + 2^(j - 1)] - r2[without]))',
  '  })',
  '  list(r2 = r2[size], lmg = lmg, shares = lmg / r2[size])',
  '}',
];

function bootstrapLines(replicates: number, seed: number, isLong: boolean): readonly string[] {
  return [
    isLong
      ? `replicates <- 0  # set to ${replicates} for the intervals: with so many sampling units that takes long in plain R`
      : `replicates <- ${replicates}  # of the bootstrap behind the intervals; 0 leaves them out`,
    '# The generator of the platform (sfc32), so that the same units are drawn: 32-bit words as doubles',
    'word <- function(v) v %% 4294967296',
    'xor <- function(a, b) bitwXor(a %/% 65536, b %/% 65536) * 65536 + bitwXor(a %% 65536, b %% 65536)',
    'times <- function(a, b) word((a %/% 65536 * b) %% 65536 * 65536 + a %% 65536 * b)',
    `state <- ${seed}`,
    'split <- function() {',
    '  state <<- word(state + 2654435769)',
    '  z <- times(xor(state, state %/% 65536), 569420461)',
    '  z <- times(xor(z, z %/% 32768), 1935289751)',
    '  xor(z, z %/% 32768)',
    '}',
    'a <- split(); b <- split(); c3 <- split(); counter <- 1',
    'following <- function() {',
    '  total <- word(a + b + counter); counter <<- word(counter + 1)',
    '  a <<- xor(b, b %/% 512)',
    '  b <<- word(c3 * 9)',
    '  c3 <<- word(word(c3 * 2097152) + c3 %/% 2048 + total)',
    '  total',
    '}',
    'for (round in 1:12) following()',
    'random <- function() {',
    '  high <- following() %/% 32',
    '  (high * 67108864 + following() %/% 64) / 9007199254740992',
    '}',
    '# In each stratum n - 1 of its n sampling units, with replacement, each draw weighing n / (n - 1)',
    'units <- tapply(unit, factor(stratum, unique(stratum)), unique, simplify = FALSE)',
    'drawn <- if (replicates > 0) lapply(seq_len(replicates), function(i) {',
    '  multiplier <- unlist(lapply(units, function(of) {',
    '    n <- length(of); if (n == 1) return(1)',
    '    tabulate(vapply(seq_len(n - 1), function(k) floor(random() * n) + 1, 0), n) * n / (n - 1)',
    '  }))[match(unit, unlist(units))]',
    '  tryCatch(analyze(covariance(weight * answered * multiplier)), error = function(e) NULL)',
    '})',
    'drawn <- Filter(Negate(is.null), drawn)',
    'if (length(drawn) > 0) {',
    '  ends <- apply(sapply(drawn, function(d) c(d$r2, d$shares)), 1, quantile, c(0.025, 0.975))',
    '  print(setNames(ends[1, ], c("low.r2", paste0("low.", items))), digits = 15)',
    '  print(setNames(ends[2, ], c("high.r2", paste0("high.", items))), digits = 15)',
    '}',
  ];
}

/** The scores of the items from everyone who answered each, as the priority matrix shows them, and where its lines cross. */
function scoreLines(plan: AnalysisPlan): readonly string[] {
  const isDescriptive = plan.design.samplingClass === 'non-probability';
  const level = plan.entries[0]?.level ?? 0.95;
  return [
    'scores <- sapply(items, function(item) {',
    '  domain <- subset(update(design, y = y[[item]]), !is.na(y))',
    ...(isDescriptive
      ? ['  c(score = weighted.mean(domain$variables$y, weights(domain, "sampling")))', '})']
      : [
          '  estimate <- svymean(~y, domain)',
          `  c(score = as.vector(coef(estimate)) + c(0, -1, 1) * qt(1 - (1 - ${level}) / 2, degf(design)) * as.vector(SE(estimate)))`,
          '})',
        ]),
    isDescriptive ? 'value <- scores' : 'value <- scores[1, ]',
    'print(setNames(value, paste0("score.", items)), digits = 15)',
    ...(isDescriptive
      ? []
      : [
          'print(setNames(scores[2, ], paste0("scorelow.", items)), digits = 15)',
          'print(setNames(scores[3, ], paste0("scorehigh.", items)), digits = 15)',
        ]),
    'print(c(share.line = 1 / length(items), score.line = mean(value)), digits = 15)',
  ];
}
