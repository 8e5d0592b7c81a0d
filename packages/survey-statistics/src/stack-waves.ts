import { type CodeColumn, createFactor, type Factor, type NumberColumn } from './columns.ts';
import type { DesignColumns } from './design-columns.ts';
import type { LengthDiffers } from './estimate.ts';
import { accepted, type Result, refused } from './result.ts';
import type { LonelyPsuPolicy } from './sampling-design.ts';

/** The sample of one wave. */
export interface WaveSample {
  readonly label: string;
  readonly rows: number;
  readonly weights: NumberColumn;
  /** Null: not stratified. */
  readonly strata: CodeColumn | null;
  /** The PSUs of independent waves, null where each case was drawn by itself; of overlapping waves the person. */
  readonly clusters: CodeColumn | null;
}

/** Why waves cannot be stacked. */
export type StackingRefusal =
  | LengthDiffers
  | { readonly code: 'no-waves'; readonly message: string }
  | { readonly code: 'wave-twice' | 'clusters-missing'; readonly wave: string; readonly message: string };

export interface StackedWaves {
  /** For `createSurveyDesign`. */
  readonly columns: DesignColumns;
  /** Row -> wave, levels in the order of the waves. */
  readonly waves: Factor;
}

/**
 * Several waves as one sample, one below the other in the order given. `independent`: each wave was drawn anew, so that its
 * strata and clusters are its own; nothing covaries between waves. `overlapping`: the clusters are the persons (or the PSUs
 * all waves share), the same code in every wave; who answered twice brings the covariance. Then strata are those of the
 * person, and a person in two strata is refused by `createSurveyDesign`. Oracle: fixtures/r/reference, family waves. Refuses columns
 * that have not one entry per row, two waves of one label, and overlapping waves without the code of the person.
 */
export function stackWaves(
  samples: readonly WaveSample[],
  sampling: 'independent' | 'overlapping',
  lonelyPsu: LonelyPsuPolicy,
): Result<StackedWaves, StackingRefusal> {
  const reasons = checkSamples(samples, sampling);
  if (reasons.length > 0) return refused(...reasons);
  const own = (label: string, code: number | string | null | undefined) =>
    code === null || code === undefined || code === '' || Number.isNaN(code)
      ? ''
      : sampling === 'independent'
        ? `${label}|${code}`
        : String(code);
  const stack = (of: (sample: WaveSample) => CodeColumn | null, absent: (sample: WaveSample, row: number) => string) =>
    samples.flatMap((sample) => {
      const column = of(sample);
      return Array.from({ length: sample.rows }, (_, row) =>
        column === null ? absent(sample, row) : own(sample.label, column[row]),
      );
    });
  const hasClusters = samples.some(({ clusters }) => clusters !== null);
  const labels = samples.map(({ label }) => label);
  return accepted({
    columns: {
      rows: samples.reduce((sum, { rows }) => sum + rows, 0),
      weights: Float64Array.from(samples.flatMap(({ weights }) => Array.from(weights))),
      strata: [
        stack(
          ({ strata }) => strata,
          ({ label }) => (sampling === 'independent' ? label : 'all'),
        ),
      ],
      clusters: hasClusters
        ? [
            stack(
              ({ clusters }) => clusters,
              ({ label }, row) => `${label}|row ${row}`,
            ),
          ]
        : [],
      fpc: [],
      nest: false,
      lonelyPsu,
      adjustLonelyInDomain: false,
    },
    waves: createFactor(
      samples.flatMap(({ label, rows }) => Array.from({ length: rows }, () => label)),
      labels,
    ),
  });
}

function checkSamples(
  samples: readonly WaveSample[],
  sampling: 'independent' | 'overlapping',
): readonly StackingRefusal[] {
  const reasons: StackingRefusal[] = [];
  if (samples.length === 0) reasons.push({ code: 'no-waves', message: 'There are no waves to stack.' });
  samples.forEach(({ label, rows, weights, strata, clusters }, at) => {
    for (const [name, column] of Object.entries({ weights, strata, clusters })) {
      if (column === null || column.length === rows) continue;
      const argument = `${name} of ${label}`;
      const message = `The ${argument} have ${column.length} entries for ${rows} cases.`;
      reasons.push({ code: 'length-differs', argument, length: column.length, rows, message });
    }
    if (samples.findIndex((other) => other.label === label) < at)
      reasons.push({ code: 'wave-twice', wave: label, message: `There are two waves "${label}".` });
    if (sampling === 'overlapping' && clusters === null) {
      const message = `Wave "${label}" overlaps with others: it needs the code of the person as clusters.`;
      reasons.push({ code: 'clusters-missing', wave: label, message });
    }
  });
  return reasons;
}
