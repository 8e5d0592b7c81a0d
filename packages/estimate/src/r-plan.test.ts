import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeDataset, profileTable, readTable, type Variable } from '@common-measure/dataset';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeFromCases } from './compute-from-cases.ts';
import { plainCodebook } from './plain-codebook.ts';
import { planRequest } from './plan-request.ts';
import { planScript } from './r-plan.ts';
import type { AnalysisRequest } from './request.ts';

const hasR = spawnSync('Rscript', ['-e', 'library(survey)']).status === 0;
if (!hasR) console.warn('Skipped: R with the package survey is not installed, so R scripts were not run.');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cm-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rows = Array.from({ length: 300 }, (_, i) => {
  const region = i % 3 === 0 ? 'N' : 'S';
  const rating = (k: number) => (i % (11 + k) === 0 ? '9' : String((((i + k) * (i + 3 * k)) % 5) + 1));
  const channel = ['web', 'téléphone', 'comptoir'][(i * 5) % 3];
  return [
    region,
    `${region}${(i * 7) % 11}`,
    (1 + ((i * 13) % 7) / 4).toFixed(2),
    rating(1),
    rating(2),
    channel,
    i % 50,
  ];
});
const csv = `region,office,w,q1,q2,channel,minutes\n${rows.map((row) => row.join(',')).join('\n')}\n`;

const request: AnalysisRequest = {
  design: { weight: 'w', strata: ['region'], clusters: ['office'], nest: true },
  estimates: [
    { statistic: ['score', 'proportion', 'top-2', 'bottom-2', 'net'], variables: ['q1', 'q2'] },
    { statistic: 'score', variables: ['q1', 'q2'], by: ['channel'], versus: 'complement' },
    { statistic: 'proportion', variables: ['channel'] },
    { statistic: 'mean', variables: ['minutes'] },
  ],
};

test.skipIf(!hasR)('one script gives every figure of a plan again in R, each group against the rest included', () => {
  const table = readTable(new TextEncoder().encode(csv));
  if (!table.ok) throw new Error('not read');
  const plain = plainCodebook(profileTable(table.value.headers, table.value.rows));
  const rating = (variable: Variable): Variable => ({
    ...variable,
    kind: 'rating',
    scale: { min: 1, max: 5, higher: variable.name === 'q2' ? 'worse' : 'better', version: '1' },
    values: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: { en: code, fr: code } })),
    missing: [{ code: '9', kind: 'dont-know', label: { en: 'don’t know', fr: 'ne sait pas' } }],
  });
  const codebook = {
    ...plain,
    variables: plain.variables.map((one) => (one.name === 'q1' || one.name === 'q2' ? rating(one) : one)),
  };
  const plan = planRequest(request, codebook);
  if (!plan.ok) throw new Error(JSON.stringify(plan.reasons));
  const dataset = encodeDataset(table.value, { ...codebook, design: plan.value.design });
  if (!dataset.ok) throw new Error(JSON.stringify(dataset.reasons));
  const computed = computeFromCases(plan.value, dataset.value);
  if (!computed.ok) throw new Error(JSON.stringify(computed.reasons));
  writeFileSync(join(folder, 'survey.csv'), csv);
  const script = planScript(plan.value, codebook, 'survey.csv');
  writeFileSync(join(folder, 'plan.R'), `${script}write.csv(results, "results.csv", row.names = FALSE)\n`);
  const r = spawnSync('Rscript', ['plan.R'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect(r.status, `${r.stderr}\n${script}`).toBe(0);
  const read = readTable(new Uint8Array(readFileSync(join(folder, 'results.csv'))));
  if (!read.ok) throw new Error('no results');
  const { headers } = read.value;
  const printed = new Map(
    read.value.rows.map((cells) => {
      const row = Object.fromEntries(headers.map((head, i) => [head, cells[i] ?? '']));
      return [[row.statistic, row.variable, row.value, row.group].join(' '), row];
    }),
  );
  const groups = computed.value.breakdowns.flatMap((breakdown) => breakdown.groups);
  const figures = groups.flatMap((group) => group.estimates);
  expect(printed.size).toBe(figures.length);
  const rowOf = (estimand: (typeof figures)[number]['estimand'], domain: Readonly<Record<string, string>>) => {
    const group = Object.entries(domain)
      .map(([name, code]) => `${name}=${code}`)
      .join('');
    return printed.get([estimand.statistic, estimand.variable, estimand.value ?? '', group].join(' ')) ?? {};
  };
  for (const figure of figures) {
    if (figure.status !== 'shown') throw new Error('every figure has cases here');
    const row = rowOf(figure.estimand, figure.domain);
    const wanted = { estimate: figure.value, se: figure.se, low: figure.ci?.low, high: figure.ci?.high, n: figure.n };
    for (const [name, value] of Object.entries(wanted))
      expect(Number(row[name]), name).toBeCloseTo(value ?? Number.NaN, 9);
  }
  const tested = groups.flatMap((group) => group.comparisons).filter((one) => one.status === 'tested');
  expect(tested.length).toBe(6);
  for (const one of tested) {
    const row = rowOf(one.estimand, one.domain);
    expect(Number(row.difference)).toBeCloseTo(one.difference, 9);
    expect(Number(row['diff.low'])).toBeCloseTo(one.ci?.low ?? Number.NaN, 9);
    expect(Number(row.adjusted)).toBeCloseTo(one.adjustedP, 9);
  }
});
