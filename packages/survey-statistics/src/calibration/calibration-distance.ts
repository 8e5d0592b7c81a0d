import type { NumberColumn } from '../columns.ts';

/**
 * Limits of the ratio of the calibrated weight to the weight before, or of the calibrated weight itself (R: `bounds.const`);
 * the same for all cases, or one per case. -Infinity and Infinity for none.
 */
export interface CalibrationBounds {
  readonly on: 'ratio' | 'weight';
  readonly lower: number | NumberColumn;
  readonly upper: number | NumberColumn;
}

/** When the search for the weights stops. R's `calibrate` takes 50 iterations and an epsilon of 1e-7. */
export interface IterationControl {
  readonly maxIterations: number;
  /** Converged once every |total - target| is below this times 1 + |target|. */
  readonly epsilon: number;
  /** `keep`: the weights of the last iteration, marked as not converged (R: `force = TRUE`). */
  readonly ifNotConverged: 'refuse' | 'keep';
}

/**
 * How the distance between the weights before and after is measured. Deville and Särndal (1992), JASA 87, 376-382.
 * `linear` (GREG) has a closed form and may give negative weights; `bounded-linear` is cut at its bounds; `raking`
 * (exponential) keeps weights positive; `logit` keeps them strictly within its bounds; `sinh` lets them grow slowly in
 * both directions. R: `calfun` and `bounds`.
 */
export type CalibrationMethod =
  | { readonly distance: 'linear' }
  | {
      readonly distance: 'bounded-linear' | 'logit' | 'sinh';
      readonly bounds: CalibrationBounds;
      readonly iteration: IterationControl;
    }
  | { readonly distance: 'raking'; readonly bounds: CalibrationBounds | null; readonly iteration: IterationControl };

export type IterativeDistance = Exclude<CalibrationMethod['distance'], 'linear'>;

/** The ratio of weights, and its derivative, at the linear predictor u. R: `1 + calfun$Fm1`, `calfun$dF`. */
export interface Distance {
  readonly ratio: (u: number, lower: number, upper: number) => number;
  readonly slope: (u: number, lower: number, upper: number) => number;
}

const clip = (value: number, lower: number, upper: number) => Math.min(Math.max(value, lower), upper);

/** Within the bounds as R tests it, on u itself for every distance. */
const isFree = (u: number, lower: number, upper: number) => u < upper - 1 && u > lower - 1;

const boundedLinear: Distance = {
  ratio: (u, lower, upper) => clip(1 + u, lower, upper),
  slope: (u, lower, upper) => (isFree(u, lower, upper) ? 1 : 0),
};

const exponential: Distance = {
  ratio: (u, lower, upper) => clip(Math.exp(u), lower, upper),
  slope: (u, lower, upper) => (isFree(u, lower, upper) ? Math.exp(u) : 0),
};

const logit: Distance = {
  ratio: (u, lower, upper) => {
    const grown = Math.exp(steepness(lower, upper) * u);
    return (lower * (upper - 1) + upper * (1 - lower) * grown) / (upper - 1 + (1 - lower) * grown);
  },
  slope: (u, lower, upper) => {
    const steep = steepness(lower, upper);
    const grown = Math.exp(steep * u);
    const below = upper - 1 + (1 - lower) * grown;
    return (
      (upper * (1 - lower) * grown * steep) / below -
      ((lower * (upper - 1) + upper * (1 - lower) * grown) * ((1 - lower) * grown * steep)) / below ** 2
    );
  },
};

/** Measured by the integral of sinh(g - 1/g). R: `cal.sinh`. */
const sinh: Distance = {
  ratio: (u, lower, upper) => {
    const p = Math.asinh(2 * u);
    return clip((p + Math.sqrt(p * p + 4)) / 2, lower, upper);
  },
  slope: (u, lower, upper) => {
    const p = Math.asinh(2 * u);
    return isFree(u, lower, upper) ? (1 + p / Math.sqrt(p * p + 4)) / Math.sqrt(1 + 4 * u * u) : 0;
  },
};

function steepness(lower: number, upper: number): number {
  return (upper - lower) / ((upper - 1) * (1 - lower));
}

export function distanceOf(distance: IterativeDistance): Distance {
  return { 'bounded-linear': boundedLinear, logit, raking: exponential, sinh }[distance];
}
