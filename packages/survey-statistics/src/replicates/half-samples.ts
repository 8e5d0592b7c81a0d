import { accepted, type Result, refused } from '../result.ts';
import type { Stage, SurveyDesign } from '../sampling-design.ts';
import {
  type ConversionRefusal,
  type HalfSamplePairing,
  type ReplicateFactors,
  tooManyReplicates,
} from './conversion.ts';
import { hadamardMatrix } from './hadamard-matrix.ts';

/** Which pair each PSU belongs to, and how much of it lies in the pair's first half (0, 1, or 0.5 for a PSU cut in two). */
interface Halves {
  readonly pair: Int32Array;
  readonly first: Float64Array;
  pairs: number;
}

/**
 * Balanced half-samples: a Hadamard matrix picks one half of each pair of PSUs; it weighs 2 - rho, the other half rho (BRR:
 * 2 and 0). Scale 1 / (replicates (1 - rho)^2). Finite population corrections are dropped, as they do not apply to half-samples.
 * Pairs are numbered by the strata's names in the order of their code units, within a stratum by first appearance.
 * Judkins (1990), J. Official Statistics 6, 223. R: `brrweights`.
 */
export function halfSampleFactors(
  design: SurveyDesign,
  rho: number,
  pairing: HalfSamplePairing,
): Result<ReplicateFactors, ConversionRefusal> {
  const [stage] = design.stages;
  if (!(rho >= 0 && rho < 1)) {
    const message = `rho is ${rho}; it lies from 0 up to, not including, 1.`;
    return refused({ code: 'rho-not-valid', value: rho, message });
  }
  const paired = pairPsus(stage, pairing);
  if (!paired.ok) return paired;
  const { pair, first, pairs } = paired.value;
  const matrix = hadamardMatrix(pairs);
  const many = tooManyReplicates(pair.length, matrix.length);
  if (many !== null) return refused(many);
  const factors = matrix.map((_, replicate) =>
    first.map((share, unit) => {
      const chosen = matrix[1 + pair[unit]!]![replicate] === 0 ? share : 1 - share;
      return chosen * (2 - rho) + (1 - chosen) * rho;
    }),
  );
  return accepted({
    type: rho === 0 ? 'BRR' : 'Fay',
    unit: design.psu,
    factors,
    scale: 1 / (matrix.length * (1 - rho) ** 2),
    rscales: new Float64Array(matrix.length).fill(1),
  });
}

function pairPsus(stage: Stage, { smallStrata, largeStrata }: HalfSamplePairing): Result<Halves, ConversionRefusal> {
  const label = (s: number) => stage.labels[s]!;
  const order = Array.from(stage.sampled.keys()).sort((a, b) => (label(a) < label(b) ? -1 : 1));
  const small = order.filter((s) => stage.sampled[s] === 1);
  const large = order.filter((s) => stage.sampled[s]! > 2);
  const reasons: ConversionRefusal[] = [];
  const refuse = (s: number, why: string) => {
    const psus = stage.sampled[s]!;
    reasons.push({
      code: 'not-two-psus',
      stratum: label(s),
      psus,
      message: `Stratum "${label(s)}" has ${psus} ${why}`,
    });
  };
  if (smallStrata === 'fail') for (const s of small) refuse(s, 'PSU; half-samples need two.');
  if (largeStrata === 'fail') for (const s of large) refuse(s, 'PSUs; half-samples need two.');
  if (largeStrata === 'split')
    for (const s of large) if (stage.sampled[s]! % 2 === 1) refuse(s, 'PSUs, an odd number that makes no pairs.');
  if (smallStrata === 'merge' && small.length === 1) {
    const message = `Stratum "${label(small[0]!)}" has one PSU and there is no other such stratum to pair it with.`;
    reasons.push({ code: 'no-partner', stratum: label(small[0]!), message });
  }
  if (reasons.length > 0) return refused(...reasons);

  const units = stage.unitStratum.length;
  const halves: Halves = { pair: new Int32Array(units), first: new Float64Array(units), pairs: 0 };
  const place = (unit: number, pair: number, first: number) => {
    halves.pair[unit] = pair;
    halves.first[unit] = first;
    halves.pairs = Math.max(halves.pairs, pair + 1);
  };
  small.forEach((s, index) => {
    if (smallStrata === 'split') place(stage.unitStart[s]!, index, 0.5);
    else place(stage.unitStart[s]!, mergedPair(index, small.length), index % 2);
  });
  for (const s of [...large, ...order.filter((stratum) => stage.sampled[stratum] === 2)]) {
    const n = stage.sampled[s]!;
    const from = stage.unitStart[s]!;
    const next = halves.pairs;
    const merged = n > 2 && largeStrata === 'merge';
    for (let k = 0; k < n; k += 1) {
      if (merged) place(from + k, next, k < Math.floor(n / 2) ? 0 : 1);
      else place(from + k, next + Math.floor(k / 2), k % 2);
    }
  }
  return accepted(halves);
}

/**
 * Small strata are paired in order, an odd one out joins the last pair. (R's `small = "merge"` does the same for two or three
 * of them; from four on it puts both PSUs of a pair into one half, which says nothing of their difference.)
 */
function mergedPair(index: number, count: number): number {
  return Math.min(Math.floor(index / 2), Math.floor(count / 2) - 1);
}
