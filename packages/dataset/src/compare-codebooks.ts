import type { LocalizedText } from '@common-measure/kernel';
import type { Codebook, Variable } from './codebook.ts';
import { differenceTexts } from './difference-texts.ts';
import { type ColumnMatch, matchColumns } from './match-columns.ts';

export type DifferenceCode = keyof typeof differenceTexts;

/** One difference between the codebook of an earlier wave and that of the next. */
export interface CodebookDifference {
  readonly code: DifferenceCode;
  /** Column in the next file, or in the last one where the next has none; null where the difference is one of design. */
  readonly column: string | null;
  readonly from: string;
  readonly to: string;
  /** True where it bears on whether the two waves may be compared. */
  readonly hindersComparison: boolean;
  readonly text: LocalizedText;
}

/** The differences between an earlier codebook and the next one, design first, then column by column. */
export function compareCodebooks(last: Codebook, next: Codebook): readonly CodebookDifference[] {
  const matches = matchColumns(last, next);
  const continued = new Set(matches.map((match) => match.last));
  const arrived = new Set(matches.map((match) => match.next));
  return [
    ...designDifferences(last, next),
    ...matches.flatMap(columnDifferences),
    ...last.variables
      .filter((variable) => !continued.has(variable))
      .map((variable) => difference('column-gone', variable.column, variable.column, '', variable.kind === 'rating')),
    ...next.variables
      .filter((variable) => !arrived.has(variable))
      .map((variable) => difference('column-new', variable.column, '', variable.column, false)),
  ];
}

function difference(
  code: DifferenceCode,
  column: string | null,
  from: string,
  to: string,
  hindersComparison: boolean,
): CodebookDifference {
  const fill = (text: string) =>
    text
      .replace('{column}', column ?? '')
      .replace('{from}', from)
      .replace('{to}', to);
  const { en, fr } = differenceTexts[code];
  return { code, column, from, to, hindersComparison, text: { en: fill(en), fr: fill(fr) } };
}

function columnDifferences({ last, next, by }: ColumnMatch): CodebookDifference[] {
  const found: CodebookDifference[] = [];
  const add = (code: DifferenceCode, from: string, to: string, hinders: boolean) =>
    found.push(difference(code, next.column, from, to, hinders));
  if (by !== 'same') add('column-renamed', last.column, next.column, false);
  if (last.kind !== next.kind) add('kind-changed', last.kind, next.kind, true);
  const points = (variable: Variable) => (variable.scale ? `${variable.scale.min}–${variable.scale.max}` : '');
  if (last.scale && next.scale && points(last) !== points(next)) add('scale-changed', points(last), points(next), true);
  const coded = (variable: Variable) => variable.kind === 'rating' || variable.kind === 'category';
  if (coded(last) && coded(next)) {
    const fresh = codesOf(next).filter((code) => !codesOf(last).includes(code));
    if (fresh.length > 0) add('code-new', '', fresh.slice(0, 12).map(shown).join(', '), false);
  }
  for (const { code, kind } of next.missing) {
    const before = last.missing.find((missing) => missing.code === code);
    if (before && before.kind !== kind) add('missing-kind-changed', `${shown(code)}: ${before.kind}`, kind, false);
    if (!before && last.values.some((value) => value.code === code)) add('answer-now-missing', '', shown(code), true);
  }
  for (const { code } of last.missing) {
    if (next.values.some((value) => value.code === code)) add('missing-now-answer', '', shown(code), true);
  }
  return found;
}

function designDifferences(last: Codebook, next: Codebook): CodebookDifference[] {
  const found: CodebookDifference[] = [];
  const columns = (codebook: Codebook, names: readonly (string | null)[]) =>
    names.flatMap((name) => codebook.variables.find((variable) => variable.name === name)?.column ?? []).join(', ');
  const [weightBefore, weightAfter] = [columns(last, [last.design.weight]), columns(next, [next.design.weight])];
  if (weightBefore && !weightAfter) found.push(difference('weight-gone', null, weightBefore, '', true));
  if (!weightBefore && weightAfter) found.push(difference('weight-new', null, '', weightAfter, true));
  const [before, after] = [columns(last, last.design.clusters), columns(next, next.design.clusters)];
  if (before && !after) found.push(difference('clusters-gone', null, before, '', false));
  if (!before && after) found.push(difference('clusters-new', null, '', after, false));
  if (before && after && before !== after) found.push(difference('clusters-changed', null, before, after, false));
  if (last.design.samplingClass !== next.design.samplingClass) {
    found.push(difference('sampling-class-changed', null, last.design.samplingClass, next.design.samplingClass, true));
  }
  return found;
}

/** Every code that a variable knows, answers and missing ones. */
export function codesOf(variable: Variable): readonly string[] {
  return [...variable.values, ...variable.missing].map((value) => value.code);
}

function shown(code: string): string {
  return code === '' ? '“”' : code;
}
