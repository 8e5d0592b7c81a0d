/**
 * Rank of the factors of a delete-one-PSU jackknife over the units present, from its structure; null where the factors have
 * another. With m of the n PSUs of a stratum present its block has rank m, or n - 1 where all are; the constant that all
 * blocks share adds 1 where some stratum is complete.
 */
export function jackknifeRank(factors: readonly Float64Array[], present: Int32Array): number | null {
  const strata = strataOf(factors);
  if (strata === null) return null;
  const { stratum, sizes } = strata;
  const counts = new Int32Array(sizes.length);
  let complete = false;
  for (const unit of present) {
    if (stratum[unit]! < 0) complete = true;
    else counts[stratum[unit]!]! += 1;
  }
  let rank = 0;
  counts.forEach((count, s) => {
    if (count === sizes[s]) complete = true;
    rank += count === sizes[s] ? count - 1 : count;
  });
  return complete ? rank + 1 : rank;
}

/** Strata read from the factors: those not 1 in a replicate are the stratum of the unit it leaves out. */
function strataOf(factors: readonly Float64Array[]) {
  const stratum = new Int32Array(factors[0]!.length).fill(-1);
  const leftOut = new Uint8Array(stratum.length);
  const sizes: number[] = [];
  const replicates: number[] = [];
  for (const column of factors) {
    const deleted = column.indexOf(0);
    if (deleted < 0 || leftOut[deleted] === 1) return null;
    leftOut[deleted] = 1;
    const isNew = stratum[deleted] === -1;
    if (isNew) {
      sizes.push(0);
      replicates.push(0);
    }
    const s = isNew ? sizes.length - 1 : stratum[deleted]!;
    let members = 0;
    const other = column.find((value) => value !== 0 && value !== 1) ?? Number.NaN;
    for (let unit = 0; unit < column.length; unit += 1) {
      const value = column[unit]!;
      if (value === 1) continue;
      if ((value === 0) !== (unit === deleted) || (value !== 0 && value !== other)) return null;
      if (isNew && stratum[unit] === -1) stratum[unit] = s;
      if (stratum[unit] !== s) return null;
      members += 1;
    }
    if (isNew) sizes[s] = members;
    if (members !== sizes[s] || Math.abs(other * (members - 1) - members) > 1e-9) return null;
    replicates[s]! += 1;
  }
  return replicates.every((count, s) => count === sizes[s]) ? { stratum, sizes } : null;
}
