import type { StratumMoments } from './stratum-moments.ts';
import type { SumsDesign } from './sums-design.ts';

/** One column a stratum for each moment of two variables, to be added up. */
export function emptyTable(design: SumsDesign) {
  const column = () => new Float64Array(design.sampled.length);
  return { totalA: column(), totalB: column(), centred: column(), raw: column() };
}

/** The moments of the strata in which something is `present`. */
export function readTable(table: ReturnType<typeof emptyTable>, present: Float64Array): readonly StratumMoments[] {
  const strata = [...present.keys()].filter((stratum) => present[stratum]! > 0);
  return strata.map((stratum) => ({
    stratum,
    totalA: table.totalA[stratum]!,
    totalB: table.totalB[stratum]!,
    centred: table.centred[stratum]!,
    raw: table.raw[stratum]!,
    present: present[stratum]!,
  }));
}
