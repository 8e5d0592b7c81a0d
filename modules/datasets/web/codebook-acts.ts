import {
  type Codebook,
  type MissingKind,
  missingLabels,
  type RatingScale,
  readNumber,
  type Variable,
  type VariableKind,
} from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import type { ColumnSummary } from '../contract.ts';

/** What a code in a column stands for: an answer, or a kind of missing answer. */
export type CodeMeaning = 'answer' | MissingKind;

/** Most points that a rating scale may have; longer runs of numbers are quantities. */
const mostPoints = 11;

/** Changes one variable; what no longer fits its roles is taken from them, so that every state can be saved. */
export function changeVariable(codebook: Codebook, column: string, change: (before: Variable) => Variable): Codebook {
  const variables = codebook.variables.map((variable) => (variable.column === column ? change(variable) : variable));
  return fittingRoles({ ...codebook, variables });
}

/** Says of variables that a person has looked at them and agrees. */
export function confirmVariables(codebook: Codebook, columns: ReadonlySet<string>): Codebook {
  return {
    ...codebook,
    variables: codebook.variables.map((variable) =>
      columns.has(variable.column) && !variable.decided ? { ...variable, decided: true } : variable,
    ),
  };
}

/** Puts variables back as they were before an act, with the roles they had; everything else stays as it is now. */
export function restoreVariables(codebook: Codebook, before: Codebook, columns: ReadonlySet<string>): Codebook {
  const were = new Map(before.variables.map((variable) => [variable.column, variable]));
  const names = new Set([...columns].map((column) => were.get(column)?.name));
  const list = (now: readonly string[], was: readonly string[]) => [
    ...now,
    ...was.filter((name) => names.has(name) && !now.includes(name)),
  ];
  const one = (now: string | null, was: string | null) => now ?? (was !== null && names.has(was) ? was : null);
  const { design, roles } = codebook;
  return fittingRoles({
    ...codebook,
    design: { ...design, weight: one(design.weight, before.design.weight), fpc: list(design.fpc, before.design.fpc) },
    roles: {
      overall: one(roles.overall, before.roles.overall),
      drivers: list(roles.drivers, before.roles.drivers),
      channel: one(roles.channel, before.roles.channel),
      region: one(roles.region, before.roles.region),
      profile: list(roles.profile, before.roles.profile),
      comments: list(roles.comments, before.roles.comments),
    },
    variables: codebook.variables.map((variable) =>
      columns.has(variable.column) ? (were.get(variable.column) ?? variable) : variable,
    ),
  });
}

/** The kinds that a column can be read as: a rating needs a short run of whole numbers, a category all its values. */
export function possibleKinds(variable: Variable, summary: ColumnSummary): readonly VariableKind[] {
  if (variable.access === 'closed') return withOwn(['identifier', 'text', 'date'], variable.kind);
  const kinds: VariableKind[] = [];
  if (scaleOf(variable, summary)) kinds.push('rating');
  if (summary.values.length === summary.distinct) kinds.push('category');
  if (summary.numeric) kinds.push('number');
  return withOwn([...kinds, 'text', 'date', 'identifier'], variable.kind);
}

function withOwn(kinds: readonly VariableKind[], own: VariableKind): readonly VariableKind[] {
  return kinds.includes(own) ? kinds : [own, ...kinds];
}

/** The variable read as another kind: its codes are listed anew from the file, what is missing stays missing. */
export function asKind(variable: Variable, kind: VariableKind, summary: ColumnSummary): Variable {
  if (kind === variable.kind) return variable;
  const scale = kind === 'rating' ? (variable.scale ?? scaleOf(variable, summary)) : null;
  const bare = { ...variable, kind, scale, values: [] };
  if (scale) return { ...bare, values: pointsOf(scale, variable) };
  if (kind !== 'category') return bare;
  const absent = new Set(variable.missing.map((code) => code.code));
  const listed = variable.kind === 'rating' ? variable.values.filter(({ code }) => stands(summary, code)) : [];
  const known = new Set(listed.map((code) => code.code));
  const others = summary.values.filter(({ value }) => !absent.has(value) && !known.has(value));
  return { ...bare, values: [...listed, ...others.map(({ value }) => ({ code: value, label: untranslated(value) }))] };
}

/** A code of the column with another meaning. A rating's scale grows or shrinks with its end point. */
export function withMeaning(variable: Variable, code: string, meaning: CodeMeaning): Variable {
  if (meaningOf(variable, code) === meaning) return variable;
  const missing = variable.missing.filter((known) => known.code !== code);
  const values = variable.values.filter((known) => known.code !== code);
  if (meaning !== 'answer') {
    const label = missingLabels[meaning];
    return rescaled({ ...variable, values, missing: [...missing, { code, kind: meaning, label }] });
  }
  if (variable.kind !== 'rating' && variable.kind !== 'category') return { ...variable, missing };
  return rescaled({ ...variable, missing, values: inOrder([...values, { code, label: untranslated(code) }]) });
}

/** The codes of a column that its list does not hold yet, the empty cell among them; null where the page does not know all values. */
export function unlistedCodes(variable: Variable, summary: ColumnSummary): readonly string[] | null {
  if (variable.kind !== 'rating' && variable.kind !== 'category') return [];
  if (summary.values.length < summary.distinct) return null;
  const known = new Set([...variable.values, ...variable.missing].map(({ code }) => code));
  return [...(summary.blank > 0 ? [''] : []), ...summary.values.map(({ value }) => value)].filter(
    (code) => !known.has(code),
  );
}

