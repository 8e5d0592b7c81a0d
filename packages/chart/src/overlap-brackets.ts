/** A bracket joins the items from `first` to `last` (positions in the list) that are not told apart. */
export interface OverlapBracket {
  readonly first: number;
  readonly last: number;
}

/**
 * The brackets over a list in falling order of its estimates: two items whose intervals overlap always share one.
 * It errs on the side of saying less: items between two that overlap stand in their bracket too, so "no bracket in common"
 * means that intervals do not overlap. Items that overlap with nothing have no bracket.
 */
export function overlapBrackets(
  intervals: readonly { readonly low: number; readonly high: number }[],
): readonly OverlapBracket[] {
  const reach = intervals.map((a, i) =>
    intervals.reduce((last, b, j) => (j > i && b.high >= a.low && a.high >= b.low ? j : last), i),
  );
  const brackets: OverlapBracket[] = [];
  let furthest = -1;
  reach.forEach((last, first) => {
    if (last > first && last > furthest) brackets.push({ first, last });
    furthest = Math.max(furthest, last);
  });
  return brackets;
}
