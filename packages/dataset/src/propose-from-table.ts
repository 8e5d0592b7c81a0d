import type { LocalizedText } from '@common-measure/kernel';
import type { SourceFile } from './codebook.ts';
import { nestingQuestions } from './design-guess.ts';
import type { Proposal } from './guess.ts';
import { countNesting } from './nesting.ts';
import { profileTable } from './profile.ts';
import { proposeCodebook } from './propose-codebook.ts';
import type { Table } from './read-table.ts';

/** Proposes a codebook for a table that lies in memory. */
export function proposeFromTable(table: Table, title: LocalizedText, source: SourceFile | null): Proposal {
  const profile = profileTable(table.headers, table.rows);
  const cells = (column: string) => table.rows.map((row) => row[table.headers.indexOf(column)] ?? '');
  const nesting = nestingQuestions(profile).map((question) =>
    countNesting(question, cells(question.cluster), question.stratum === null ? null : cells(question.stratum)),
  );
  return proposeCodebook({ title, source, profile, nesting });
}
