/**
 * Holm's step-down adjustment: p values that keep the chance of any false finding in the family at the level, without
 * assuming independence. Holm (1979), Scandinavian Journal of Statistics 6, 65-70. R: p.adjust(method = "holm").
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = pValues.slice();
  let highest = 0;
  order.forEach((at, rank) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * (pValues[at] ?? 0)));
    adjusted[at] = highest;
  });
  return adjusted;
}
