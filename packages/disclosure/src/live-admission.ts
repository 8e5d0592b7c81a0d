/**
 * A cell is one group behind a figure: a family ("everyone", "item ease", "item ease by region") and the group in it. A response
 * counts in every cell that a figure about it would rest on.
 */
export interface Cell {
  readonly family: string;
  readonly group: string;
}

/**
 * Which of the responses that arrived may enter live results now, so that each cell that was on view gains nothing or at least
 * `threshold` people: else two views, one before and one after, would tell what a few of them answered.
 *
 * A family was on view when each of its cells held at least the threshold (one smaller withholds the whole breakdown), and only such
 * families hold responses back. Those held back wait for more of their kind; the largest set that satisfies the rule enters.
 *
 * @param shown the cells of each response already in the results
 * @param arrived the cells of each response that waits
 * @param threshold fewest people, from 1
 * @returns for each of `arrived`, whether it enters
 */
export function admitToLive(
  shown: readonly (readonly Cell[])[],
  arrived: readonly (readonly Cell[])[],
  threshold: number,
): readonly boolean[] {
  const onView = familiesOnView(shown, threshold);
  const waiting = arrived.map((cells) => cells.filter((cell) => onView.has(cell.family)).map(keyOf));
  const gains = new Map<string, number>();
  for (const keys of waiting) for (const key of keys) gains.set(key, (gains.get(key) ?? 0) + 1);
  const enters = arrived.map(() => true);
  let isSettled = false;
  while (!isSettled) {
    isSettled = true;
    waiting.forEach((keys, at) => {
      if (!enters[at] || keys.every((key) => gains.get(key)! >= threshold)) return;
      enters[at] = false;
      isSettled = false;
      for (const key of keys) gains.set(key, gains.get(key)! - 1);
    });
  }
  return enters;
}

function familiesOnView(shown: readonly (readonly Cell[])[], threshold: number): ReadonlySet<string> {
  const sizes = new Map<string, Map<string, number>>();
  for (const cells of shown)
    for (const { family, group } of cells) {
      const groups = sizes.get(family) ?? new Map<string, number>();
      groups.set(group, (groups.get(group) ?? 0) + 1);
      sizes.set(family, groups);
    }
  return new Set(
    [...sizes].filter(([, groups]) => [...groups.values()].every((n) => n >= threshold)).map(([family]) => family),
  );
}

function keyOf(cell: Cell): string {
  return `${cell.family}\u0000${cell.group}`;
}
