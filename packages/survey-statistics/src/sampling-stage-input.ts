import type { Factor } from './columns.ts';
import type { DesignRefusal } from './design-refusal.ts';
import type { JointProbabilities, LonelyPsuPolicy, Stage } from './sampling-design.ts';

/** Row -> stratum and unit of one stage, with the stage's factor for the stages below. */
export interface StageCodes {
  readonly stratum: Int32Array;
  readonly unit: Int32Array;
  readonly stage: Stage;
}

/** What one stage is built from. */
export interface StageInput {
  readonly rows: number;
  readonly strata: Factor | null;
  readonly clusters: Factor | null;
  readonly fpc: { readonly values: Float64Array; readonly fractions: boolean } | null;
  readonly above: StageCodes | null;
  /** How the fractions, which are inclusion probabilities of the units, are used; null for equal probabilities. */
  readonly pps: 'brewer' | JointProbabilities | null;
  readonly nest: boolean;
  readonly lonelyPsu: LonelyPsuPolicy;
  readonly stage: number;
  readonly reasons: DesignRefusal[];
}
