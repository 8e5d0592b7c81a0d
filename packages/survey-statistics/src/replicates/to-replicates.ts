import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { bootstrapFactors, subbootstrapFactors } from './bootstrap.ts';
import {
  type ConversionRefusal,
  type ReplicateConversion,
  type ReplicateFactors,
  tooManyReplicates,
} from './conversion.ts';
import { halfSampleFactors } from './half-samples.ts';
import { jackknifeFactors } from './jackknife.ts';
import { multistageBootstrapFactors } from './multistage-bootstrap.ts';
import type { ReplicateDesign } from './replicate-design.ts';
import { replicateDegreesOfFreedom } from './replicate-rank.ts';
import { rowsInside } from './rows-inside.ts';

/**
 * Replicate weights made from a survey design: jackknife, balanced half-samples (BRR, Fay) or bootstrap. The factors stand by
 * PSU, so that a file of a million rows takes no more memory than its PSUs. Of finite population corrections the jackknife and
 * the bootstrap take those of the first stage, the multistage bootstrap all, the others none. A restricted design gives the
 * replicates of the whole sample, restricted. Lumley (2010), Complex Surveys, 2.3. R: `as.svrepdesign`; the random types draw
 * other numbers than R. Oracle: fixtures/r/reference, family replicates; fixtures/r/oracle/replicates.
 *
 * Refuses: JK1 of a stratified design; JKn and half-samples without strata; a stratum with one PSU (jackknife under `fail`) or
 * without pairs (half-samples); a sample that is the whole population; rho outside [0, 1); fewer than two bootstrap replicates;
 * replicates that do not fit into memory; calibrated weights (calibrate the replicates instead); Brewer's
 * unequal probabilities, but for half-samples and the subbootstrap, which correct for no finite population.
 */
export function toReplicates(
  design: SurveyDesign,
  conversion: ReplicateConversion,
): Result<ReplicateDesign, ConversionRefusal> {
  if (design.calibrations.length > 0) {
    const message = 'The weights are calibrated: make the replicates first, then calibrate each of them.';
    return refused({ code: 'calibrated', message });
  }
  if (design.stages[0].unitPopulation !== null && !['BRR', 'Fay', 'subbootstrap'].includes(conversion.type)) {
    const message = `Replicates of type ${conversion.type} correct for equal probabilities within strata, and this design's are unequal.`;
    return refused({ code: 'unequal-probabilities', type: conversion.type, message });
  }
  const made = makeFactors(design, conversion);
  if (!made.ok) return made;
  const { type, unit, factors, scale, rscales } = made.value;
  const { rows, weights, inside } = design;
  const replicates = { form: 'factors', unit, factors } as const;
  const df = replicateDegreesOfFreedom({ weights, replicates }, rowsInside(design));
  return accepted({
    variance: 'replication',
    rows,
    weights,
    type,
    replicates,
    scale,
    rscales,
    mse: conversion.mse,
    df,
    inside,
  });
}

function makeFactors(
  design: SurveyDesign,
  conversion: ReplicateConversion,
): Result<ReplicateFactors, ConversionRefusal> {
  const [stage] = design.stages;
  const strata = stage.sampled.length;
  const stratified = strata > 1 || stage.labels[0] !== '';
  switch (conversion.type) {
    case 'auto':
      return jackknifeFactors(design, stratified ? 'JKn' : 'JK1');
    case 'JK1': {
      if (!stratified) return jackknifeFactors(design, 'JK1');
      const message = `JK1 leaves strata out of account and the design has ${strata}: use JKn.`;
      return refused({ code: 'strata-not-allowed', type: 'JK1', strata, message });
    }
    case 'JKn':
    case 'BRR':
    case 'Fay': {
      if (!stratified) {
        const message = `${conversion.type} needs strata and the design has none: use JK1 or a bootstrap.`;
        return refused({ code: 'strata-needed', type: conversion.type, message });
      }
      if (conversion.type === 'BRR') return halfSampleFactors(design, 0, conversion);
      if (conversion.type === 'Fay') return halfSampleFactors(design, conversion.rho, conversion);
      return jackknifeFactors(design, 'JKn');
    }
    case 'bootstrap':
    case 'subbootstrap':
    case 'mrbbootstrap':
      return drawnFactors(design, conversion);
  }
}

function drawnFactors(
  design: SurveyDesign,
  { type, replicates, random }: Extract<ReplicateConversion, { readonly replicates: number }>,
): Result<ReplicateFactors, ConversionRefusal> {
  if (!(Number.isInteger(replicates) && replicates >= 2)) {
    const message = `There are ${replicates} bootstrap replicates; a variance needs two or more.`;
    return refused({ code: 'replicate-count-not-valid', value: replicates, message });
  }
  const stage = type === 'mrbbootstrap' ? design.stages.at(-1)! : design.stages[0];
  const many = tooManyReplicates(stage.unitStratum.length, replicates);
  if (many !== null) return refused(many);
  switch (type) {
    case 'bootstrap': {
      if (design.stages[0].sampled.some((n) => n > 1)) return accepted(bootstrapFactors(design, replicates, random));
      return refused({ code: 'all-sampled', message: 'Every stratum has one PSU: there is nothing to draw from.' });
    }
    case 'subbootstrap':
      return accepted(subbootstrapFactors(design, replicates, random));
    case 'mrbbootstrap':
      return accepted(multistageBootstrapFactors(design, replicates, random));
  }
}
