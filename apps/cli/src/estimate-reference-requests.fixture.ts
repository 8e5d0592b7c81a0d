import type { AnalysisResult, Derivation, EstimateItem } from '@common-measure/estimate';
import { at, type Json } from '../../../fixtures/r/reference/reference-case.ts';
import { expectNumber, expectTerms, type FigureOf, figure } from './estimate-reference-expectations.fixture.ts';

/** How a reference case is asked of `cm estimate`, and where in the answer R's numbers must stand. */
export interface AskedCase {
  readonly derive?: readonly Derivation[];
  readonly estimates: readonly EstimateItem[];
  readonly weight?: string;
  /** Only these rows are in the file. */
  readonly rows?: { readonly column: string; readonly code: string };
  readonly expects: (result: AnalysisResult, expected: Json, tolerance: number) => void;
}

/** Means of variables, asked together and itemwise; the terms are named by variable. */
function means(variables: readonly string[], options: Partial<EstimateItem> = {}): AskedCase {
  return {
    estimates: [{ statistic: 'mean', variables: [...variables], ...options }],
    expects: (result, expected, tolerance) => expectTerms(result, expected, tolerance, (term) => figure('mean', term)),
  };
}

/** Several results of means, each under a name in R's list. */
function namedMeans(variables: readonly string[]): AskedCase {
  return {
    estimates: [{ statistic: 'mean', variables: [...variables] }],
    expects: (result, expected, tolerance) => {
      for (const name of variables) expectTerms(result, at(expected, name), tolerance, (term) => figure('mean', term));
    },
  };
}

/** Shares of the codes of a variable; R's terms are the variable's name followed by the code. */
function proportions(variable: string, prefix = variable, extra: Partial<AskedCase> = {}): AskedCase {
  return {
    estimates: [{ statistic: 'proportion', variable, covariance: true }],
    expects: (result, expected, tolerance) =>
      expectTerms(result, expected, tolerance, (term) => figure('proportion', variable, term.slice(prefix.length))),
    ...extra,
  };
}

/** Means by groups; R's terms are the codes joined by ".", and ":variable" where there are several variables. */
function by(variables: readonly string[], groups: readonly string[], options: Partial<EstimateItem> = {}): AskedCase {
  const [first = ''] = variables;
  const statistic = options.statistic === 'total' ? 'total' : 'mean';
  const find: FigureOf = (term) => {
    const [codes = '', variable = first] = term.split(':');
    const parts = codes.split('.');
    return figure(statistic, variable, null, Object.fromEntries(groups.map((name, i) => [name, parts[i] ?? ''])));
  };
  return {
    estimates: [{ statistic, variables: [...variables], by: [...groups], ...options }],
    expects: (result, expected, tolerance) => expectTerms(result, expected, tolerance, find),
  };
}

const kish: AskedCase = {
  estimates: [{ statistic: 'mean', variable: 'w' }],
  expects: (result, expected, tolerance) => {
    const weights = result.design.weights;
    if (weights === null) throw new Error('no weights');
    const got = { n: weights.n, sum_w: weights.sum, cv_w: weights.cv, deff: weights.deff, n_eff: weights.effectiveN };
    for (const [name, value] of Object.entries(got)) expectNumber(value, at(expected, name), tolerance, 0, name);
  },
};

const npsScore: Derivation = {
  name: 's',
  from: 'nps',
  cases: [
    { when: { atLeast: 9 }, value: 100 },
    { when: { atMost: 6 }, value: -100 },
  ],
  otherwise: 0,
};

function indicator(name: string, from: string, atLeast?: number, atMost?: number): Derivation {
  const when = { ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) };
  return { name, from, cases: [{ when, value: 1 }], otherwise: 0 };
}

function subsetOf(variable: string, where: Record<string, string>): AskedCase {
  return {
    estimates: [{ statistic: 'mean', variable, where }],
    expects: (result, expected, tolerance) =>
      expectTerms(result, expected, tolerance, () => figure('mean', variable, null, where)),
  };
}

/** One group against all others, where there are two: the two-sample test of R. */
function twoGroups(variable: string, by: string, group: string): AskedCase {
  return {
    estimates: [{ statistic: 'mean', variable, by: [by], versus: 'complement' }],
    expects: (result, expected, tolerance) => {
      const test = result.comparisons.find(({ domain }) => domain[by] === group);
      if (test?.status !== 'tested') throw new Error('the groups were not tested');
      const scale = Math.abs(test.difference);
      expectNumber(test.difference, at(expected, 'estimate'), tolerance, scale, 'difference');
      expectNumber(test.t, at(expected, 'statistic'), tolerance, 1, 't');
      expectNumber(test.p, at(expected, 'p'), tolerance, 1, 'p');
      expectNumber(test.ci?.low ?? null, at(expected, 'ci', 0), tolerance, scale, 'low');
      expectNumber(test.ci?.high ?? null, at(expected, 'ci', 1), tolerance, scale, 'high');
      expectNumber(test.df, at(expected, 'parameter', 'df'), 0, 0, 'df');
    },
  };
}

