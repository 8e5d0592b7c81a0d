/** Why a test cannot be made. Rows count from 0; `message` is for people who read English. */
export type TestRefusal = { readonly message: string } & (
  | { readonly code: 'length-differs'; readonly argument: string; readonly length: number; readonly rows: number }
  | { readonly code: 'code-without-level'; readonly argument: string; readonly row: number; readonly value: number }
  | { readonly code: 'infinite-value'; readonly argument: string; readonly row: number; readonly count: number }
  | { readonly code: 'value-missing'; readonly argument: string; readonly row: number; readonly count: number }
  | { readonly code: 'no-cases' }
  | { readonly code: 'against-not-a-number'; readonly argument: 'against'; readonly value: number }
  | { readonly code: 'one-level'; readonly argument: string; readonly levels: readonly string[] }
  | { readonly code: 'not-two-groups'; readonly argument: string; readonly levels: readonly string[] }
  | { readonly code: 'unknown-level'; readonly argument: string; readonly level: string }
  | { readonly code: 'probabilities'; readonly argument: string }
  /** The covariance of what is tested is singular: empty cells, or fewer sampling units than cells. */
  | { readonly code: 'singular' }
  /** Weights adjusted to the totals of these levels leave their shares no variance. */
  | { readonly code: 'shares-fixed'; readonly argument: string }
);
