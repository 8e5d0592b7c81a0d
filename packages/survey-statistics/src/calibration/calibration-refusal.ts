/**
 * Why weights cannot be adjusted. Rows count from 0. `argument` is the label of the margin or auxiliary, `level` its category
 * (null for a numeric auxiliary); `replicate`, where present, the replicate (from 0) in which the adjustment failed.
 */
export type CalibrationRefusal = { readonly message: string; readonly replicate?: number } & (
  | { readonly code: 'no-targets' }
  | { readonly code: 'code-without-level'; readonly argument: string; readonly row: number; readonly value: number }
  | { readonly code: 'length-differs'; readonly argument: string; readonly length: number; readonly rows: number }
  | { readonly code: 'missing-value'; readonly argument: string; readonly row: number; readonly count: number }
  | { readonly code: 'infinite-value'; readonly argument: string; readonly row: number; readonly count: number }
  | { readonly code: 'variance-not-positive'; readonly row: number; readonly value: number }
  | {
      readonly code: 'total-not-usable';
      readonly argument: string;
      readonly level: string | null;
      readonly value: number;
    }
  | {
      /** A category of the sample for which the population gives no total, or a total of zero. */
      readonly code: 'total-missing';
      readonly argument: string;
      readonly level: string;
      readonly row: number;
    }
  | {
      /** The population has members in the category and the sample has none, or none with a weight. */
      readonly code: 'empty-category';
      readonly argument: string;
      readonly level: string | null;
      readonly target: number;
    }
  | {
      /** Two sets of totals add up to different populations. */
      readonly code: 'totals-disagree';
      readonly argument: string;
      readonly other: string;
      readonly total: number;
      readonly otherTotal: number;
    }
  | { readonly code: 'collinear'; readonly argument: string; readonly level: string | null }
  | { readonly code: 'bounds-not-usable'; readonly lower: number; readonly upper: number; readonly row: number | null }
  | {
      /** No weights within the bounds reach the total. */
      readonly code: 'bounds-too-tight';
      readonly argument: string;
      readonly level: string | null;
      readonly target: number;
      readonly lowest: number;
      readonly highest: number;
    }
  | {
      /** Stopped after the last iteration; the total that is furthest off. */
      readonly code: 'not-converged';
      readonly iterations: number;
      readonly argument: string;
      readonly level: string | null;
      readonly target: number;
      readonly achieved: number;
    }
  | { readonly code: 'limits-not-usable'; readonly lower: number; readonly upper: number }
  | { readonly code: 'limits-infeasible'; readonly lower: number; readonly upper: number; readonly meanWeight: number }
  | {
      readonly code: 'class-too-small';
      readonly class: string;
      readonly respondents: number;
      readonly minimum: number;
      readonly row: number;
    }
);

/** A category as a sentence names it: `region "north"`, or the label alone. */
export function nameTarget(argument: string, level: string | null): string {
  return level === null ? `"${argument}"` : `"${argument}", category "${level}"`;
}
