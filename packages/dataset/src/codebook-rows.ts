import { tableCell } from '@common-measure/kernel';
import type { Codebook, Variable } from './codebook.ts';
import { writeCsv } from './csv-write.ts';

/** What a variable is for in results; null for nothing in particular. */
export type VariableRole = 'overall' | 'driver' | 'channel' | 'region' | 'profile' | 'comment';

/** The role of a variable, by its name. */
export function roleOf({ roles }: Codebook, name: string): VariableRole | null {
  if (roles.overall === name) return 'overall';
  if (roles.channel === name) return 'channel';
  if (roles.region === name) return 'region';
  if (roles.drivers.includes(name)) return 'driver';
  if (roles.profile.includes(name)) return 'profile';
  return roles.comments.includes(name) ? 'comment' : null;
}

const header = [
  'variable',
  'label_en',
  'label_fr',
  'kind',
  'role',
  'unit',
  'access',
  'code',
  'code_label_en',
  'code_label_fr',
  'missing',
] as const;

/**
 * A codebook as CSV in both languages: one row for each code of each variable, missing kinds included, or one row where a variable has
 * no codes. Texts that a spreadsheet would take for a formula begin with an apostrophe.
 */
export function codebookCsv(codebook: Codebook): string {
  const rows = codebook.variables.flatMap((variable) => {
    const own = ownCells(codebook, variable);
    const codes = [
      ...variable.values.map(({ code, label }) => [code, label.en, label.fr, '']),
      ...variable.missing.map(({ code, label, kind }) => [code, label.en, label.fr, kind]),
    ];
    return codes.length > 0 ? codes.map((cells) => [...own, ...cells]) : [[...own, '', '', '', '']];
  });
  return writeCsv([header, ...rows.map((cells) => cells.map(tableCell))]);
}

function ownCells(codebook: Codebook, { name, label, kind, unit, access }: Variable): readonly string[] {
  return [name, label.en, label.fr, kind, roleOf(codebook, name) ?? '', unit ?? '', access];
}
