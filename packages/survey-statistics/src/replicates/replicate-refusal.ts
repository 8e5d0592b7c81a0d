/** Why replicate weights cannot be used. Rows and replicates count from 0; `message` is for people who read English. */
export type ReplicateRefusal = { readonly message: string } & (
  | { readonly code: 'no-rows' }
  | { readonly code: 'too-few-replicates'; readonly replicates: number }
  | { readonly code: 'length-differs'; readonly argument: string; readonly length: number; readonly rows: number }
  | { readonly code: 'weight-not-finite'; readonly argument: string; readonly row: number; readonly count: number }
  | {
      readonly code: 'weight-negative';
      readonly argument: string;
      readonly row: number;
      readonly count: number;
      readonly value: number;
    }
  | { readonly code: 'weights-all-zero' }
  /** The weights, or their squares, add up to more than a double holds; `row` has the largest. */
  | { readonly code: 'weights-too-large'; readonly argument: string; readonly row: number; readonly value: number }
  | { readonly code: 'scale-not-valid'; readonly argument: string; readonly value: number }
  | { readonly code: 'scales-differ'; readonly argument: string; readonly length: number; readonly replicates: number }
  | { readonly code: 'scales-needed'; readonly argument: string }
  | { readonly code: 'fpc-not-valid'; readonly replicate: number; readonly value: number }
  | { readonly code: 'fpc-not-for-type'; readonly type: string }
);
