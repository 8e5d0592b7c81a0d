import type { Stage } from './sampling-design.ts';
import { isSampledWhole } from './sampling-fraction.ts';
import type { StageInput } from './sampling-stage-input.ts';

/** Clusters of the first stage lie in one stratum each, unless `nest` says that codes repeat. */
export function checkNesting(input: StageInput, stratum: Int32Array, labels: readonly string[]): void {
  const clusters = input.clusters!;
  const seen = new Int32Array(clusters.levels.length).fill(-1);
  const told = new Set<number>();
  for (let row = 0; row < input.rows; row += 1) {
    const code = clusters.codes[row]!;
    const before = seen[code]!;
    const here = stratum[row]!;
    if (before === -1) seen[code] = here;
    else if (before !== here && !told.has(code)) {
      told.add(code);
      const cluster = clusters.levels[code]!;
      const message = `Cluster "${cluster}" lies in the strata "${labels[before]}" and "${labels[here]}" (row ${row}). Where codes repeat between strata, set nest.`;
      input.reasons.push({
        code: 'cluster-in-two-strata',
        cluster,
        strata: [labels[before]!, labels[here]!],
        row,
        message,
      });
    }
  }
}

/** Under `fail` no stratum may hold one sampled unit, unless it was sampled whole. */
export function checkLonely(input: StageInput, stage: Stage, firstRow: Int32Array): void {
  stage.sampled.forEach((n, s) => {
    if (n !== 1 || isSampledWhole(stage, s)) return;
    const stratum = stage.labels[s]!;
    const message = `Stratum "${stratum}" has one sampled unit at stage ${input.stage}: choose what to do with lonely PSUs.`;
    input.reasons.push({ code: 'lonely-psu', stage: input.stage, stratum, row: firstRow[s]!, message });
  });
}
