/**
 * Groups of items that cannot be put in order, because their intervals overlap: the largest sets in which every interval meets
 * every other. Given the intervals by falling share, returns for each item the letters of its groups; items without a common
 * letter differ. An item that overlaps nobody has a letter of its own.
 */
export function overlapGroups(
  intervals: readonly { readonly low: number; readonly high: number }[],
): readonly (readonly string[])[] {
  const lows = [...new Set(intervals.map(({ low }) => low))].sort((a, b) => b - a);
  const cliques: (readonly number[])[] = [];
  // Every largest set of intervals that meet has the highest of its low ends in common.
  for (const point of lows) {
    const members = intervals.flatMap(({ low, high }, i) => (low <= point && point <= high ? [i] : []));
    if (cliques.some((clique) => members.every((i) => clique.includes(i)))) continue;
    const kept = cliques.filter((clique) => !clique.every((i) => members.includes(i)));
    cliques.splice(0, cliques.length, ...kept, members);
  }
  const ordered = [...cliques].sort((a, b) => Math.min(...a) - Math.min(...b) || a.length - b.length);
  return intervals.map((_, i) => ordered.flatMap((clique, k) => (clique.includes(i) ? [letter(k)] : [])));
}

function letter(index: number): string {
  const own = String.fromCharCode(97 + (index % 26));
  return index < 26 ? own : letter(Math.floor(index / 26) - 1) + own;
}
