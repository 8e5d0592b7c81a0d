import type { Codebook, SamplingClass, Variable } from '@common-measure/dataset';
import type { AnswerCounts, Domain, Estimate, EstimateTable, WithheldReason } from '@common-measure/estimate';
import type { LocalizedText } from '@common-measure/kernel';
import type { MeasuredWave } from '../src/assemble.ts';
import type { ReportSource } from '../src/source.ts';

/**
 * A made-up survey of a service counter, for tests of the report only: figures are typed in by hand, they come from no data.
 * Long French labels, a lower-is-better item, withheld groups of every reason, two earlier waves of which one is not comparable.
 */
export function counterSurvey(samplingClass: SamplingClass = 'probability'): ReportSource {
  return {
    title: text('What clients said about the counter, 2026', 'Ce que la clientèle a dit du comptoir en 2026'),
    organization: text('Test Office of Permits', 'Bureau d’essai des permis'),
    edition: text('Test edition', 'Édition d’essai'),
    madeOn: '2026-06-01',
    codebook: codebook(samplingClass, '2026', '2026-04-01'),
    estimates: table(samplingClass, 76.3),
    fieldwork: {
      start: '2026-04-01',
      end: '2026-04-30',
      how: text('Every fifth visit to six counters', 'Une visite sur cinq à six comptoirs'),
      cases: 1240,
      invited: 3100,
      responseRate: { value: 0.4, formula: 'AAPOR RR2' },
    },
    differences: [
      { ...against('overall', {}, { kind: 'wave', label: '2025' }), value: 0.2, low: -1, high: 1.5, clear: false },
      { ...against('shops', {}, { kind: 'wave', label: '2025' }), value: -3.5, low: -5.1, high: -1.9, clear: true },
      { ...against('ease', {}, { kind: 'wave', label: '2025' }), value: 2.8, low: 1, high: 4.5, clear: true },
      { ...against('overall', { area: 'b' }, { kind: 'rest' }), value: -9.1, low: -11.4, high: -6.8, clear: true },
      { ...against('overall', { area: 'd' }, { kind: 'rest' }), value: 4.2, low: 2.1, high: 6.3, clear: true },
      { ...against('overall', { area: 'a' }, { kind: 'rest' }), value: 0.3, low: -1.5, high: 2.1, clear: false },
    ],
    earlier: [
      {
        codebook: codebook(samplingClass, '2024', '2024-04-01'),
        estimates: table(samplingClass, 73.6),
        notComparable: text('not weighted', 'non pondérée'),
      },
      {
        codebook: codebook(samplingClass, '2025', '2025-04-01'),
        estimates: table(samplingClass, 76.1),
        notComparable: null,
      },
    ],
    drivers: {
      outcome: 'overall',
      shares: [
        { variable: 'ease', share: 0.31, interval: [0.26, 0.36], groups: [] },
        { variable: 'staff', share: 0.28, interval: [0.23, 0.33], groups: [] },
        { variable: 'shops', share: 0.24, interval: [0.19, 0.29], groups: [] },
        { variable: 'wait', share: 0.17, interval: [0.13, 0.22], groups: [] },
      ],
      rSquared: 0.58,
      rSquaredInterval: [0.53, 0.63],
      n: 980,
      cases: 1240,
      draws: 400,
      largestVif: 2.8,
      missingAnswers: text(
        'Only people who answered all four items are used.',
        'Seules les personnes qui ont répondu aux quatre éléments sont retenues.',
      ),
      leftOut: [{ variable: 'letter', reason: text('answered by 27%', 'répondu par 27\u00a0%') }],
    },
    remarks: [text('Figures are typed in by hand.', 'Les chiffres sont saisis à la main.')],
    scripts: [
      {
        id: 'figures',
        r: 'library(survey)\nd <- read.csv("counter.csv")\nsvymean(~y, svydesign(ids = ~site, weights = ~w, data = d))',
      },
    ],
  };
}

