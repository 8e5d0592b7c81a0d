import type { CodebookProblem } from '@common-measure/dataset';

/** What saving gives back. */
export interface SavedDataset {
  readonly id: string;
  readonly rows: number;
  /** What one should know of its design: strata with one unit, clusters in several strata. */
  readonly notices: readonly CodebookProblem[];
}
