import type { RandomGenerator } from '../drivers/random-generator.ts';

/** What balanced half-samples do with strata that do not hold two PSUs (R: `brrweights`). */
export interface HalfSamplePairing {
  /** One PSU: `fail` refuses, `split` cuts it in two halves, `merge` pairs PSUs of such strata with each other. */
  readonly smallStrata: 'fail' | 'split' | 'merge';
  /** Three or more: `fail` refuses, `split` makes pairs in the order of the data, `merge` makes two groups of PSUs. */
  readonly largeStrata: 'fail' | 'split' | 'merge';
}

/**
 * Which replicates to make (R: `as.svrepdesign(type = )`). `auto`: JK1 without strata, JKn with. The bootstraps draw from the
 * generator handed in: `bootstrap` n of n PSUs (Canty and Davison 1999; corrected for finite populations), `subbootstrap`
 * n - 1 of n (Rao and Wu 1988), `mrbbootstrap` half of the units of each stage (Preston 2009).
 */
export type ReplicateConversion =
  | { readonly type: 'auto' | 'JK1' | 'JKn'; readonly mse: boolean }
  | ({ readonly type: 'BRR'; readonly mse: boolean } & HalfSamplePairing)
  | ({ readonly type: 'Fay'; readonly rho: number; readonly mse: boolean } & HalfSamplePairing)
  | {
      readonly type: 'bootstrap' | 'subbootstrap' | 'mrbbootstrap';
      readonly replicates: number;
      readonly random: RandomGenerator;
      readonly mse: boolean;
    };

/** Why a design has no such replicates. Strata are named as in the design. */
export type ConversionRefusal = { readonly message: string } & (
  | { readonly code: 'strata-not-allowed'; readonly type: 'JK1'; readonly strata: number }
  | { readonly code: 'strata-needed'; readonly type: string }
  | { readonly code: 'lonely-psu'; readonly stratum: string }
  | { readonly code: 'not-two-psus'; readonly stratum: string; readonly psus: number }
  | { readonly code: 'no-partner'; readonly stratum: string }
  | { readonly code: 'all-sampled' }
  | { readonly code: 'rho-not-valid'; readonly value: number }
  | { readonly code: 'replicate-count-not-valid'; readonly value: number }
  | { readonly code: 'too-many-replicates'; readonly units: number; readonly replicates: number }
  | { readonly code: 'unequal-probabilities'; readonly type: string }
  | { readonly code: 'calibrated' }
);

/** Factors of the units under each replicate, with the scales of their variance. */
export interface ReplicateFactors {
  readonly type: 'JK1' | 'JKn' | 'BRR' | 'Fay' | 'bootstrap' | 'subbootstrap' | 'mrbbootstrap';
  readonly unit: Int32Array;
  readonly factors: readonly Float64Array[];
  readonly scale: number;
  readonly rscales: Float64Array;
}

/** Doubles that the factors of one design may take: 1 GiB. */
const mostFactors = 2 ** 27;

export function tooManyReplicates(units: number, replicates: number): ConversionRefusal | null {
  if (units * replicates <= mostFactors) return null;
  const message = `${replicates} replicates of ${units} units do not fit into memory: choose a bootstrap with fewer replicates.`;
  return { code: 'too-many-replicates', units, replicates, message };
}