function text(en: string, fr: string): LocalizedText {
  return { en, fr };
}

function against(
  variable: string,
  domain: Domain,
  kind: { readonly kind: 'rest' } | { readonly kind: 'wave'; readonly label: string },
) {
  return { variable, domain, against: kind, tests: kind.kind === 'rest' ? 5 : 6 };
}

const answers = [
  ['1', 'Very poor', 'Très mauvais'],
  ['2', 'Poor', 'Mauvais'],
  ['3', 'Neither', 'Ni l’un ni l’autre'],
  ['4', 'Good', 'Bon'],
  ['5', 'Very good', 'Très bon'],
] as const;

const items: readonly (readonly [string, string, string, readonly number[]])[] = [
  ['overall', 'Overall satisfaction', 'Satisfaction globale', [0.02, 0.04, 0.15, 0.46, 0.33]],
  ['ease', 'Ease of getting what was needed', 'Facilité à obtenir ce qu’il fallait', [0.03, 0.06, 0.18, 0.41, 0.32]],
  ['staff', 'Knowledge of staff', 'Connaissances du personnel', [0.01, 0.03, 0.12, 0.4, 0.44]],
  [
    'shops',
    'Clear explanation of the decision & what follows',
    'Explication claire de la décision & de la suite, à l’oral comme à l’écrit',
    [0.08, 0.12, 0.3, 0.32, 0.18],
  ],
  ['wait', 'Length of the wait', 'Durée de l’attente', [0.14, 0.18, 0.28, 0.26, 0.14]],
  ['letter', 'Letters', 'Lettres', [0.04, 0.1, 0.24, 0.4, 0.22]],
];

function codebook(samplingClass: SamplingClass, label: string, start: string): Codebook {
  return {
    format: 'common-measure/codebook',
    version: 1,
    title: text('Counter survey', 'Enquête au comptoir'),
    population: text('Clients served at the counter in April 2026', 'Clientèle servie au comptoir en avril 2026'),
    wave: { label, start },
    synthetic: true,
    source: null,
    design: {
      samplingClass,
      weight: 'w',
      strata: ['region'],
      clusters: ['site'],
      fpc: [],
      nest: true,
      lonelyPsu: 'fail',
    },
    roles: {
      overall: 'overall',
      drivers: ['ease', 'staff', 'shops', 'wait'],
      channel: null,
      region: null,
      profile: ['area'],
      comments: [],
    },
    variables: [...items.map(([name, en, fr]) => rating(name, text(en, fr))), area, minutes],
  };
}

function rating(name: string, label: LocalizedText): Variable {
  return {
    name,
    column: name.toUpperCase(),
    label,
    question: text(`How would you rate: ${label.en}?`, `Comment évaluez-vous\u00a0: ${label.fr}?`),
    kind: 'rating',
    scale: { min: 1, max: 5, higher: 'better', version: 'rating-5' },
    values: answers.map(([code, en, fr]) => ({ code, label: text(en, fr) })),
    missing: [{ code: '9', label: text('Does not apply', 'Sans objet'), kind: 'not-applicable' }],
    unit: null,
    access: 'open',
    decided: true,
  };
}

const area: Variable = {
  ...rating('area', text('Area', 'Secteur')),
  question: null,
  kind: 'category',
  scale: null,
  values: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((code) => ({
    code,
    label: text(`Area ${code.toUpperCase()}`, `Secteur ${code.toUpperCase()}`),
  })),
  missing: [],
};

const minutes: Variable = {
  ...rating('minutes', text('Minutes waited', 'Minutes d’attente')),
  kind: 'number',
  scale: null,
  values: [],
  unit: 'min',
};

