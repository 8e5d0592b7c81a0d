/** Why a model cannot be fitted. Rows count from 0; `message` is for people who read English. */
export type ModelRefusal = { readonly message: string } & (
  | { readonly code: 'code-without-level'; readonly argument: string; readonly row: number; readonly value: number }
  | { readonly code: 'length-differs'; readonly argument: string; readonly length: number; readonly rows: number }
  | { readonly code: 'infinite-value'; readonly argument: string; readonly row: number; readonly count: number }
  | { readonly code: 'value-missing'; readonly argument: string; readonly row: number; readonly count: number }
  | { readonly code: 'response-out-of-range'; readonly argument: string; readonly row: number; readonly value: number }
  | { readonly code: 'weight-negative'; readonly row: number }
  | { readonly code: 'no-cases' }
  | { readonly code: 'no-columns' }
  | { readonly code: 'term-twice'; readonly term: string }
  | { readonly code: 'one-level'; readonly argument: string; readonly levels: readonly string[] }
  | { readonly code: 'reference-without-cases'; readonly argument: string; readonly reference: string }
  | { readonly code: 'response-constant'; readonly argument: string; readonly value: number }
  | {
      /**
       * A combination of the columns predicts the response exactly: of every row (`complete`) or of some (`quasi-complete`).
       * The maximum of the likelihood lies at infinity; what a program prints there means nothing.
       */
      readonly code: 'separation';
      readonly kind: 'complete' | 'quasi-complete';
      /** The coefficients that run off to infinity. */
      readonly columns: readonly string[];
      /** A row that is predicted exactly, and how many there are. */
      readonly row: number;
      readonly count: number;
      /** The replicate in whose weights it is found; left out for those of the full sample. */
      readonly replicate?: number;
    }
  | { readonly code: 'not-converged'; readonly iterations: number }
  | { readonly code: 'unknown-term'; readonly term: string }
  | { readonly code: 'singular' }
);
