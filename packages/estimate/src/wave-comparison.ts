import type { Codebook, Variable } from '@common-measure/dataset';
import { differenceOnly, holmAdjusted } from './complement.ts';
import type { AnalysisResult, Comparison, ComparisonWarning } from './computed.ts';
import type { Domain, Estimand, Estimate } from './estimate.ts';
import { isUnanimous } from './estimate-figure.ts';
import { meanInterval, twoSidedP } from './interval.ts';

/** One wave with its protected result. */
export interface WaveResult {
  readonly label: string;
  readonly codebook: Codebook;
  readonly result: AnalysisResult;
}

/** What makes two figures impossible to compare, not only to be read with care. */
const barriers: ReadonlySet<ComparisonWarning> = new Set([
  'scale-changed',
  'direction-changed',
  'codes-changed',
  'not-in-wave',
]);

/**
 * Every figure of the current wave against the same figure of an earlier, independent wave: the difference, its standard error
 * sqrt(se1^2 + se2^2), a t test with the degrees of freedom of both designs together, Holm-adjusted over the groups of one figure.
 * R: svyby over waves stacked as strata, svycontrast (reference case wave.independent). Works on protected results, so that
 * nothing withheld is compared. Figures of different scales or codes are not subtracted; other departures are warned of.
 */
export function compareWaves(current: WaveResult, earlier: WaveResult): readonly Comparison[] {
  const families = new Map<string, Comparison[]>();
  const then = new Map(earlier.result.estimates.map((one) => [figureKey(one.estimand, one.domain), one]));
  const waves = wavesDiffer(current, earlier);
  for (const figure of current.result.estimates) {
    const key = keyOf(figure.estimand);
    const family = families.get(key) ?? [];
    family.push(compareFigure(figure, then.get(figureKey(figure.estimand, figure.domain)), waves, current, earlier));
    families.set(key, family);
  }
  return [...families.values()].flatMap(holmAdjusted);
}

function compareFigure(
  figure: Estimate,
  before: Estimate | undefined,
  waves: readonly ComparisonWarning[],
  current: WaveResult,
  earlier: WaveResult,
): Comparison {
  const { estimand, domain } = figure;
  const warnings = [
    ...new Set([...waves, ...variablesDiffer(estimand, current, earlier), ...groupsDiffer(domain, current, earlier)]),
  ];
  const compared = { estimand, domain, with: { kind: 'wave' as const, label: earlier.label }, warnings };
  if (before === undefined || warnings.some((warning) => barriers.has(warning))) {
    const all = before === undefined ? [...new Set<ComparisonWarning>([...warnings, 'not-in-wave'])] : warnings;
    return { ...compared, warnings: all, status: 'untested', reason: 'not-comparable', difference: null };
  }
  if (figure.status === 'withheld' || before.status === 'withheld') {
    const reason = [figure, before].some((one) => one.status === 'withheld' && one.reason === 'no-cases')
      ? 'no-cases'
      : 'withheld';
    return { ...compared, status: 'untested', reason, difference: null };
  }
  const difference = figure.value - before.value;
  if (isUnanimous(figure) || isUnanimous(before)) return differenceOnly(compared, difference);
  if (figure.se === null || before.se === null || figure.df === null || before.df === null) {
    return differenceOnly(compared, difference);
  }
  const se = Math.hypot(figure.se, before.se);
  const df = figure.df + before.df;
  if (!(se > 0) || !(df > 0)) return differenceOnly(compared, difference);
  const t = difference / se;
  const p = twoSidedP(t, df);
  const level = figure.ci?.level ?? 0.95;
  return {
    ...compared,
    status: 'tested',
    other: before.value,
    difference,
    se,
    ci: meanInterval(difference, se, df, level),
    df,
    t,
    p,
    adjustedP: p,
    family: 1,
  };
}

function wavesDiffer(current: WaveResult, earlier: WaveResult): readonly ComparisonWarning[] {
  const now = current.result.design;
  const then = earlier.result.design;
  const warnings: ComparisonWarning[] = [];
  if ((now.weights === null) !== (then.weights === null)) warnings.push('weighted-beside-unweighted');
  if (now.samplingClass !== then.samplingClass) warnings.push('sampling-class-differs');
  const channels = [current, earlier].map(({ codebook }) => channelCodes(codebook));
  if (channels.every((codes) => codes !== '') && channels[0] !== channels[1]) warnings.push('mode-differs');
  return warnings;
}

/** The modes or channels of a wave, where its codebook names the variable that holds them. */
function channelCodes(codebook: Codebook): string {
  const channel = codebook.variables.find(({ name }) => name === codebook.roles.channel);
  return channel === undefined
    ? ''
    : [...channel.values]
        .map(({ code }) => code)
        .sort()
        .join('|');
}

function variablesDiffer(estimand: Estimand, current: WaveResult, earlier: WaveResult): readonly ComparisonWarning[] {
  const now = current.codebook.variables.find(({ name }) => name === estimand.variable);
  const then = earlier.codebook.variables.find(({ name }) => name === estimand.variable);
  return now === undefined || then === undefined ? [] : differencesOf(now, then);
}

/** Groups whose code stands for something else in the earlier wave. */
function groupsDiffer(domain: Domain, current: WaveResult, earlier: WaveResult): readonly ComparisonWarning[] {
  const labelled = ({ codebook }: WaveResult, name: string, code: string) =>
    codebook.variables.find((one) => one.name === name)?.values.find((one) => one.code === code)?.label.en;
  const changed = Object.entries(domain).some(([name, codes]) =>
    codes.split('|').some((code) => {
      const [now, then] = [labelled(current, name, code), labelled(earlier, name, code)];
      return now !== undefined && then !== undefined && now !== then;
    }),
  );
  return changed ? ['codes-changed'] : [];
}

/** In what the same variable differs between two codebooks, as far as comparisons care. */
export function differencesOf(now: Variable, then: Variable): readonly ComparisonWarning[] {
  const warnings: ComparisonWarning[] = [];
  if (now.kind !== then.kind) warnings.push('scale-changed');
  if (now.scale !== null && then.scale !== null) {
    if (now.scale.min !== then.scale.min || now.scale.max !== then.scale.max) warnings.push('scale-changed');
    else if (now.scale.version !== then.scale.version) warnings.push('scale-version-changed');
    if (now.scale.higher !== then.scale.higher) warnings.push('direction-changed');
  }
  if (now.kind === 'category' && codesOf(now) !== codesOf(then)) warnings.push('codes-changed');
  if (now.question !== null && then.question !== null && now.question.en !== then.question.en)
    warnings.push('question-changed');
  return warnings;
}

function codesOf(variable: Variable): string {
  return variable.values
    .map(({ code }) => code)
    .sort()
    .join('|');
}

function figureKey(estimand: Estimand, domain: Domain): string {
  return `${keyOf(estimand)} ${domainKey(domain)}`;
}

function keyOf({ statistic, variable, value }: Estimand): string {
  return JSON.stringify([statistic, variable, value]);
}

function domainKey(domain: Domain): string {
  return JSON.stringify(Object.entries(domain).sort(([a], [b]) => (a < b ? -1 : 1)));
}
