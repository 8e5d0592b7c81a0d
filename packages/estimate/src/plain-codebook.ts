import {
  type Codebook,
  type ColumnProfile,
  type FileProfile,
  type MissingCode,
  type Variable,
  variableNames,
} from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';

/** Numbers with no more different values than this can be grouped by and counted as codes. */
const listedNumbers = 60;

/**
 * The codebook of a file that comes without one: columns of numbers are numbers, all others categories; empty cells and "NA"
 * are answers not given. No scale is guessed, no code is taken for missing: who wants scores writes a codebook.
 */
export function plainCodebook(profile: FileProfile): Codebook {
  const names = variableNames(profile.columns.map(({ column }) => column));
  return {
    format: 'common-measure/codebook',
    version: 1,
    title: untranslated(''),
    population: null,
    wave: null,
    synthetic: false,
    source: null,
    design: {
      samplingClass: 'probability',
      weight: null,
      strata: [],
      clusters: [],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
    },
    roles: { overall: null, drivers: [], channel: null, region: null, profile: [], comments: [] },
    variables: profile.columns.map((column, c) => plainVariable(column, names[c] ?? column.column)),
  };
}

const missingCodes: readonly MissingCode[] = ['', 'NA'].map((code) => ({
  code,
  kind: 'no-answer',
  label: { en: 'no answer', fr: 'sans réponse' },
}));

function plainVariable(column: ColumnProfile, name: string): Variable {
  const base = { name, column: column.column, label: untranslated(column.column), question: null, scale: null };
  const rest = { missing: missingCodes, unit: null, access: 'open' as const, decided: true };
  const present = column.values.map(({ value }) => value).filter((value) => value !== 'NA');
  const isNumber = column.numeric !== null && column.words.every(({ value }) => value === 'NA');
  if (isNumber) {
    const listed = present.length <= listedNumbers ? [...present].sort((a, b) => Number(a) - Number(b)) : [];
    return { ...base, ...rest, kind: 'number', values: listed.map(coded) };
  }
  if (column.distinct > column.values.length) return { ...base, ...rest, kind: 'identifier', values: [] };
  return { ...base, ...rest, kind: 'category', values: [...present].sort().map(coded) };
}

function coded(code: string) {
  return { code, label: untranslated(code) };
}
