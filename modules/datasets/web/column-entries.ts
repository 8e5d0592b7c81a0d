import type { Codebook, CodebookProblem } from '@common-measure/dataset';
import { useMemo, useRef } from 'react';
import type { ColumnSummary, ImportDetail } from '../contract.ts';
import type { ColumnRole } from './column-acts.ts';
import type { ColumnEntry } from './column-groups.ts';

const none: readonly never[] = [];

/** The columns of an import with what their rows show; the entry of a column stays the same object while nothing in it changes. */
export function useColumnEntries(detail: ImportDetail, codebook: Codebook): readonly ColumnEntry[] {
  const kept = useRef(new Map<string, ColumnEntry>());
  const guesses = useMemo(() => Map.groupBy(detail.guesses, (guess) => guess.variable), [detail.guesses]);
  const summaries = useMemo(() => new Map(detail.columns.map((one) => [one.column, one])), [detail.columns]);
  return useMemo(
    () =>
      codebook.variables.map((variable) => {
        const before = kept.current.get(variable.column);
        const summary = summaries.get(variable.column) ?? emptySummary(variable.column, before);
        const about = guesses.get(variable.name) ?? before?.guesses ?? none;
        if (before?.variable === variable && before.summary === summary && before.guesses === about) return before;
        const entry = { variable, summary, guesses: about };
        kept.current.set(variable.column, entry);
        return entry;
      }),
    [codebook.variables, guesses, summaries],
  );
}

function emptySummary(column: string, before: ColumnEntry | undefined): ColumnSummary {
  return before?.summary ?? { column, blank: 0, distinct: 0, values: [], numeric: null };
}

/** What stands against the choices, by column. */
export function useFindings(findings: ImportDetail['findings']): (column: string) => readonly CodebookProblem[] {
  const byColumn = useMemo(() => Map.groupBy(findings, (finding) => finding.details.column), [findings]);
  return (column) => byColumn.get(column) ?? none;
}

/** The role of each variable, the most telling one where it has several. */
export function rolesOf(codebook: Codebook): ReadonlyMap<string, ColumnRole> {
  const { design, roles } = codebook;
  const found = new Map<string, ColumnRole>();
  const set = (role: ColumnRole, names: readonly (string | null)[]) => {
    for (const name of names) if (name !== null && !found.has(name)) found.set(name, role);
  };
  set('weight', [design.weight]);
  set('stratum', design.strata);
  set('cluster', design.clusters);
  set('fpc', design.fpc);
  set('overall', [roles.overall]);
  set('driver', roles.drivers);
  set('channel', [roles.channel]);
  set('region', [roles.region]);
  set('comments', roles.comments);
  return found;
}
