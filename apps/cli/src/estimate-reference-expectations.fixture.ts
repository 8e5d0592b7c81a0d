import type { AnalysisResult, Domain, Estimate, ShownEstimate, Statistic } from '@common-measure/estimate';
import { expect } from 'vitest';
import { agrees, at, type Json, numberAt } from '../../../fixtures/r/reference/reference-case.ts';

/** Finds one figure in an answer. */
export type FigureIn = (result: AnalysisResult) => ShownEstimate;
/** Finds the figure that stands for a term of R. */
export type FigureOf = (term: string) => FigureIn;

export function figure(
  statistic: Statistic,
  variable: string,
  value: string | null = null,
  domain: Domain = {},
): FigureIn {
  return (result) => {
    const found = result.estimates.find((one) => isFigure(one, statistic, variable, value, domain));
    if (found?.status !== 'shown') throw new Error(`no ${statistic} of ${variable} ${value} ${JSON.stringify(domain)}`);
    return found;
  };
}

/** Expects estimate, standard error, t interval, design effect, degrees of freedom and covariances of R's terms. */
export function expectTerms(result: AnalysisResult, expected: Json, tolerance: number, figureOf: FigureOf): void {
  const terms = at(expected, 'terms') as readonly { readonly [key: string]: Json }[];
  const scale = Math.max(...terms.flatMap((term) => [Math.abs(numberAt(term, 'estimate')), numberAt(term, 'se')]));
  const figures = terms.map((term) => figureOf(String(term.term))(result));
  terms.forEach((term, i) => {
    const got = figures[i];
    if (got === undefined) throw new Error(`no figure for ${String(term.term)}`);
    const name = String(term.term);
    expectNumber(got.value, at(term, 'estimate'), tolerance, scale, `${name} estimate`);
    expectNumber(got.se, at(term, 'se'), tolerance, scale, `${name} se`);
    expectNumber(got.ci?.low ?? null, at(term, 'ci', 0), tolerance, scale, `${name} low`);
    expectNumber(got.ci?.high ?? null, at(term, 'ci', 1), tolerance, scale, `${name} high`);
    expect(got.df, `${name} df`).toBe(at(expected, 'df'));
    if ('deff' in term) expectNumber(got.deff, at(term, 'deff'), tolerance, 0, `${name} deff`);
  });
  if (typeof expected === 'object' && expected !== null && 'vcov' in expected) {
    expectCovariances(result, figures, at(expected, 'vcov'), tolerance);
  }
}

function expectCovariances(
  result: AnalysisResult,
  figures: readonly ShownEstimate[],
  expected: Json,
  tolerance: number,
): void {
  const [matrix] = result.covariances;
  if (matrix === undefined) throw new Error('no covariance matrix');
  const places = figures.map((one) =>
    matrix.estimates.findIndex(
      ({ estimand, domain }) =>
        JSON.stringify(estimand) === JSON.stringify(one.estimand) &&
        JSON.stringify(domain) === JSON.stringify(one.domain),
    ),
  );
  const scale = Math.max(...places.map((place) => matrix.matrix[place]?.[place] ?? 0));
  places.forEach((row, i) => {
    places.forEach((column, j) => {
      expectNumber(matrix.matrix[row]?.[column] ?? null, at(expected, i, j), tolerance, scale, `vcov ${i},${j}`);
    });
  });
}

export function expectNumber(got: number | null, wanted: Json, tolerance: number, scale: number, what: string): void {
  const close = agrees(got ?? Number.NaN, Number(wanted), tolerance, scale);
  expect(close, `${what}: ${got} instead of ${String(wanted)}`).toBe(true);
}

function isFigure(
  one: Estimate,
  statistic: Statistic,
  variable: string,
  value: string | null,
  domain: Domain,
): boolean {
  const { estimand } = one;
  const same = Object.keys(one.domain).length === Object.keys(domain).length;
  return (
    estimand.statistic === statistic &&
    estimand.variable === variable &&
    estimand.value === value &&
    same &&
    Object.entries(domain).every(([name, code]) => one.domain[name] === code)
  );
}
