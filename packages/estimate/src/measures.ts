import type { Measure } from './analysis-plan.ts';
import type { AnalysisVariable } from './analysis-variable.ts';
import type { Statistic } from './estimate.ts';

/** Why a statistic cannot be had of a variable; null where it can. */
export function unsuitability(
  statistic: Statistic,
  variable: AnalysisVariable,
): 'scale' | 'codes' | 'quantity' | 'nps' | null {
  switch (statistic) {
    case 'mean':
      return variable.quantity ? null : 'quantity';
    case 'score':
    case 'top-2':
    case 'bottom-2':
    case 'net':
      return variable.scale !== null && variable.codes !== null ? null : 'scale';
    case 'nps':
      return variable.codes?.length &&
        variable.codes.every(({ number }) => number !== null && number >= 0 && number <= 10)
        ? null
        : 'nps';
    case 'proportion':
      return variable.codes !== null ? null : 'codes';
    case 'total':
      return variable.quantity || variable.codes !== null ? null : 'codes';
  }
}

/** The measures of one statistic of one variable: one, or one per code for shares and for totals of categories. */
export function measuresOf(
  statistic: Statistic,
  variable: AnalysisVariable,
  values: readonly string[] | null,
): readonly Measure[] {
  const estimand = { statistic, variable: variable.name, value: null };
  const base = { variable, target: 'mean' as const, share: false };
  const scored = (score: (x: number) => number) => scoresOf(variable, score);
  switch (statistic) {
    case 'mean':
      return [{ ...base, estimand, scores: quantityScores(variable) }];
    case 'score': {
      const { min, max } = scaleOf(variable);
      return [{ ...base, estimand, scores: scored((x) => (100 * (turned(variable, x) - min)) / (max - min)) }];
    }
    case 'top-2': {
      const { max } = scaleOf(variable);
      return [{ ...base, share: true, estimand, scores: scored((x) => Number(turned(variable, x) >= max - 1)) }];
    }
    case 'bottom-2': {
      const { min } = scaleOf(variable);
      return [{ ...base, share: true, estimand, scores: scored((x) => Number(turned(variable, x) <= min + 1)) }];
    }
    case 'net': {
      const { min, max } = scaleOf(variable);
      const net = (x: number) => Number(x >= max - 1) - Number(x <= min + 1);
      return [{ ...base, estimand, scores: scored((x) => net(turned(variable, x))) }];
    }
    case 'nps':
      return [{ ...base, estimand, scores: scored((x) => 100 * (Number(x >= 9) - Number(x <= 6))) }];
    case 'proportion':
      return codesOf(variable, values).map((code) => ({
        ...base,
        share: true,
        estimand: { statistic, variable: variable.name, value: code },
        scores: indicator(variable, code),
      }));
    case 'total':
      if (variable.quantity && values === null) {
        return [{ ...base, target: 'total', estimand, scores: quantityScores(variable) }];
      }
      return codesOf(variable, values).map((code) => ({
        ...base,
        target: 'total' as const,
        estimand: { statistic, variable: variable.name, value: code },
        scores: indicator(variable, code),
      }));
  }
}

function codesOf(variable: AnalysisVariable, values: readonly string[] | null): readonly string[] {
  return values ?? variable.codes?.map(({ code }) => code) ?? [];
}

function indicator(variable: AnalysisVariable, code: string): ReadonlyMap<string, number> {
  return new Map(variable.codes?.map((of) => [of.code, Number(of.code === code)]));
}

/** A number of the codebook stands for itself, even where some of its values are listed. */
function quantityScores(variable: AnalysisVariable): ReadonlyMap<string, number> | null {
  return variable.codes === null || variable.variable?.kind === 'number' ? null : scoresOf(variable, (x) => x);
}

function scoresOf(variable: AnalysisVariable, score: (x: number) => number): ReadonlyMap<string, number> {
  if (variable.codes === null) throw new Error(`no codes: ${variable.name}`);
  return new Map(variable.codes.map(({ code, number }) => [code, score(number ?? Number.NaN)]));
}

function scaleOf(variable: AnalysisVariable): { readonly min: number; readonly max: number } {
  if (variable.scale === null) throw new Error(`no scale: ${variable.name}`);
  return variable.scale;
}

/** The point of a scale where less is better, counted from its other end. */
function turned(variable: AnalysisVariable, x: number): number {
  const scale = variable.scale;
  return scale?.higher === 'worse' ? scale.min + scale.max - x : x;
}
