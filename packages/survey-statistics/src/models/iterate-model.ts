import type { Result } from '../result.ts';
import { accepted, refused } from '../result.ts';
import { type BlockMoments, type FamilyFunctions, familyFunctions } from './model-family.ts';
import type { ModelRefusal } from './model-refusal.ts';
import type { ModelFamily } from './model-terms.ts';
import {
  type AliasedFactor,
  addCrossProducts,
  addPredictor,
  addRightSide,
  blockRows,
  eachBlock,
  factorProducts,
  type StandardColumns,
  solveProducts,
} from './normal-equations.ts';

/** Where iteratively reweighted least squares ended, on standardized columns. */
export interface FittedCoefficients {
  readonly beta: Float64Array;
  /** The coefficients whose working weights made `information`: those before the last step (R: `glm.fit`). */
  readonly previous: Float64Array | null;
  readonly information: AliasedFactor;
  readonly deviance: number;
  readonly iterations: number;
  /** Whether the deviance settled within the iterations. */
  readonly converged: boolean;
  /** What the last pass over the rows learned besides; null where it made the products of a further step. */
  readonly closing: ClosingSums | null;
}

/** Sums over the rows at the final coefficients. */
export interface ClosingSums {
  /** Weighted sums of the Pearson residuals (y - mu) / sqrt(variance) and of their squares. */
  readonly pearson: number;
  readonly pearsonSquares: number;
  /** The largest movement of the linear predictor by the last step, over rows of positive weight. */
  readonly largestMove: number;
}

const aliasTolerance = 1e-11;
const convergence = 1e-8;
/** A change after which the next one ends the iterations as a rule: the products that a further one needs are not made ahead. */
const nearlyConverged = 1e-4;
const mostIterations = 25;

export interface IterationStart {
  /** Coefficients to start from; null to start from the responses. */
  readonly beta: Float64Array | null;
  /** Columns that are known to be aliased; where a further one is under these weights there is no fit. */
  readonly aliased: Uint8Array | null;
}

/**
 * Iteratively reweighted least squares with the start, the steps and the stopping rule of R's `glm.fit`, so that even what
 * is left after the last step agrees. A linear model takes one step and one more that takes up its rounding.
 */
export function iterateModel(
  standard: StandardColumns,
  family: ModelFamily,
  weights: Float64Array,
  start: IterationStart,
): Result<FittedCoefficients, ModelRefusal> {
  const functions = familyFunctions(family);
  const predictor = start.beta === null ? functions.start(standard.frame.response, weights) : null;
  let pass = equationsAt(standard, functions, weights, { beta: start.beta, predictor, parts: 'products' });
  let before = pass.deviance;
  let change = 1;
  let beta = start.beta;
  let information: AliasedFactor | null = null;
  let aliased = start.aliased;
  for (let iteration = 1; iteration <= mostIterations; iteration += 1) {
    if (family !== 'gaussian' || information === null) {
      information = factorProducts(pass.products, standard.size, iteration === 1 ? aliasTolerance : 0, aliased);
      if (information === null) return notConverged(iteration);
      aliased = information.aliased;
    }
    const step = solveProducts(information, pass.right);
    const previous: Float64Array | null = beta;
    const next = previous === null ? step : step.map((value, j) => value + previous[j]!);
    const isLast = family === 'gaussian' ? iteration === 2 : change < nearlyConverged;
    const least = isLast ? 'deviance' : family === 'gaussian' ? 'right' : 'products';
    pass = equationsAt(standard, functions, weights, { beta: next, predictor: null, parts: least, step });
    const { deviance, closing } = pass;
    if (!Number.isFinite(deviance)) return notConverged(iteration);
    change = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1);
    const converged = family === 'gaussian' ? iteration === 2 : change < convergence;
    beta = next;
    if (converged || iteration === mostIterations)
      return accepted({ beta, previous, information, deviance, iterations: iteration, converged, closing });
    before = deviance;
    if (least === 'deviance')
      pass = equationsAt(standard, functions, weights, { beta: next, predictor: null, parts: 'products' });
  }
  throw new Error('unreachable');
}

/** One more step of Newton's method from coefficients that have already been reached. */
export function furtherStep(
  standard: StandardColumns,
  family: ModelFamily,
  weights: Float64Array,
  beta: Float64Array,
  aliased: Uint8Array,
): Float64Array | null {
  const { products, right } = equationsAt(standard, familyFunctions(family), weights, {
    beta,
    predictor: null,
    parts: 'products',
  });
  const information = factorProducts(products, standard.size, 0, aliased);
  return information === null ? null : solveProducts(information, right);
}

function notConverged(iterations: number): Result<never, ModelRefusal> {
  const message = `The model did not converge: stopped after ${iterations} iterations.`;
  return refused({ code: 'not-converged', iterations, message });
}

interface Evaluation {
  readonly beta: Float64Array | null;
  /** In place of coefficients, where there are none yet. */
  readonly predictor: Float64Array | null;
  readonly parts: 'products' | 'right' | 'deviance';
  /** The step that led here; with `deviance` its movement is measured. */
  readonly step?: Float64Array;
}

/** X'WX and X'W(residual) at coefficients, or X'Wz at a given predictor, with the deviance there. */
function equationsAt(
  standard: StandardColumns,
  functions: FamilyFunctions,
  weights: Float64Array,
  { beta, predictor, parts, step }: Evaluation,
) {
  const { frame, size } = standard;
  const { response } = frame;
  const products = new Float64Array(size * size);
  const right = new Float64Array(size);
  const work = createWork();
  let deviance = 0;
  let pearson = 0;
  let pearsonSquares = 0;
  let largestMove = 0;
  eachBlock(standard, (block, from, length) => {
    const { eta, moments, weight, working } = work;
    if (predictor !== null) for (let r = 0; r < length; r += 1) eta[r] = predictor[from + r]!;
    else addPredictor(block, beta!, length, eta);
    functions.moments(eta, moments, length);
    deviance += functions.deviance(response, weights, moments.mean, from, length);
    const { mean, slope, variance } = moments;
    if (parts === 'deviance') {
      if (step !== undefined) addPredictor(block, step, length, working);
      for (let r = 0; r < length; r += 1) {
        const prior = weights[from + r]!;
        if (prior === 0) continue;
        const residual = (response[from + r]! - mean[r]!) / Math.sqrt(variance[r]!);
        pearson += prior * residual;
        pearsonSquares += prior * residual * residual;
        const move = Math.abs(working[r]!);
        if (move > largestMove) largestMove = move;
      }
      return;
    }
    for (let r = 0; r < length; r += 1) {
      const prior = weights[from + r]!;
      const gradient = slope[r]!;
      weight[r] = (prior * gradient * gradient) / variance[r]!;
      working[r] = (response[from + r]! - mean[r]!) / gradient + (predictor === null ? 0 : eta[r]!);
    }
    addRightSide(block, weight, working, length, right);
    if (parts === 'products') addCrossProducts(block, weight, length, products, size);
  });
  const closing = parts === 'deviance' ? { pearson, pearsonSquares, largestMove } : null;
  return { products, right, deviance, closing };
}

export function createWork() {
  const column = () => new Float64Array(blockRows);
  const moments: BlockMoments = { mean: column(), slope: column(), variance: column() };
  return { eta: column(), moments, weight: column(), working: column() };
}
