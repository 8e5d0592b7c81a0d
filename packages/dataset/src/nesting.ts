import type { NestingFact } from './design-guess.ts';
import { trimCell } from './number-text.ts';

/** Counts how the values of a cluster column lie in the values of a stratum column (null: no strata). */
export function countNesting(
  question: { readonly cluster: string; readonly stratum: string | null },
  clusterCells: readonly string[],
  stratumCells: readonly string[] | null,
): NestingFact {
  const homes = new Map<string, string>();
  const spanning = new Set<string>();
  let blank = 0;
  clusterCells.forEach((cell, i) => {
    const cluster = trimCell(cell);
    const stratum = trimCell(stratumCells?.[i] ?? '');
    if (cluster === '') blank++;
    else if (!homes.has(cluster)) homes.set(cluster, stratum);
    else if (homes.get(cluster) !== stratum) spanning.add(cluster);
  });
  return { ...question, clusters: homes.size, spanning: spanning.size, blank };
}
