import type { ModelFamily } from './model-terms.ts';

const epsilon = 2 ** -52;

export interface BlockMoments {
  readonly mean: Float64Array;
  readonly slope: Float64Array;
  readonly variance: Float64Array;
}

/** The link, its inverse, the variance function and the deviance of a family, on whole columns so that no call is made by row. */
export interface FamilyFunctions {
  /** Linear predictor to start from (R: `mustart`). */
  readonly start: (response: Float64Array, weights: Float64Array) => Float64Array;
  /** Fills `mean`, `slope` (d mean / d eta) and `variance` of a block from its `eta`. */
  readonly moments: (eta: Float64Array, moments: BlockMoments, length: number) => void;
  /** Sum of weighted deviance residuals of a block. */
  readonly deviance: (
    response: Float64Array,
    weights: Float64Array,
    mean: Float64Array,
    from: number,
    length: number,
  ) => number;
}

export function familyFunctions(family: ModelFamily): FamilyFunctions {
  switch (family) {
    case 'gaussian':
      return gaussian;
    case 'binomial':
      return binomial;
    case 'poisson':
      return poisson;
  }
}

const gaussian: FamilyFunctions = {
  start: (response) => response,
  moments: (eta, { mean, slope, variance }, length) => {
    for (let r = 0; r < length; r += 1) {
      mean[r] = eta[r]!;
      slope[r] = 1;
      variance[r] = 1;
    }
  },
  deviance: (response, weights, mean, from, length) => {
    let sum = 0;
    for (let r = 0; r < length; r += 1) sum += weights[from + r]! * (response[from + r]! - mean[r]!) ** 2;
    return sum;
  },
};

const binomial: FamilyFunctions = {
  start: (response, weights) =>
    response.map((y, row) => {
      const w = weights[row]!;
      const mean = w === 0 ? 0.5 : (w * y + 0.5) / (w + 1);
      return Math.log(mean / (1 - mean));
    }),
  moments: (eta, { mean, slope, variance }, length) => {
    for (let r = 0; r < length; r += 1) {
      const e = eta[r]!;
      const odds = e < -30 ? epsilon : e > 30 ? 1 / epsilon : Math.exp(e);
      const whole = 1 + odds;
      mean[r] = odds / whole;
      slope[r] = e < -30 || e > 30 ? epsilon : odds / (whole * whole);
      variance[r] = mean[r]! * (1 - mean[r]!);
    }
  },
  deviance: (response, weights, mean, from, length) => {
    let sum = 0;
    for (let r = 0; r < length; r += 1) {
      const y = response[from + r]!;
      const m = mean[r]!;
      if (y === 1) sum -= weights[from + r]! * Math.log(m);
      else if (y === 0) sum -= weights[from + r]! * Math.log(1 - m);
      else sum += weights[from + r]! * (y * Math.log(y / m) + (1 - y) * Math.log((1 - y) / (1 - m)));
    }
    return 2 * sum;
  },
};

const poisson: FamilyFunctions = {
  start: (response) => response.map((y) => Math.log(y + 0.1)),
  moments: (eta, { mean, slope, variance }, length) => {
    for (let r = 0; r < length; r += 1) {
      const m = Math.max(Math.exp(eta[r]!), epsilon);
      mean[r] = m;
      slope[r] = m;
      variance[r] = m;
    }
  },
  deviance: (response, weights, mean, from, length) => {
    let sum = 0;
    for (let r = 0; r < length; r += 1) {
      const y = response[from + r]!;
      const m = mean[r]!;
      sum += weights[from + r]! * ((y === 0 ? 0 : y * Math.log(y / m)) - (y - m));
    }
    return 2 * sum;
  },
};
