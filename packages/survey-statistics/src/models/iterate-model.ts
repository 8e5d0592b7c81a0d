import type { Result } from '../result.ts';
import { accepted, refused } from '../result.ts';
import { addEquations, addRightSide } from './block-equations.ts';
import { type BlockMoments, type FamilyFunctions, familyFunctions } from './model-family.ts';
import type { ModelRefusal } from './model-refusal.ts';
import type { ModelFamily } from './model-terms.ts';
import {
  type AliasedFactor,
  addPredictor,
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
  readonly closing: ClosingSums;
}

/** What the last pass over the rows learned at the final coefficients. */
export interface ClosingSums {
  readonly deviance: number;
  /** Weighted sums of the Pearson residuals (y - mu) / sqrt(variance) and of their squares. */
  readonly pearson: number;
  readonly pearsonSquares: number;
  /** The largest movement of the linear predictor by the last step, over rows of positive weight. */
  readonly largestMove: number;
  /** The working residual of each row times its working weight (at `previous`): its score is this times its columns. */
  readonly scores: Float64Array;
}

const aliasTolerance = 1e-11;
const convergence = 1e-8;
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
  const working = new Float64Array(weights.length);
  const equationsOf = (beta: Float64Array | null, parts: 'products' | 'right') =>
    equationsAt(standard, functions, weights, { beta, predictor: beta === null ? predictor : null, parts, working });
  let equations = equationsOf(start.beta, 'products');
  let before = equations.deviance;
  let beta = start.beta;
  let information: AliasedFactor | null = null;
  let aliased = start.aliased;
  for (let iteration = 1; iteration <= mostIterations; iteration += 1) {
    if (family !== 'gaussian' || information === null) {
      information = factorProducts(equations.products, standard.size, iteration === 1 ? aliasTolerance : 0, aliased);
      if (information === null) return notConverged(iteration);
      aliased = information.aliased;
    }
    const step = solveProducts(information, equations.right);
    const previous: Float64Array | null = beta;
    const next = previous === null ? step : step.map((value, j) => value + previous[j]!);
    const close = () => closeAt(standard, functions, weights, { beta: next, step, working });
    // what a step gains of the deviance is, near the maximum, its product with the gradient
    const gain = previous === null ? 1 : dotProduct(step, equations.right) / (Math.abs(before) + 0.1);
    const isLast = family === 'gaussian' ? iteration === 2 : gain < convergence;
    let closing = isLast ? close() : null;
    if (closing === null) equations = equationsOf(next, family === 'gaussian' ? 'right' : 'products');
    const { deviance } = closing ?? equations;
    if (!Number.isFinite(deviance)) return notConverged(iteration);
    const change = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1);
    const converged = family === 'gaussian' ? iteration === 2 : change < convergence;
    if (converged || iteration === mostIterations) {
      if (closing === null) {
        equationsOf(previous, 'right');
        closing = close();
      }
      return accepted({ beta: next, previous, information, deviance, iterations: iteration, converged, closing });
    }
    beta = next;
    before = deviance;
    if (closing !== null) equations = equationsOf(next, 'products');
  }
  throw new Error('unreachable');
}

function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
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
    working: new Float64Array(weights.length),
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
  readonly parts: 'products' | 'right';
  /** Takes the working weight of each row. */
  readonly working: Float64Array;
}

/** X'WX and X'W(residual) at coefficients, or X'Wz at a given predictor, with the deviance there. */
function equationsAt(
  standard: StandardColumns,
  functions: FamilyFunctions,
  weights: Float64Array,
  { beta, predictor, parts, working }: Evaluation,
) {
  const { frame, size } = standard;
  const { response } = frame;
  const products = new Float64Array(size * size);
  const right = new Float64Array(size);
  const equations = { products, right, hasIntercept: frame.columns[0]?.term === -1 };
  const { eta, moments, weight, residual } = createWork();
  let deviance = 0;
  eachBlock(standard, (block, from, length) => {
    if (predictor !== null) for (let r = 0; r < length; r += 1) eta[r] = predictor[from + r]!;
    else addPredictor(block, beta!, length, eta);
    functions.moments(eta, moments, length);
    deviance += functions.deviance(response, weights, moments.mean, from, length);
    const { mean, slope, variance } = moments;
    for (let r = 0; r < length; r += 1) {
      const gradient = slope[r]!;
      const own = (weights[from + r]! * gradient * gradient) / variance[r]!;
      weight[r] = own;
      working[from + r] = own;
      residual[r] = (response[from + r]! - mean[r]!) / gradient + (predictor === null ? 0 : eta[r]!);
    }
    if (parts === 'products') addEquations(block, weight, residual, length, equations);
    else addRightSide(block, weight, residual, length, right);
  });
  return { products, right, deviance };
}

interface Closing {
  readonly beta: Float64Array;
  /** The step that led here. */
  readonly step: Float64Array;
  /** The working weights before it; becomes the scores. */
  readonly working: Float64Array;
}

function closeAt(
  standard: StandardColumns,
  functions: FamilyFunctions,
  weights: Float64Array,
  { beta, step, working }: Closing,
): ClosingSums {
  const { response } = standard.frame;
  const { eta, moments, residual: moved } = createWork();
  const { mean, slope, variance } = moments;
  let deviance = 0;
  let pearson = 0;
  let pearsonSquares = 0;
  let largestMove = 0;
  eachBlock(standard, (block, from, length) => {
    addPredictor(block, beta, length, eta);
    addPredictor(block, step, length, moved);
    functions.moments(eta, moments, length);
    deviance += functions.deviance(response, weights, mean, from, length);
    for (let r = 0; r < length; r += 1) {
      const prior = weights[from + r]!;
      const residual = response[from + r]! - mean[r]!;
      working[from + r] = (working[from + r]! * residual) / slope[r]!;
      if (prior === 0) continue;
      const standardized = residual / Math.sqrt(variance[r]!);
      pearson += prior * standardized;
      pearsonSquares += prior * standardized * standardized;
      const move = Math.abs(moved[r]!);
      if (move > largestMove) largestMove = move;
    }
  });
  return { deviance, pearson, pearsonSquares, largestMove, scores: working };
}

export function createWork() {
  const column = () => new Float64Array(blockRows);
  const moments: BlockMoments = { mean: column(), slope: column(), variance: column() };
  return { eta: column(), moments, weight: column(), residual: column() };
}
