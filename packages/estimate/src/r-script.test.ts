import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, encodeDataset, profileTable, readTable, type Variable } from '@common-measure/dataset';
import { afterAll, describe, expect, test } from 'vitest';
import { computeFromCases } from './compute-from-cases.ts';
import type { AnalysisResult, Comparison, ComputedAnalysis, TestedComparison } from './computed.ts';
import type { ShownEstimate } from './estimate.ts';
import { figureAddresses } from './figure-addresses.ts';
import { plainCodebook } from './plain-codebook.ts';
import { planRequest } from './plan-request.ts';
import { complementScript, type FigureOfFile, waveScript } from './r-comparison.ts';
import { rScript } from './r-script.ts';
import type { AnalysisRequest } from './request.ts';
import { compareWaves } from './wave-comparison.ts';

const hasR = spawnSync('Rscript', ['-e', 'library(survey)']).status === 0;
if (!hasR) console.warn('Skipped: R with the package survey is not installed, so R scripts were not run.');

const folder = mkdtempSync(join(tmpdir(), 'cm-r-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** 240 cases: regions of different size, offices as clusters, a weight, a rating with two missing codes, a code with an accent. */
function survey(): string {
  const rows = Array.from({ length: 240 }, (_, i) => {
    const region = i % 3 === 0 ? 'N' : 'S';
    const office = `${region}${(i * 7) % 11}`;
    const rating = i % 17 === 0 ? '9' : i % 23 === 0 ? '' : String(((i * i) % 5) + 1);
    const channel = ['web', 'téléphone', ' comptoir ', ''][(i * 5) % 4];
    return [
      region,
      office,
      (1 + ((i * 13) % 7) / 4).toFixed(2),
      rating,
      channel,
      String((i * 31) % 97),
      String((i * 3) % 11),
      region === 'N' ? '900' : '2000',
    ].join(',');
  });
  return `\ufeffregion,office,w,sat,channel,minutes,nps,N\n${rows.join('\n')}\n`;
}

function codebookOf(text: string): Codebook {
  const table = readTable(new TextEncoder().encode(text));
  if (!table.ok) throw new Error(JSON.stringify(table.reasons));
  const plain = plainCodebook(profileTable(table.value.headers, table.value.rows));
  const rating = (variable: Variable, higher: 'better' | 'worse'): Variable => ({
    ...variable,
    kind: 'rating',
    scale: { min: 1, max: 5, higher, version: '1' },
    values: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: { en: code, fr: code } })),
    missing: [
      { code: '9', kind: 'dont-know', label: { en: 'don’t know', fr: 'ne sait pas' } },
      { code: '', kind: 'no-answer', label: { en: 'no answer', fr: 'sans réponse' } },
    ],
  });
  return {
    ...plain,
    variables: plain.variables.map((variable) => (variable.name === 'sat' ? rating(variable, 'worse') : variable)),
  };
}

const text = survey();
const codebook = codebookOf(text);
writeFileSync(join(folder, 'enquête.csv'), text);

const designs: Readonly<Record<string, AnalysisRequest['design']>> = {
  'simple, unweighted': {},
  'strata, clusters and weights': { weight: 'w', strata: ['region'], clusters: ['office'], nest: true },
  'weights from population sizes by stratum': { strata: ['region'], fpc: ['N'] },
};

const estimates: AnalysisRequest['estimates'] = [
  { statistic: ['mean', 'score', 'top-2', 'bottom-2', 'net', 'proportion'], variable: 'sat' },
  { statistic: ['mean', 'top-2'], variable: 'sat', by: ['channel'], interval: 'logit' },
  { statistic: ['mean', 'total'], variable: 'minutes', by: ['region', 'channel'], where: { region: ['N', 'S'] } },
  { statistic: 'proportion', variable: 'long', where: { region: 'N' }, interval: 'wilson' },
  { statistic: ['score', 'net', 'top-2'], variable: 'sat', by: ['channel'], versus: 'complement' },
  { statistic: 'nps', variable: 'nps', deff: 'without-replacement', level: 0.9 },
  { statistic: 'proportion', variable: 'crossed', values: ['N.web', 'S.téléphone'], interval: 't' },
  { statistic: 'mean', variables: ['minutes', 'sat'], missing: 'listwise' },
];

const derive: AnalysisRequest['derive'] = [
  {
    name: 'long',
    from: 'minutes',
    cases: [
      { when: { atLeast: 60 }, value: 'long' },
      { when: { atLeast: 30 }, value: 'middling' },
    ],
    otherwise: 'short',
  },
  { name: 'crossed', from: ['region', 'channel'] },
];

describe.skipIf(!hasR)('R gives every figure again from the original file', () => {
  test.each(Object.entries(designs))('%s', (_, design) => {
    const plan = planRequest({ ...(design === undefined ? {} : { design }), derive, estimates }, codebook);
    if (!plan.ok) throw new Error(JSON.stringify(plan.reasons));
    const table = readTable(new TextEncoder().encode(text));
    if (!table.ok) throw new Error('not read');
    const dataset = encodeDataset(table.value, { ...codebook, design: plan.value.design });
    if (!dataset.ok) throw new Error(JSON.stringify(dataset.reasons));
    const computed = computeFromCases(plan.value, dataset.value);
    if (!computed.ok) throw new Error(JSON.stringify(computed.reasons));
    const figures = computed.value.breakdowns.flatMap(({ groups }) => groups.flatMap((group) => group.estimates));
    const addresses = figureAddresses(plan.value);
    expect(addresses.length).toBe(figures.length);
    const shown = figures.flatMap((figure, i) =>
      figure.status === 'shown' ? [{ figure, address: addresses[i] }] : [],
    );
    const scripts = shown.map(({ address }) => {
      if (address === undefined) throw new Error('a figure without its address');
      return rScript(plan.value, address, codebook, 'enquête.csv');
    });
    const printed = runR(scripts);
    expect(printed.length).toBe(shown.length);
    shown.forEach(({ figure }, i) => {
      expectSame(figure, printed[i] ?? {}, scripts[i] ?? '');
    });
  });
});

