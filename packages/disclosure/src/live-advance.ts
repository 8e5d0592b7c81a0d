/**
 * Whether live results may move on: only when every group that changed since the last view has gained at least the threshold.
 * Otherwise the difference between two views would show what a few people answered. Groups are named by key; a group that is
 * new counts from 0. A group that lost people (an erasure) holds the results where they are until it has gained as many again.
 */
export function mayAdvance(
  shown: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
  threshold: number,
): boolean {
  const keys = new Set([...shown.keys(), ...now.keys()]);
  return [...keys].every((key) => {
    const gained = (now.get(key) ?? 0) - (shown.get(key) ?? 0);
    return gained === 0 || gained >= threshold;
  });
}
