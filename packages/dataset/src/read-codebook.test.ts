import { describe, expect, test } from 'vitest';
import { sfoCodebook } from '../../../fixtures/codebooks/sfo-airport.ts';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import { applyCodebook } from './apply-codebook.ts';
import type { Codebook, Variable } from './codebook.ts';
import { encodeColumn, missingKindOf } from './encode-column.ts';
import { readDataset } from './encode-dataset.ts';
import { profileTable } from './profile.ts';
import { readCodebook } from './read-codebook.ts';
import { readTable } from './read-table.ts';

const book = sfoCodebook(2016);
const refusals = (codebook: unknown) => {
  const result = readCodebook(typeof codebook === 'string' ? codebook : JSON.stringify(codebook));
  return result.ok ? [] : result.reasons.map(({ code, details }) => ({ code, ...details }));
};
const change = (name: string, to: Partial<Variable>): Codebook => ({
  ...book,
  variables: book.variables.map((variable) => (variable.name === name ? { ...variable, ...to } : variable)),
});

describe('a codebook file', () => {
  test('that is not JSON is refused with what its reader says', () => {
    expect(refusals('{"format":')).toMatchObject([{ code: 'codebook-not-json' }]);
  });

  test('names every wrong place and what belongs there, in both languages', () => {
    const result = readCodebook(
      JSON.stringify({ ...change('overall', { kind: 'stars' as 'rating' }), synthetic: 'no' }),
    );
    expect(result.ok ? [] : result.reasons.map((reason) => reason.remedy)).toEqual([
      { en: 'Expected there: true or false.', fr: 'Attendu à cet endroit\u00a0: true ou false.' },
      expect.objectContaining({ fr: expect.stringContaining('"rating", "category"') }),
    ]);
    expect(refusals(change('overall', { kind: 'stars' as 'rating' }))).toEqual([
      { code: 'codebook-invalid', path: 'variables[0].kind' },
    ]);
  });

  test('with a code that is both an answer and missing is refused', () => {
    const six = { code: '5', kind: 'refused', label: { en: 'x', fr: 'x' } } as const;
    expect(refusals(change('overall', { missing: [six] }))).toEqual([
      { code: 'codebook-code-repeated', column: 'Q7ALL', value: '5' },
    ]);
  });

  test('with a role that names nothing, or the wrong kind, is refused', () => {
    const wrong = { ...book, roles: { ...book.roles, overall: 'weight', region: 'nowhere' } };
    expect(refusals(wrong)).toEqual([
      { code: 'codebook-role-kind', role: 'roles.overall', name: 'weight' },
      { code: 'codebook-name-unknown', role: 'roles.region', name: 'nowhere' },
    ]);
  });

  test('with a point outside its scale is refused', () => {
    const scale = { min: 1, max: 4, higher: 'better', version: 'x' } as const;
    expect(refusals(change('overall', { scale }))).toMatchObject([{ code: 'codebook-scale-wrong', column: 'Q7ALL' }]);
  });
});

describe('a column encoded', () => {
  const overall = book.variables[0] as Variable;

  test('gives each row its number or the kind of its missing answer', () => {
    const encoded = encodeColumn(overall, ['5', ' 3 ', '6', '0']);
    if (!encoded.ok) throw new Error('refused');
    expect([...encoded.value.numbers]).toEqual([5, 3, Number.NaN, Number.NaN]);
    expect([...encoded.value.missing].map(missingKindOf)).toEqual([null, null, 'not-applicable', 'no-answer']);
  });

  test('refuses a code that is listed nowhere, with its rows, and never drops it', () => {
    const encoded = encodeColumn(overall, ['5', '7', '7', '']);
    expect(encoded.ok ? [] : encoded.reasons.map((reason) => reason.details)).toEqual([
      { column: 'Q7ALL', value: '7', n: 2, row: 3, codes: 2 },
      { column: 'Q7ALL', value: '', n: 1, row: 5, codes: 2 },
    ]);
  });

  test('of a category gives the place of the code in the codebook', () => {
    const area = book.variables.find((variable) => variable.name === 'area') as Variable;
    const encoded = encodeColumn(area, ['C', 'A']);
    expect(encoded.ok && [...encoded.value.numbers]).toEqual([2, 0]);
    expect(encoded.ok && encoded.value.levels[2]).toBe('C');
  });

  test('of a number takes a decimal comma', () => {
    const minutes: Variable = { ...overall, kind: 'number', scale: null, values: [], missing: [] };
    const encoded = encodeColumn(minutes, ['1,5', '2.25', '-3e2']);
    expect(encoded.ok && [...encoded.value.numbers]).toEqual([1.5, 2.25, -300]);
  });
});

