import type { NamedColumn } from '../estimate-means.ts';

/** A column with the origin at which its sums are centred. */
export interface OriginColumn extends NamedColumn {
  readonly origin: number;
}
