import type { RandomGenerator } from './random-generator.ts';

/** The units of each stratum. */
export function unitsByStratum(unitStratum: Int32Array): readonly Int32Array[] {
  const lists = new Map<number, number[]>();
  unitStratum.forEach((stratum, unit) => {
    const list = lists.get(stratum);
    if (list === undefined) lists.set(stratum, [unit]);
    else list.push(unit);
  });
  return Array.from(lists.values(), (list) => Int32Array.from(list));
}

/**
 * One replicate of the rescaled bootstrap: in each stratum n - 1 of its n units drawn with replacement, each draw weighing
 * n / (n - 1); a unit alone in its stratum keeps the weight 1. Writes the multiplier of every unit.
 * Rao, Wu and Yue (1992), Survey Methodology 18, 209.
 */
export function drawMultipliers(
  strata: readonly Int32Array[],
  multipliers: Float64Array,
  random: RandomGenerator,
): void {
  multipliers.fill(0);
  for (const units of strata) {
    const n = units.length;
    if (n === 1) {
      multipliers[units[0]!] = 1;
      continue;
    }
    for (let draw = 1; draw < n; draw += 1) multipliers[units[Math.floor(random() * n)]!]! += n / (n - 1);
  }
}
