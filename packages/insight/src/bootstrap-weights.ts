/** The first stage of a design, case by case: dense numbers of strata and of sampled units (PSUs). */
export interface FirstStage {
  readonly psu: Int32Array;
  /** Stratum of each PSU. */
  readonly psuStratum: Int32Array;
}

/**
 * One set of bootstrap weights: in each stratum n - 1 of its n PSUs are drawn with replacement and the weights of a PSU are
 * multiplied by n / (n - 1) times the number of its draws. Rao and Wu (1988), JASA 83, 231-241. A stratum with one PSU keeps
 * its weights. `random` gives numbers from 0 up to 1. R: as.svrepdesign(type = "subbootstrap").
 */
export function bootstrapWeights(weights: Float64Array, stage: FirstStage, random: () => number): Float64Array {
  const { psu, psuStratum } = stage;
  const members: number[][] = [];
  psuStratum.forEach((stratum, unit) => {
    members[stratum] ??= [];
    members[stratum].push(unit);
  });
  const factor = new Float64Array(psuStratum.length);
  for (const units of members) {
    if (units === undefined) continue;
    const n = units.length;
    if (n === 1) {
      factor[units[0] ?? 0] = 1;
      continue;
    }
    for (let draw = 1; draw < n; draw += 1) {
      const unit = units[Math.min(n - 1, Math.floor(random() * n))] ?? 0;
      factor[unit] = (factor[unit] ?? 0) + n / (n - 1);
    }
  }
  return Float64Array.from(weights, (weight, row) => weight * (factor[psu[row] ?? 0] ?? 0));
}