describe.skipIf(!hasR)('R gives every tested difference again', () => {
  const request: AnalysisRequest = {
    design: designs['strata, clusters and weights'] ?? {},
    estimates: [{ statistic: ['score', 'top-2'], variable: 'sat', by: ['channel'], versus: 'complement' }],
  };
  const plan = planRequest(request, codebook);
  const table = readTable(new TextEncoder().encode(text));
  if (!plan.ok || !table.ok) throw new Error('no plan');
  const dataset = encodeDataset(table.value, { ...codebook, design: plan.value.design });
  if (!dataset.ok) throw new Error('no dataset');
  const computed = computeFromCases(plan.value, dataset.value);
  if (!computed.ok) throw new Error('not computed');
  const groups = computed.value.breakdowns.flatMap((breakdown) => breakdown.groups);
  const addresses = figureAddresses(plan.value);
  const place = (comparison: Comparison): FigureOfFile => {
    const named = JSON.stringify([comparison.estimand, comparison.domain]);
    const found = addresses.find(({ measure, domain }) => JSON.stringify([measure.estimand, domain]) === named);
    if (found === undefined) throw new Error('a comparison without its figure');
    return { plan: plan.value, address: found, codebook, fileName: 'enquête.csv' };
  };

  test('of a group against all others, with Holm over the groups', () => {
    const tested = groups.flatMap((group) => group.comparisons).filter((one) => one.status === 'tested');
    expect(tested.length).toBe(6);
    const scripts = tested.map((one) => {
      const family = tested.filter(({ estimand }) => estimand.statistic === one.estimand.statistic);
      return complementScript(
        place(one),
        family.filter((other) => other !== one).map(({ p }) => p),
      );
    });
    const printed = runR(scripts);
    tested.forEach((one, i) => {
      expectDifference(one, printed[i] ?? {});
    });
  });

  test('of a figure since an earlier wave, from both files', () => {
    const result = { ...protectedLike(computed.value), estimates: groups.flatMap((group) => group.estimates) };
    const changes = compareWaves({ label: '2', codebook, result }, { label: '1', codebook, result }).filter(
      (one) => one.status === 'tested',
    );
    expect(changes.length).toBe(6);
    const [first] = changes;
    if (first === undefined) throw new Error('nothing was compared');
    const [printed] = runR([waveScript(place(first), place(first), [])]);
    expect(printed?.difference).toBe(0);
    expect(printed?.se).toBeCloseTo(first.se, 10);
    expect(printed?.df).toBe(first.df);
    expect(printed?.low).toBeCloseTo(first.ci?.low ?? Number.NaN, 10);
  });
});

function protectedLike(computed: ComputedAnalysis): AnalysisResult {
  return {
    format: 'common-measure/estimates',
    version: 1,
    audience: 'organization',
    threshold: 10,
    estimates: [],
    counts: [],
    notes: [],
    provenance: { inputs: [], method: '', software: '', at: '' },
    design: computed.design,
    comparisons: [],
    covariances: [],
    remarks: [],
  };
}

function expectDifference(one: TestedComparison, printed: Readonly<Record<string, number>>): void {
  const wanted = {
    difference: one.difference,
    se: one.se,
    low: one.ci?.low,
    high: one.ci?.high,
    df: one.df,
    t: one.t,
    p: one.p,
    adjusted: one.adjustedP,
  };
  for (const [name, value] of Object.entries(wanted)) expect(printed[name], name).toBeCloseTo(value ?? Number.NaN, 9);
}

/** Runs the scripts in one R session, each by itself, and reads back what each prints. */
function runR(scripts: readonly string[]): readonly Readonly<Record<string, number>>[] {
  const printing =
    'print <- function(x, ...) cat(paste(names(x), format(x, digits = 17), sep = "=", collapse = " "), "\\n")';
  const file = join(folder, 'all.R');
  writeFileSync(file, [printing, ...scripts.map((script) => `local({\n${script}})`)].join('\n'));
  const r = spawnSync('Rscript', [file], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (r.status !== 0) throw new Error(r.stderr);
  return r.stdout
    .trim()
    .split('\n')
    .map((line) =>
      Object.fromEntries(
        line
          .trim()
          .split(/\s+(?=[a-z]+=)/)
          .map((pair) => [pair.split('=')[0], Number(pair.split('=')[1])]),
      ),
    );
}

function expectSame(figure: ShownEstimate, printed: Readonly<Record<string, number>>, script: string): void {
  const close = (got: number | null | undefined, name: string) => {
    const wanted = printed[name] ?? Number.NaN;
    if (Number.isNaN(wanted) || !Number.isFinite(wanted)) return;
    expect(
      Math.abs((got ?? Number.NaN) - wanted),
      `${name}: ${got} instead of ${wanted}\n${script}`,
    ).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(wanted)));
  };
  expect(figure.n, script).toBe(printed.n);
  close(figure.value, 'estimate');
  close(figure.se, 'se');
  close(figure.ci?.low, 'low');
  close(figure.ci?.high, 'high');
  close(figure.df, 'df');
  close(figure.deff, 'deff');
}
