import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, encodeDataset, profileTable, readTable, type Variable } from '@common-measure/dataset';
import { measureColumns, plainCodebook, planRequest } from '@common-measure/estimate';
import { createRandomGenerator } from '@common-measure/survey-statistics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DriverTable, MissingTreatment } from './driver-table.ts';
import { driversScript } from './drivers-script.ts';
import { keyDrivers } from './key-drivers.ts';

const hasR = spawnSync('Rscript', ['-e', 'library(survey)']).status === 0;
if (!hasR)
  console.warn('Skipped: R with the package survey is not installed; the scripts are held to what R printed before.');

const items = ['speed', 'ease', 'staff', 'trust'];
const seed = 4_000_000_007;
const replicates = 200;

/** 400 made-up visits in four regions with offices as clusters: an outcome and four items, each missing on its own. */
const file = (() => {
  const random = createRandomGenerator(31);
  const rating = (x: number) => String(Math.max(1, Math.min(5, Math.round(3 + 1.3 * x))));
  const rows = Array.from({ length: 400 }, (_, i) => {
    const noise = () => random() + random() - 1;
    const mood = noise() + noise();
    const answers = items.map((_name, k) => (random() < 0.12 ? '9' : rating(mood * (0.3 + 0.3 * k) + noise())));
    const overall = i % 29 === 0 ? '9' : rating(mood + noise() * 0.5);
    const region = 'NESW'[i % 4] ?? 'N';
    return [region, `${region}${(i * 7) % 13}`, (1 + ((i * 13) % 7) / 4).toFixed(2), overall, ...answers].join(',');
  });
  return `region,office,w,overall,${items.join(',')}\n${rows.join('\n')}\n`;
})();

const codebook = (() => {
  const table = readTable(new TextEncoder().encode(file));
  if (!table.ok) throw new Error(JSON.stringify(table.reasons));
  const plain = plainCodebook(profileTable(table.value.headers, table.value.rows));
  const rating = (variable: Variable): Variable => ({
    ...variable,
    kind: 'rating',
    scale: { min: 1, max: 5, higher: variable.name === 'ease' ? 'worse' : 'better', version: '1' },
    values: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: { en: code, fr: code } })),
    missing: [{ code: '9', kind: 'dont-know', label: { en: 'don’t know', fr: 'ne sait pas' } }],
  });
  const rated = new Set(['overall', ...items]);
  return {
    ...plain,
    variables: plain.variables.map((variable) => (rated.has(variable.name) ? rating(variable) : variable)),
  };
})();

const designs = {
  'cases drawn one by one': {},
  'strata, clusters and weights': { weight: 'w', strata: ['region'], clusters: ['office'] },
} as const;

interface Made {
  readonly table: DriverTable;
  readonly script: string;
}

function make(design: (typeof designs)[keyof typeof designs], missing: MissingTreatment): Made {
  const {
    weight = null,
    strata = [],
    clusters = [],
  } = design as {
    weight?: string;
    strata?: readonly string[];
    clusters?: readonly string[];
  };
  const declared: Codebook = {
    ...codebook,
    design: {
      ...codebook.design,
      samplingClass: 'probability',
      weight,
      strata: [...strata],
      clusters: [...clusters],
      lonelyPsu: 'adjust',
    },
  };
  const plan = planRequest({ estimates: [{ statistic: 'score', variables: ['overall', ...items] }] }, declared);
  const read = readTable(new TextEncoder().encode(file));
  if (!plan.ok || !read.ok) throw new Error('no plan');
  const dataset = encodeDataset(read.value, declared);
  if (!dataset.ok) throw new Error(JSON.stringify(dataset.reasons));
  const columns = measureColumns(plan.value, dataset.value);
  if (!columns.ok) throw new Error(JSON.stringify(columns.reasons));
  const [outcome, ...others] = columns.value.columns.map(({ measure, values }) => ({
    label: measure.variable.name,
    values,
  }));
  if (outcome === undefined) throw new Error('no outcome');
  const table = keyDrivers({
    design: columns.value.design,
    samplingClass: 'probability',
    outcome,
    items: others,
    missing,
    replicates,
    random: createRandomGenerator(seed),
    audience: 'organization',
    threshold: 10,
    provenance: { inputs: [], method: 'lmg', software: '0', at: '2026-01-01T00:00:00Z' },
  });
  if (table.status !== 'shown') throw new Error(table.reason);
  const { sampled, unitStratum } = columns.value.design.stages[0];
  const script = driversScript({
    plan: plan.value,
    codebook: declared,
    fileName: 'visits.csv',
    table,
    seed,
    psus: unitStratum.length,
    strata: sampled.length,
    withScores: true,
  });
  return { table, script };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cm-drivers-'));
  writeFileSync(join(folder, 'visits.csv'), file);
});
afterAll(() => rmSync(folder, { recursive: true }));

const stored = new URL('./drivers-script.expected.json', import.meta.url);
const expected: Readonly<Record<string, Readonly<Record<string, number>>>> = JSON.parse(readFileSync(stored, 'utf8'));

describe.each(Object.entries(designs))('%s', (name, design) => {
  describe.each(['pairwise', 'listwise'] as const)('%s', (missing) => {
    const { table, script } = make(design, missing);
    const key = `${name}, ${missing}`;

    test('the shares, R2 and their intervals are those that R printed', () => {
      expectSame(table, expected[key] ?? {});
    });

    test.skipIf(!hasR)(
      'R gives them again from the file',
      () => {
        const printed = runR(script);
        expectSame(table, printed);
        if (process.env.CM_RECORD_R === '1') record(key, printed);
        expect(Object.keys(printed)).toEqual(Object.keys(expected[key] ?? printed));
      },
      900_000,
    );
  });
});

function expectSame(table: DriverTable, printed: Readonly<Record<string, number>>): void {
  const shown: Record<string, number> = { r2: table.r2 };
  for (const { variable, share, interval } of table.drivers) {
    shown[`share.${variable}`] = share;
    shown[`low.${variable}`] = interval?.low ?? Number.NaN;
    shown[`high.${variable}`] = interval?.high ?? Number.NaN;
  }
  shown['low.r2'] = table.r2Interval?.low ?? Number.NaN;
  shown['high.r2'] = table.r2Interval?.high ?? Number.NaN;
  for (const [name, value] of Object.entries(shown))
    expect(Math.abs(value - (printed[name] ?? Number.NaN)), `${name}: ${value}, R ${printed[name]}`).toBeLessThan(1e-8);
}

/** Runs a script and reads back every named number that it prints. */
function runR(script: string): Readonly<Record<string, number>> {
  const printing =
    'print <- function(x, ...) cat(paste0(names(x), "=", format(x, digits = 15, trim = TRUE)), sep = "\\n")';
  writeFileSync(join(folder, 'drivers.R'), `${printing}\n${script}`);
  const r = spawnSync('Rscript', ['drivers.R'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (r.status !== 0) throw new Error(`${r.stderr}\n${script}`);
  return Object.fromEntries(
    r.stdout
      .trim()
      .split('\n')
      .map((line) => [line.split('=')[0] ?? '', Number(line.split('=')[1])]),
  );
}

/** Keeps what R printed as the oracle: CM_RECORD_R=1. */
function record(key: string, printed: Readonly<Record<string, number>>): void {
  const before = JSON.parse(readFileSync(stored, 'utf8'));
  writeFileSync(stored, `${JSON.stringify({ ...before, [key]: printed }, null, 2)}\n`);
}