describe('a file against its codebook', () => {
  const label = { en: 'x', fr: 'x' };
  const plain = {
    label,
    question: null,
    scale: null,
    values: [],
    missing: [],
    unit: null,
    access: 'open',
    decided: true,
  } as const;
  const small: Codebook = {
    ...book,
    design: { ...book.design, weight: 'w', strata: ['s'], clusters: ['c'], nest: false },
    roles: { overall: null, drivers: [], channel: null, region: null, profile: [], comments: [] },
    variables: [
      { ...plain, name: 'w', column: 'W', kind: 'number' },
      { ...plain, name: 's', column: 'S', kind: 'identifier' },
      { ...plain, name: 'c', column: 'C', kind: 'identifier' },
    ],
  };
  const check = (text: string) => {
    const table = readTable(new TextEncoder().encode(text));
    if (!table.ok) throw new Error('refused');
    return applyCodebook(small, profileTable(table.value.headers, table.value.rows)).map(
      ({ code, severity, details }) => ({ code, severity, ...details }),
    );
  };

  test('a weight of text, below zero or empty is named with its row and column', () => {
    expect(check('W,S,C\n1,a,x\nheavy,a,y\n-2,b,z\n,b,w\n')).toEqual([
      { code: 'weight-not-number', severity: 'fault', column: 'W', row: 3, value: 'heavy' },
      { code: 'weight-negative', severity: 'fault', column: 'W', row: 4, value: -2 },
      { code: 'weight-blank', severity: 'fault', column: 'W', n: 1, row: 5 },
    ]);
  });

  test('a missing column stops, a new one is told', () => {
    expect(check('W,S,NEW\n1,a,x\n')).toEqual([
      { code: 'column-missing', severity: 'fault', column: 'C' },
      { code: 'column-new', severity: 'notice', column: 'NEW' },
    ]);
  });

  test('a stratum with one cluster and a cluster in two strata are told', () => {
    const dataset = readDataset(new TextEncoder().encode('W,S,C\n1,a,x\n1,a,x\n1,b,y\n1,b,z\n1,c,z\n'), small);
    expect(dataset.ok && dataset.value.notices.map(({ code, details }) => ({ code, ...details }))).toEqual([
      { code: 'stratum-one-psu', stratum: 'a', n: 2 },
      { code: 'stratum-one-psu', stratum: 'c', n: 1 },
      { code: 'cluster-spans-strata', column: 'c', clusters: 1, example: 'z' },
    ]);
  });

  test('the synthetic survey read through the codebook proposed for it keeps every row', () => {
    const survey = syntheticSurvey(300);
    const bytes = new TextEncoder().encode(survey.csv);
    const ratings: Codebook = {
      ...book,
      design: { ...book.design, weight: null, strata: [], clusters: [] },
      roles: small.roles,
      variables: [{ ...(book.variables[0] as Variable), column: 'Q7ALL' }],
    };
    const dataset = readDataset(bytes, ratings);
    if (!dataset.ok) throw new Error('refused');
    const encoded = dataset.value.columns.get('overall');
    const place = survey.headers.indexOf('Q7ALL');
    const expected = survey.rows
      .map((row) => Number(row[place]))
      .map((code) => (code >= 1 && code <= 5 ? code : Number.NaN));
    expect([...(encoded?.numbers ?? [])]).toEqual(expected);
  });
});
