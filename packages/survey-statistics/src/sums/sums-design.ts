import type { DesignRefusal } from '../design-refusal.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { LonelyPsuPolicy } from '../sampling-design.ts';
import { certaintyThreshold } from '../sampling-fraction.ts';

interface SumsDesignPolicy {
  /** Names of the strata for messages; their number is the number of strata. [""] where the sample is not stratified. */
  readonly strata: readonly string[];
  /** By stratum: population size in PSUs (rows in the row form), or sampling fraction where none exceeds 1; null for none. */
  readonly fpc: readonly number[] | Float64Array | null;
  readonly lonelyPsu: LonelyPsuPolicy;
  readonly adjustLonelyInDomain: boolean;
}

/**
 * The design in the PSU form, over ALL rows of the dataset, whatever the domains and missing values:
 * `SELECT stratum, psu, sum(w) FROM cases GROUP BY stratum, psu`, one entry per PSU code.
 */
export interface PsuDesignFacts extends SumsDesignPolicy {
  readonly form: 'psu';
  readonly psuStratum: Int32Array;
  readonly psuWeight: Float64Array;
}

/**
 * The design in the row form, over ALL rows of the dataset:
 * `SELECT stratum, count(*), count(*) FILTER (WHERE w > 0) FROM cases GROUP BY stratum`, one entry per stratum code.
 */
export interface RowDesignFacts extends SumsDesignPolicy {
  readonly form: 'row';
  readonly rows: Float64Array;
  readonly rowsWithWeight: Float64Array;
}

export type SumsDesignFacts = PsuDesignFacts | RowDesignFacts;

/** A single-stage stratified design known by its counts, checked. */
export interface SumsDesign {
  readonly facts: SumsDesignFacts;
  /** Sampled units n and population units N of each stratum; N is Infinity without a finite population correction. */
  readonly sampled: Float64Array;
  readonly population: Float64Array;
  readonly df: number;
}

/**
 * Checks the counts of a design for the sums door. The same refusals as `createSurveyDesign`, without rows: one PSU in all,
 * corrections that mix sizes and fractions or lie below the sample, and under `fail` each stratum with one PSU.
 */
export function createSumsDesign(facts: SumsDesignFacts): Result<SumsDesign, DesignRefusal> {
  const reasons: DesignRefusal[] = [];
  const strata = facts.strata.length;
  const sampled = new Float64Array(strata);
  const withWeight = new Float64Array(strata);
  if (facts.form === 'row') {
    sampled.set(facts.rows);
    withWeight.set(facts.rowsWithWeight);
  } else {
    facts.psuStratum.forEach((stratum, psu) => {
      sampled[stratum]! += 1;
      if (facts.psuWeight[psu]! > 0) withWeight[stratum]! += 1;
    });
  }
  const units = sampled.reduce((sum, n) => sum + n, 0);
  if (units === 0) reasons.push({ code: 'no-rows', message: 'There are no cases.' });
  if (units === 1) reasons.push({ code: 'one-psu', message: 'The design has one primary sampling unit only.' });
  const population = populationOf(facts, sampled, reasons);
  if (facts.lonelyPsu === 'fail')
    sampled.forEach((n, s) => {
      if (n !== 1 || (population[s]! - n) / population[s]! < certaintyThreshold) return;
      const stratum = facts.strata[s]!;
      const message = `Stratum "${stratum}" has one sampled unit at stage 1: choose what to do with lonely PSUs.`;
      reasons.push({ code: 'lonely-psu', stage: 1, stratum, row: -1, message });
    });
  if (reasons.length > 0) return refused(...reasons);
  const df = withWeight.reduce((sum, n) => sum + (n > 0 ? n - 1 : 0), 0);
  return accepted({ facts, sampled, population, df });
}

function populationOf(facts: SumsDesignFacts, sampled: Float64Array, reasons: DesignRefusal[]): Float64Array {
  const { fpc } = facts;
  if (fpc === null) return new Float64Array(sampled.length).fill(Number.POSITIVE_INFINITY);
  const values = Float64Array.from(fpc);
  const fractions = !values.some((value) => value > 1);
  return sampled.map((n, s) => {
    const value = values[s]!;
    const stratum = facts.strata[s]!;
    if (Number.isNaN(value) || value < 0 || (!fractions && value < 1)) {
      const message = `The finite population correction of stratum "${stratum}" is ${value}.`;
      reasons.push({ code: 'fpc-not-positive', stage: 1, row: -1, value, message });
      return Number.POSITIVE_INFINITY;
    }
    const population = fractions ? n / value : value;
    if (population < n) {
      const message = `Stratum "${stratum}" has ${n} sampled units, more than its population of ${population}.`;
      reasons.push({ code: 'fpc-below-sample', stage: 1, stratum, population, sampled: n, row: -1, message });
    }
    return population;
  });
}

/** The scale of a stratum's sum of squares: (1 - n / N) n / (n - 1); 0 where it is sampled whole or alone. */
export function stratumScale(design: SumsDesign, stratum: number): number {
  const n = design.sampled[stratum]!;
  const kept = remainingShare(design, stratum);
  return n > 1 && kept >= certaintyThreshold ? (kept * n) / (n - 1) : 0;
}

export function remainingShare(design: Pick<SumsDesign, 'sampled' | 'population'>, stratum: number): number {
  const population = design.population[stratum]!;
  return population === Number.POSITIVE_INFINITY ? 1 : (population - design.sampled[stratum]!) / population;
}
