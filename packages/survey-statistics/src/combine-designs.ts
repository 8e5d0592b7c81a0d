import { createFactor, type Factor } from './columns.ts';
import { combineStages } from './combine-stages.ts';
import type { InfluenceAdjustment } from './influence-adjustment.ts';
import { accepted, type Result, refused } from './result.ts';
import type { SurveyDesign } from './sampling-design.ts';
import { sumWeights } from './weighted-sums.ts';

/** One sample of a composite: a jurisdiction's, say. */
export interface DesignPart {
  readonly name: string;
  readonly design: SurveyDesign;
  /** What the part's weights are to add up to: its population. Null keeps the weights as they are. */
  readonly population: number | null;
}

/** A composite design with the part of each row; rows stand part after part, in the order of the parts. */
export interface CombinedDesign {
  readonly design: SurveyDesign;
  readonly part: Factor;
}

/** Why designs cannot be put together. */
export type CombinationRefusal = { readonly message: string } & (
  | { readonly code: 'no-parts' }
  | { readonly code: 'same-name'; readonly part: string }
  | { readonly code: 'policies-differ'; readonly part: string }
  | { readonly code: 'joint-probabilities-differ'; readonly part: string }
  | { readonly code: 'population-not-positive'; readonly part: string; readonly value: number }
);

/**
 * A composite design: samples drawn independently, jurisdictions oversampled, say, and weighted back to the nation. Strata are
 * part x stratum; the weights of each part are scaled to its population. Estimates of all rows are the nation's; those of the
 * domain of a part are its own, standard errors included. Parts may differ in stages, corrections and calibration.
 * Kish (1999), Survey Methodology 25, 129. R: `svydesign(strata = ~interaction(part, stratum), nest = TRUE)`.
 * Oracle: fixtures/r/oracle/designs.
 *
 * Refuses: no parts, two parts of one name, populations that are not positive, parts that treat lonely PSUs or joint
 * inclusion probabilities differently.
 */
export function combineDesigns(parts: readonly DesignPart[]): Result<CombinedDesign, CombinationRefusal> {
  const reasons = checkParts(parts);
  if (reasons.length > 0) return refused(...reasons);
  const designs = parts.map(({ design }) => design);
  const starts: number[] = [];
  let rows = 0;
  for (const design of designs) {
    starts.push(rows);
    rows += design.rows;
  }
  const weights = new Float64Array(rows);
  const code = new Int32Array(rows);
  const inside = designs.every((design) => design.inside === null) ? null : new Uint8Array(rows).fill(1);
  parts.forEach(({ design, population }, index) => {
    const from = starts[index]!;
    weights.set(scaledWeights(design, population), from);
    code.fill(index, from, from + design.rows);
    if (inside !== null && design.inside !== null) inside.set(design.inside, from);
  });
  const names = parts.map(({ name }) => name);
  const first = designs[0]!;
  return accepted({
    part: createFactor(
      Array.from(code, (index) => names[index]!),
      names,
    ),
    design: {
      variance: 'linearization',
      rows,
      weights,
      ...combineStages(parts),
      inside,
      lonelyPsu: first.lonelyPsu,
      adjustLonelyInDomain: first.adjustLonelyInDomain,
      calibrations: combineCalibrations(designs, starts),
    },
  });
}

function checkParts(parts: readonly DesignPart[]): CombinationRefusal[] {
  if (parts.length === 0) return [{ code: 'no-parts', message: 'There are no designs to put together.' }];
  const reasons: CombinationRefusal[] = [];
  const first = parts[0]!.design;
  const names = new Set<string>();
  for (const { name, design, population } of parts) {
    if (names.has(name)) {
      reasons.push({ code: 'same-name', part: name, message: `Two designs are called "${name}".` });
    }
    names.add(name);
    if (design.lonelyPsu !== first.lonelyPsu || design.adjustLonelyInDomain !== first.adjustLonelyInDomain) {
      const message = `"${name}" treats lonely PSUs otherwise than "${parts[0]!.name}": give both the same policy.`;
      reasons.push({ code: 'policies-differ', part: name, message });
    }
    if (!sameApproximation(design, first)) {
      const message = `"${name}" takes joint inclusion probabilities otherwise than "${parts[0]!.name}".`;
      reasons.push({ code: 'joint-probabilities-differ', part: name, message });
    }
    if (population !== null && !(population > 0 && population < Number.POSITIVE_INFINITY)) {
      const message = `The population of "${name}" is ${population}; it must be positive.`;
      reasons.push({ code: 'population-not-positive', part: name, value: population, message });
    }
  }
  return reasons;
}

function sameApproximation(a: SurveyDesign, b: SurveyDesign): boolean {
  const [first, second] = [a.stages[0].jointProbabilities, b.stages[0].jointProbabilities];
  return first?.approximation === second?.approximation && first?.form === second?.form;
}

function scaledWeights({ weights, rows }: SurveyDesign, population: number | null): Float64Array {
  if (population === null) return weights;
  const everybody = Int32Array.from({ length: rows }, (_, row) => row);
  const scale = population / sumWeights(weights, everybody).sumOfWeights;
  return weights.map((weight) => weight * scale);
}

/** Each part's calibrations take their share out of the part's own rows. */
function combineCalibrations(
  designs: readonly SurveyDesign[],
  starts: readonly number[],
): readonly InfluenceAdjustment[] {
  if (designs.every(({ calibrations }) => calibrations.length === 0)) return [];
  const adjust = (influence: Float64Array) => {
    const adjusted = influence.slice();
    designs.forEach(({ calibrations, rows }, index) => {
      const from = starts[index]!;
      const own = influence.slice(from, from + rows);
      adjusted.set(
        calibrations.reduce<Float64Array>((column, calibration) => calibration.adjust(column), own),
        from,
      );
    });
    return adjusted;
  };
  const startsPhase = designs.some(({ calibrations }) => calibrations.some((calibration) => calibration.startsPhase));
  return [startsPhase ? { adjust, startsPhase } : { adjust }];
}