export const referenceRequests: Readonly<Record<string, AskedCase | readonly AskedCase[]>> = {
  'mean.srs.api00': means(['api00']),
  'mean.strat.api00': means(['api00', 'api99'], { missing: 'listwise', covariance: true }),
  'mean.clus1.api00': means(['api00']),
  'mean.nhanes.hichol': means(['HI_CHOL']),
  'mean.tiny': namedMeans(['y', 'x']),
  'mean.strat.nofpc': means(['api00', 'enroll'], { missing: 'listwise', covariance: true }),
  'mean.clus2': means(['api00', 'api99'], { missing: 'listwise', covariance: true }),
  'mean.hospital': means(['births']),
  'mean.bfi.items': namedMeans(['A1', 'A2', 'C1', 'E5', 'O3']),

  'prop.strat.stype': proportions('stype'),
  'prop.clus1.schwide': proportions('sch_wide'),
  'prop.nhanes.race': proportions('race'),
  'prop.panel.empty_level': proportions('edu'),
  'prop.clus1.interaction': proportions('crossed', 'interaction(stype, sch_wide)', {
    derive: [{ name: 'crossed', from: ['stype', 'sch_wide'] }],
  }),
  'prop.table.nhanes': {
    estimates: [{ statistic: ['total', 'proportion'], variable: 'HI_CHOL', values: ['0', '1'], by: ['agecat'] }],
    expects: (result, expected, tolerance) => {
      const rows = at(expected, 'dims', 'agecat') as readonly string[];
      const columns = at(expected, 'dims', 'HI_CHOL') as readonly string[];
      rows.forEach((agecat, r) => {
        columns.forEach((code, c) => {
          const total = figure('total', 'HI_CHOL', code, { agecat })(result);
          const share = figure('proportion', 'HI_CHOL', code, { agecat })(result);
          expectNumber(total.value, at(expected, 'counts', r, c), tolerance, 0, `${agecat} ${code} count`);
          expectNumber(share.value, at(expected, 'row_prop', r, c), tolerance, 0, `${agecat} ${code} share`);
        });
      });
    },
  },
  'prop.bfi.top2': {
    ...means(['t2', 'b2'], { missing: 'listwise', covariance: true }),
    derive: [indicator('t2', 'A3', 5), indicator('b2', 'A3', undefined, 2)],
  },

  'dom.clus1.by_stype': by(['api00', 'api99'], ['stype']),
  'dom.strat.subset': subsetOf('enroll', { comp_imp: 'Yes' }),
  'dom.nhanes.by': by(['HI_CHOL'], ['race', 'RIAGENDR']),
  'dom.clus2.total_by': by(['enroll'], ['stype'], { statistic: 'total' }),
  'dom.strat.zero_strata': subsetOf('api00', { stype: 'E' }),
  'dom.by_covmat': by(['api00'], ['stype'], { covariance: true }),
  'dom.wrong_subset': [
    {
      estimates: [{ statistic: 'mean', variable: 'enroll', where: { stype: 'H' } }],
      expects: (result, expected, tolerance) =>
        expectTerms(result, at(expected, 'right'), tolerance, () => figure('mean', 'enroll', null, { stype: 'H' })),
    },
    {
      rows: { column: 'stype', code: 'H' },
      estimates: [{ statistic: 'mean', variable: 'enroll' }],
      expects: (result, expected, tolerance) =>
        expectTerms(result, at(expected, 'wrong'), tolerance, () => figure('mean', 'enroll')),
    },
  ],

  'kish.panel': { ...kish, weight: 'w' },
  'kish.bfi': { ...kish, weight: 'w' },
  'kish.apistrat': { ...kish, weight: 'pw', estimates: [{ statistic: 'mean', variable: 'pw' }] },

  'tt.clus1.two': twoGroups('enroll', 'comp_imp', 'Yes'),
  'tt.strat.two': twoGroups('api00', 'sch_wide', 'Yes'),
  'tt.nhanes.two': twoGroups('HI_CHOL', 'RIAGENDR', '2'),

  'nps.panel': {
    derive: [
      npsScore,
      indicator('pro', 'nps', 9),
      indicator('pas', 'nps', 7, 8),
      indicator('det', 'nps', undefined, 6),
    ],
    estimates: [
      { statistic: ['nps'], variable: 'nps' },
      { statistic: 'mean', variables: ['s', 'pro', 'pas', 'det'], missing: 'listwise' },
      { statistic: 'mean', variables: ['pro', 'pas', 'det'], missing: 'listwise', covariance: true },
    ],
    expects: (result, expected, tolerance) => {
      expectTerms(result, at(expected, 'nps'), tolerance, () => figure('mean', 's'));
      expectTerms(result, at(expected, 'nps'), tolerance, () => figure('nps', 'nps'));
      expectTerms(result, at(expected, 'shares'), tolerance, (term) => figure('mean', term));
    },
  },
  'nps.panel.by_age': {
    estimates: [{ statistic: 'nps', variable: 'nps', by: ['age'] }],
    expects: (result, expected, tolerance) =>
      expectTerms(result, expected, tolerance, (age) => figure('nps', 'nps', null, { age })),
  },
};