/** Several codes of a column with one meaning. */
export function withMeanings(variable: Variable, codes: readonly string[], meaning: CodeMeaning): Variable {
  return codes.reduce((before, code) => withMeaning(before, code, meaning), variable);
}

/** Whether codes can be answers of a variable: of a category all but the empty cell, of a rating only points of a short scale. */
export function mayBeAnswers(variable: Variable, codes: readonly string[]): boolean {
  if (variable.kind === 'category') return !codes.includes('');
  const points = [...variable.values.map(({ code }) => code), ...codes].map((code) => readNumber(code));
  if (!points.every((point) => point !== null && Number.isInteger(point))) return false;
  const numbers = points.filter((point) => point !== null);
  return Math.max(...numbers) - Math.min(...numbers) < mostPoints;
}

/** What a name in requests and exports may look like. */
export const namePattern = /^[A-Za-z_.][A-Za-z0-9_.]*$/;

/** Another name for a variable, in its roles and its design as well; unchanged where another one has it, large or small letters alike. */
export function renameVariable(codebook: Codebook, column: string, name: string): Codebook {
  const variable = codebook.variables.find((one) => one.column === column);
  if (!variable || !namePattern.test(name) || isNameTaken(codebook, column, name)) return codebook;
  const renamed = <Name extends string | null>(before: Name) => (before === variable.name ? name : before);
  const { design, roles } = codebook;
  return {
    ...codebook,
    design: {
      ...design,
      weight: renamed(design.weight),
      strata: design.strata.map(renamed),
      clusters: design.clusters.map(renamed),
      fpc: design.fpc.map(renamed),
    },
    roles: {
      overall: renamed(roles.overall),
      drivers: roles.drivers.map(renamed),
      channel: renamed(roles.channel),
      region: renamed(roles.region),
      profile: roles.profile.map(renamed),
      comments: roles.comments.map(renamed),
    },
    variables: codebook.variables.map((one) => (one === variable ? { ...one, name } : one)),
  };
}

export function isNameTaken(codebook: Codebook, column: string, name: string): boolean {
  return codebook.variables.some((one) => one.column !== column && one.name.toLowerCase() === name.toLowerCase());
}

/** What a code stands for now; null where the codebook does not list it. */
export function meaningOf(variable: Variable, code: string): CodeMeaning | null {
  const missing = variable.missing.find((known) => known.code === code);
  if (missing) return missing.kind;
  return variable.values.some((known) => known.code === code) ? 'answer' : null;
}

function rescaled(variable: Variable): Variable {
  if (!variable.scale) return variable;
  const points = variable.values.map(({ code }) => readNumber(code)).filter((point) => point !== null);
  const [min, max] = [Math.min(...points), Math.max(...points)];
  if (points.length < 2 || (min === variable.scale.min && max === variable.scale.max)) return variable;
  return { ...variable, scale: { ...variable.scale, min, max, version: `${min}-${max}` } };
}

function scaleOf(variable: Variable, summary: ColumnSummary): RatingScale | null {
  if (variable.scale) return variable.scale;
  const absent = new Set(variable.missing.map((code) => code.code));
  const points = summary.values.filter(({ value }) => !absent.has(value)).map(({ value }) => readNumber(value));
  if (summary.values.length < summary.distinct || points.length < 2) return null;
  const numbers = points.filter((point) => point !== null);
  if (numbers.length < points.length || !numbers.every(Number.isInteger)) return null;
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
  return max - min < mostPoints ? { min, max, higher: 'better', version: `${min}-${max}` } : null;
}

function pointsOf(scale: RatingScale, variable: Variable): Variable['values'] {
  const labels = new Map(variable.values.map((value) => [value.code, value.label]));
  return Array.from({ length: scale.max - scale.min + 1 }, (_, i) => String(scale.min + i)).map((code) => ({
    code,
    label: labels.get(code) ?? untranslated(code),
  }));
}

function stands(summary: ColumnSummary, code: string): boolean {
  return summary.values.some(({ value }) => value === code);
}

function inOrder(values: Variable['values']): Variable['values'] {
  const numbers = values.map(({ code }) => readNumber(code));
  if (numbers.some((number) => number === null)) return values;
  return [...values].sort((a, b) => Number(readNumber(a.code)) - Number(readNumber(b.code)));
}

/** Takes from roles and design what can no longer serve in them. */
function fittingRoles(codebook: Codebook): Codebook {
  const { roles, design, variables } = codebook;
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const is = (kind: VariableKind, open: boolean) => (name: string) => {
    const variable = byName.get(name);
    return variable?.kind === kind && (!open || variable.access === 'open');
  };
  const one = (name: string | null, fits: (name: string) => boolean) => (name !== null && fits(name) ? name : null);
  return {
    ...codebook,
    design: {
      ...design,
      weight: one(design.weight, is('number', false)),
      fpc: design.fpc.filter(is('number', false)),
    },
    roles: {
      overall: one(roles.overall, is('rating', true)),
      drivers: roles.drivers.filter(is('rating', true)),
      channel: one(roles.channel, is('category', true)),
      region: one(roles.region, is('category', true)),
      profile: roles.profile.filter(is('category', true)),
      comments: roles.comments.filter(is('text', true)),
    },
  };
}