function table(samplingClass: SamplingClass, overall: number): EstimateTable {
  const noError = samplingClass === 'non-probability';
  return {
    format: 'common-measure/estimates',
    version: 1,
    audience: 'public',
    threshold: 20,
    estimates: [
      ...items.flatMap(([name, , , shares]) =>
        itemEstimates(name, shares, noError, name === 'overall' ? overall : null),
      ),
      ...groups.map(([code, value, half, n]): Estimate => {
        const domain = { area: code };
        const estimate = shown('overall', 'score', null, value, half, n, noError);
        return { ...estimate, domain, quality: half > 3 ? 'caution' : 'acceptable' };
      }),
      ...withheldGroups.map(
        ([code, reason]): Estimate => ({
          status: 'withheld',
          estimand: { statistic: 'score', variable: 'overall', value: null },
          domain: { area: code },
          reason,
        }),
      ),
      shown('minutes', 'mean', null, 17.25, 1.4, 1102, noError),
    ],
    counts: items.map(([name]): AnswerCounts => {
      return {
        variable: name,
        domain: {},
        n: 1240,
        valid: 1180,
        missing: { 'not-applicable': 35, 'no-answer': 25, refused: null },
      };
    }),
    notes: [],
    provenance: { inputs: ['counter.csv'], method: 'typed in by hand', software: 'test', at: '2026-06-01T00:00:00Z' },
  };
}

const groups: readonly (readonly [string, number, number, number])[] = [
  ['a', 76.6, 1.6, 406],
  ['b', 68.2, 1.9, 253],
  ['c', 72.9, 2.1, 286],
  ['d', 79.9, 1.6, 217],
  ['e', 75, 3.5, 46],
];
const withheldGroups: readonly (readonly [string, WithheldReason])[] = [
  ['f', 'small-cell'],
  ['g', 'complementary'],
];

function itemEstimates(
  name: string,
  shares: readonly number[],
  noError: boolean,
  score: number | null,
): readonly Estimate[] {
  const mean = shares.reduce((sum, share, i) => sum + 25 * i * share, 0);
  const top = (shares[3] ?? 0) + (shares[4] ?? 0);
  return [
    shown(name, 'score', null, score ?? mean, 1.2, 1180, noError),
    ...shares.map((share, i) => shown(name, 'proportion', String(i + 1), share, 0.02, 1180, noError)),
    shown(name, 'top-2', null, top, 0.02, 1180, noError),
  ];
}

function shown(
  variable: string,
  statistic: 'score' | 'proportion' | 'top-2' | 'mean',
  value: string | null,
  estimate: number,
  half: number,
  n: number,
  noError: boolean,
): Estimate & { status: 'shown' } {
  return {
    status: 'shown',
    estimand: { statistic, variable, value },
    domain: {},
    value: estimate,
    se: noError ? null : half / 1.96,
    ci: noError ? null : { low: estimate - half, high: estimate + half, level: 0.95, method: 't' },
    df: noError ? null : 222,
    n,
    effectiveN: n / 1.7,
    deff: noError ? null : 1.7,
    quality: 'acceptable',
    method: 'typed in by hand',
  };
}

/** The same survey as it comes from measuring: what a slice or a command assembles a report from. */
export function measuredCounter(samplingClass: SamplingClass = 'probability') {
  const { codebook, estimates, earlier } = counterSurvey(samplingClass);
  const weights = { n: 1240, sum: 1240, min: 0.4, max: 2.2, cv: 0.5, deff: 1.25, effectiveN: 992 };
  const wave = (label: string, book: Codebook, table: EstimateTable): MeasuredWave => ({
    label,
    codebook: book,
    origin: null,
    result: {
      ...table,
      design: { samplingClass, cases: 1240, weights, strata: 3, psus: 225, df: 222, lonelyPsu: 'fail' },
      comparisons: [],
      covariances: [],
      remarks: [],
    },
  });
  const before = earlier.map((one) => wave(one.codebook.wave?.label ?? '', one.codebook, one.estimates));
  return { wave: wave('2026', codebook, estimates), earlier: before, drivers: null, driversScript: null };
}
