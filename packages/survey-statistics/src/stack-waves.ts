import { type CodeColumn, createFactor, type Factor, type NumberColumn } from './columns.ts';
import type { DesignColumns } from './design-columns.ts';
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
 * person, and a person in two strata is refused by `createSurveyDesign`. Oracle: fixtures/r/reference, family waves.
 */
export function stackWaves(
  samples: readonly WaveSample[],
  sampling: 'independent' | 'overlapping',
  lonelyPsu: LonelyPsuPolicy,
): StackedWaves {
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
  if (sampling === 'overlapping' && samples.some(({ clusters }) => clusters === null))
    throw new Error('overlapping waves need the code of the person as clusters');
  const hasClusters = samples.some(({ clusters }) => clusters !== null);
  const labels = samples.map(({ label }) => label);
  return {
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
  };
}
