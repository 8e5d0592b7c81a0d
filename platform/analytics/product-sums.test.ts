import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSumsDesign,
  createSurveyDesign,
  fitLinearModel,
  fitLinearModelFromSums,
  type ProductSums,
  type PsuDesignFacts,
} from '@common-measure/survey-statistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, openEngine } from './index.ts';

let directory: string;
let engine: Engine;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cm-products-'));
  engine = await openEngine({ directory, memoryMegabytes: 256, threads: 1 });
});
afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true, force: true });
});

const rows = 900;
const spin = (row: number, prime: number) => (row * prime) % 97;
const cases = Array.from({ length: rows }, (_, row) => ({
  stratum: spin(row, 7) % 4,
  psu: (spin(row, 7) % 4) * 6 + (spin(row, 11) % 6),
  w: 0.5 + spin(row, 13) / 20,
  y: spin(row, 17) === 3 ? null : 200 + spin(row, 29) + (spin(row, 41) % 9),
  x: spin(row, 19) === 5 ? null : 1 + (spin(row, 29) % 7),
  z: spin(row, 31) % 5,
}));

test('a linear model from the sums of one GROUP BY of the engine is the one from columns', async () => {
  const file = join(directory, 'cases.csv');
  const cell = (value: number | null) => (value === null ? '' : String(value));
  const lines = cases.map(({ stratum, psu, w, y, x, z }) => [stratum, psu, w, y, x, z].map(cell).join(','));
  await writeFile(file, `stratum,psu,w,y,x,z\n${lines.join('\n')}\n`);
  const source = `(SELECT stratum, psu, w, y - 250 AS a, x - 4 AS b, z - 2 AS c FROM read_csv('${file}', header = true))`;
  const terms = ['1', 'a', 'b', 'c', 'a * a', 'a * b', 'a * c', 'b * b', 'b * c', 'c * c'];
  const known = 'FILTER (WHERE a + b + c IS NOT NULL)';
  const sums = terms.map((term) => `coalesce(sum(w * (${term})) ${known}, 0.0)::DOUBLE`);
  const counts = `(count(*) ${known})::DOUBLE, (coalesce(sum(w * w) ${known}, 0.0))::DOUBLE, count(*)::DOUBLE, sum(w)::DOUBLE`;
  const found = await engine.query(
    `SELECT stratum::INTEGER, psu::INTEGER, ${counts}, ${sums.join(', ')} FROM ${source} GROUP BY stratum, psu ORDER BY psu`,
  );
  const column = (at: number) => Float64Array.from(found.rows, (row) => Number(row[at]));
  const products: ProductSums = {
    form: 'psu',
    domains: 1,
    domain: new Int32Array(found.rows.length),
    stratum: Int32Array.from(column(0)),
    psu: Int32Array.from(column(1)),
    labels: ['y', 'x', 'z'],
    origins: Float64Array.of(250, 4, 2),
    rowsWithWeight: column(4),
    rows: column(2),
    n: column(2),
    w2: column(3),
    products: Float64Array.from(found.rows.flatMap((row) => row.slice(6).map(Number))),
    squares: null,
    spread: null,
  };
  const strata = ['0', '1', '2', '3'];
  const policy = { strata, fpc: null, lonelyPsu: 'fail', adjustLonelyInDomain: false } as const;
  const facts: PsuDesignFacts = { ...policy, form: 'psu', psuStratum: products.stratum, psuWeight: column(5) };
  expect(Array.from(products.psu ?? [])).toEqual([...found.rows.keys()]);
  const summed = createSumsDesign(facts);
  const design = createSurveyDesign({
    rows,
    weights: cases.map(({ w }) => w),
    strata: [cases.map(({ stratum }) => stratum)],
    clusters: [cases.map(({ psu }) => psu)],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!summed.ok || !design.ok) throw new Error('refused');
  const numbers = (name: 'y' | 'x' | 'z') => Float64Array.from(cases, (entry) => entry[name] ?? Number.NaN);
  const direct = fitLinearModel(design.value, {
    response: { label: 'y', values: numbers('y') },
    terms: [
      { kind: 'number', label: 'x', values: numbers('x') },
      { kind: 'number', label: 'z', values: numbers('z') },
    ],
    intercept: true,
    missing: 'listwise',
  });
  const fitted = fitLinearModelFromSums(summed.value, products, {
    response: 0,
    terms: [
      { label: 'x', variables: [1] },
      { label: 'z', variables: [2] },
    ],
    intercept: true,
    domains: null,
    sample: { rows, sumOfWeights: cases.reduce((sum, { w }) => sum + w, 0) },
  });
  if (!direct.ok || !fitted.ok) throw new Error('refused');
  fitted.value.estimates.forEach((entry, j) => {
    const other = direct.value.estimates[j];
    if (entry.status !== 'estimated' || other?.status !== 'estimated') throw new Error('aliased');
    expect(entry.value / other.value).toBeCloseTo(1, 11);
    expect(entry.se / other.se).toBeCloseTo(1, 11);
  });
  expect(fitted.value.df).toBe(direct.value.df);
  expect(fitted.value.deviance / direct.value.deviance).toBeCloseTo(1, 11);
});
