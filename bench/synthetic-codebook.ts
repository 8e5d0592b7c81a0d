import type { Codebook, Variable } from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import { columns, items, offices, psusByStratum, strata } from './synthetic-file.ts';

/** What the columns of the synthetic file mean, as a person would have confirmed it. */
export const syntheticCodebook: Codebook = {
  format: 'common-measure/codebook',
  version: 1,
  title: untranslated('Synthetic survey for measurements of speed'),
  population: null,
  wave: null,
  synthetic: true,
  source: null,
  design: {
    samplingClass: 'probability',
    weight: 'weight',
    strata: ['stratum'],
    clusters: ['psu'],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
  },
  roles: {
    overall: 'q01',
    drivers: items.slice(1),
    channel: 'channel',
    region: 'region',
    profile: ['office', 'channel', 'region', 'age_group', 'language'],
    comments: ['comment'],
  },
  variables: columns.map(variableOf),
};

function variableOf(column: string): Variable {
  const base = {
    name: column,
    column,
    label: untranslated(column),
    question: null,
    scale: null,
    values: [],
    missing: [],
    unit: null,
    access: 'open',
    decided: true,
  } as const;
  const noAnswer = { code: '', kind: 'no-answer', label: untranslated('no answer') } as const;
  if (items.includes(column))
    return {
      ...base,
      kind: 'rating',
      scale: { min: 1, max: 5, higher: 'better', version: 'agreement-5' },
      values: ['1', '2', '3', '4', '5'].map(valueCode),
      missing: [{ code: '6', kind: 'not-applicable', label: untranslated('does not apply') }, noAnswer],
    };
  if (column === 'weight') return { ...base, kind: 'number' };
  if (column.startsWith('minutes_')) return { ...base, kind: 'number', unit: 'minutes', missing: [noAnswer] };
  if (column === 'comment') return { ...base, kind: 'text', missing: [noAnswer] };
  if (column === 'day') return { ...base, kind: 'date' };
  if (column === 'case_id') return { ...base, kind: 'identifier', access: 'closed' };
  return { ...base, kind: 'category', values: codesOf(column).map(valueCode) };
}

function codesOf(column: string): readonly string[] {
  const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
  if (column === 'stratum') return numbered('s', strata);
  if (column === 'psu') return numbered('p', strata * psusByStratum);
  if (column === 'office') return numbered('o', offices);
  if (column === 'region') return numbered('r', 10);
  if (column === 'age_group') return numbered('', 5);
  if (column === 'channel') return ['online', 'phone', 'counter', 'mail'];
  if (column === 'language') return ['en', 'fr'];
  return ['yes', 'no'];
}

function valueCode(code: string) {
  return { code, label: untranslated(code) };
}
