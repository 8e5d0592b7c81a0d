import type { Variable } from '@common-measure/dataset';
import type { columnMessages } from './column-words.ts';

export type ColumnRole = keyof (typeof columnMessages)['en']['roles'];

/** What can be done with columns; the same functions for as long as the page is open. */
export interface ColumnActs {
  /** Changes one column without a word. */
  edit(column: string, change: (before: Variable) => Variable): void;
  /** Changes columns, says so, and offers to take it back. */
  act(text: string, columns: readonly string[], change: (before: Variable) => Variable): void;
  confirm(columns: readonly string[]): void;
  /** Another name in requests and exports; false where another variable has it. */
  rename(column: string, name: string): boolean;
}
