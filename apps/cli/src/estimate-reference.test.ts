import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, profileTable, readTable } from '@common-measure/dataset';
import { type AnalysisResult, type EstimateRequest, plainCodebook } from '@common-measure/estimate';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { type ReferenceCase, type ReferenceDesign, readCases } from '../../../fixtures/r/reference/reference-case.ts';
import { type AskedCase, referenceRequests } from './estimate-reference-requests.fixture.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'cm-estimate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every answer is held to the published schema. */
const isResult = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('../../../docs/api/estimate-result.schema.json', import.meta.url), 'utf8')),
);

const csvFolder = new URL('../../../fixtures/r/reference/csv/', import.meta.url).pathname;

describe.each(['means', 'proportions', 'domains', 'deff_kish', 'nps', 'ttest'])(
  'cm estimate reproduces R survey: %s',
  (family) => {
    // One-sample, rank and classical tests of the family ttest are not what a comparison of groups asks.
    const isAsked = (id: string) => family !== 'ttest' || id.endsWith('.two');
    const cases = readCases(family).filter(({ id, design }) => design?.data_file && isAsked(id));
    test.each(cases.map((one) => [one.id, one] as const))('%s', async (id, reference) => {
      const asked = referenceRequests[id];
      if (asked === undefined) throw new Error(`no request is written for ${id}`);
      for (const one of 'estimates' in asked ? [asked] : asked) {
        one.expects(await estimated(one, reference), reference.expected, reference.tolerance);
      }
    });
  },
);

/** Runs the command as a person does: a request file and a codebook file in a folder, JSON on standard output. */
async function estimated(asked: AskedCase, reference: ReferenceCase): Promise<AnalysisResult> {
  const design = reference.design;
  if (design === null) throw new Error(`${reference.id} has no design`);
  const data = join(csvFolder, String(design.data_file).replace('data/', ''));
  const file = asked.rows === undefined ? data : keptRows(data, asked.rows);
  const codebook = codebookOf(file, design);
  writeFileSync(join(folder, 'codebook.json'), JSON.stringify(codebook));
  const request: EstimateRequest = {
    data: file,
    codebook: 'codebook.json',
    audience: 'single-responses',
    design: {
      samplingClass: 'probability',
      weight: asked.weight ?? design.weights ?? null,
      strata: [...(design.strata ?? [])],
      clusters: typeof design.ids === 'object' ? [...design.ids] : [],
      fpc: [...(design.fpc ?? [])],
      nest: design.nest ?? false,
      lonelyPsu: design.lonely_psu ?? 'fail',
    },
    ...(asked.derive === undefined ? {} : { derive: [...asked.derive] }),
    estimates: asked.estimates.map((item) => ({ interval: 't', deff: 'without-replacement', ...item })),
  };
  writeFileSync(join(folder, 'request.json'), JSON.stringify(request));
  const out: string[] = [];
  const errors: string[] = [];
  const code = await run({
    arguments: ['estimate', join(folder, 'request.json')],
    language: 'en',
    print: (text) => out.push(text),
    printError: (text) => errors.push(text),
  });
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  const result = JSON.parse(out.join('\n'));
  expect(isResult(result), JSON.stringify(isResult.errors)).toBe(true);
  expect(result.audience).toBe('single-responses');
  return result;
}

/** A file of some rows only, as somebody makes who throws the others away before estimating. */
function keptRows(data: string, keep: { readonly column: string; readonly code: string }): string {
  const table = readTable(readFileSync(data));
  if (!table.ok) throw new Error(JSON.stringify(table.reasons));
  const { headers, rows } = table.value;
  const place = headers.indexOf(keep.column);
  const file = join(folder, 'kept.csv');
  const kept = rows.filter((row) => row[place] === keep.code);
  writeFileSync(file, [headers, ...kept].map((row) => row.join(',')).join('\n'));
  return file;
}

/** What an analyst would declare: columns of numbers are numbers, factors are categories with their levels in order. */
function codebookOf(data: string, design: ReferenceDesign): Codebook {
  const table = readTable(readFileSync(data));
  if (!table.ok) throw new Error(JSON.stringify(table.reasons));
  const plain = plainCodebook(profileTable(table.value.headers, table.value.rows));
  return {
    ...plain,
    variables: plain.variables.map((variable) => {
      const levels = design.factor_levels?.[variable.column];
      if (levels === undefined) return variable;
      return { ...variable, kind: 'category', values: levels.map((code) => ({ code, label: { en: code, fr: code } })) };
    }),
  };
}
