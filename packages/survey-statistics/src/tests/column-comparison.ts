import { type Contrast, type ContrastSource, differenceOf } from '../contrast.ts';
import { type Adjustment, adjustPValues } from '../multiple-comparisons.ts';

export interface ColumnPair {
  /** Indices of the two columns, the first below the second. */
  readonly a: number;
  readonly b: number;
  /** Column a minus column b. */
  readonly difference: Contrast;
  /** p value adjusted for all pairs that could be tested. */
  readonly adjustedP: number;
  readonly isSignificant: boolean;
}

export interface ComparedColumn {
  /** A, B, ... Z, AA, AB, ... in the order of the columns. */
  readonly letter: string;
  /** Letters of the columns that this one is significantly higher than, as crosstabs print them. */
  readonly higherThan: readonly string[];
  /** Columns that share one of these letters do not differ significantly (compact letter display). */
  readonly groups: string;
}

export interface ColumnComparison {
  readonly columns: readonly ComparedColumn[];
  readonly pairs: readonly ColumnPair[];
  readonly adjustment: Adjustment;
  /** Degrees of freedom of every t test. */
  readonly df: number;
  readonly alpha: number;
}

/**
 * All pairs of the columns of a crosstab compared by t tests with the covariance of the design, the p values adjusted over
 * the pairs. Pairs with a column that has no cases, or without variance, are left out. `df`: the design's, or one less for
 * the degrees of freedom of the regression on two groups. Piepho (2004), J. Computational and Graphical Statistics 13, for
 * the compact letters. R: `svycontrast` of `svyby(covmat = TRUE)`, `p.adjust`. Oracle: fixtures/r/reference, case
 * mult.pairwise.
 */
export function compareColumns(
  set: ContrastSource,
  options: { readonly adjustment: Adjustment; readonly alpha: number; readonly df: number },
): ColumnComparison {
  const { adjustment, alpha, df } = options;
  const count = set.estimates.length;
  const tested: { readonly a: number; readonly b: number; readonly difference: Contrast; readonly p: number }[] = [];
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) {
      const difference = differenceOf(set, a, b, df);
      if (difference !== null && difference.p !== null) tested.push({ a, b, difference, p: difference.p });
    }
  const adjusted = adjustPValues(
    tested.map(({ p }) => p),
    adjustment,
  );
  const pairs = tested.map(({ a, b, difference }, index): ColumnPair => {
    const adjustedP = adjusted[index]!;
    return { a, b, difference, adjustedP, isSignificant: adjustedP < alpha };
  });
  const letters = Array.from({ length: count }, (_, index) => letterOf(index));
  const groups = compactLetters(
    count,
    pairs.filter(({ isSignificant }) => isSignificant),
  );
  const columns = letters.map((letter, column) => ({
    letter,
    groups: groups[column]!,
    higherThan: pairs.flatMap(({ a, b, difference, isSignificant }) => {
      if (!isSignificant) return [];
      const [higher, lower] = difference.value > 0 ? [a, b] : [b, a];
      return higher === column ? [letters[lower]!] : [];
    }),
  }));
  return { columns, pairs, adjustment, df, alpha };
}

/** A to Z, then AA, AB, ... */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

/**
 * Letters such that two columns share one exactly where they do not differ significantly: each significant pair splits the
 * groups that hold both, and groups within others are absorbed.
 */
export function compactLetters(
  count: number,
  significant: readonly { readonly a: number; readonly b: number }[],
): readonly string[] {
  let groups: ReadonlySet<number>[] = [new Set(Array.from({ length: count }, (_, index) => index))];
  for (const { a, b } of significant) {
    const split = groups.flatMap((group) =>
      group.has(a) && group.has(b) ? [without(group, a), without(group, b)] : [group],
    );
    groups = split.filter(
      (group, index) =>
        !split.some(
          (other, place) =>
            place !== index &&
            [...group].every((member) => other.has(member)) &&
            (group.size < other.size || place < index),
        ),
    );
  }
  const order = [...groups].sort((x, y) => Math.min(...x) - Math.min(...y));
  return Array.from({ length: count }, (_, column) =>
    order.flatMap((group, index) => (group.has(column) ? [letterOf(index).toLowerCase()] : [])).join(''),
  );
}

function without(group: ReadonlySet<number>, member: number): ReadonlySet<number> {
  return new Set([...group].filter((other) => other !== member));
}
