/** Why a design cannot be used. Rows count from 0, stages from 1; `message` is for people who read English. */
export type DesignRefusal = { readonly message: string } & (
  | { readonly code: 'no-rows' }
  | { readonly code: 'length-differs'; readonly argument: string; readonly length: number; readonly rows: number }
  | { readonly code: 'too-many-stages'; readonly stages: number }
  | { readonly code: 'weight-not-a-number'; readonly row: number; readonly count: number }
  | { readonly code: 'weight-negative'; readonly row: number; readonly count: number; readonly value: number }
  | { readonly code: 'weight-infinite'; readonly row: number; readonly count: number }
  | { readonly code: 'weights-all-zero' }
  /** The weights, or their squares, add up to more than a double holds; `row` has the largest. */
  | { readonly code: 'weights-too-large'; readonly row: number; readonly value: number }
  | { readonly code: 'stratum-missing'; readonly stage: number; readonly row: number; readonly count: number }
  | { readonly code: 'cluster-missing'; readonly stage: number; readonly row: number; readonly count: number }
  | {
      readonly code: 'cluster-in-two-strata';
      readonly cluster: string;
      readonly strata: readonly [string, string];
      readonly row: number;
    }
  | { readonly code: 'one-psu' }
  | { readonly code: 'lonely-psu'; readonly stage: number; readonly stratum: string; readonly row: number }
  | { readonly code: 'fpc-stages'; readonly given: number; readonly stages: number }
  | { readonly code: 'fpc-not-a-number'; readonly stage: number; readonly row: number; readonly count: number }
  | { readonly code: 'fpc-not-positive'; readonly stage: number; readonly row: number; readonly value: number }
  | { readonly code: 'fpc-mixed'; readonly stage: number; readonly row: number; readonly value: number }
  | { readonly code: 'fpc-varies'; readonly stage: number; readonly stratum: string; readonly row: number }
  | {
      readonly code: 'fpc-below-sample';
      readonly stage: number;
      readonly stratum: string;
      readonly population: number;
      readonly sampled: number;
      readonly row: number;
    }
);
