import { productPlace } from '../sums/product-sums.ts';
import { constantShare, shiftOf, type WholeProducts } from '../sums/whole-products.ts';
import { type AliasedFactor, factorProducts, solveProducts } from './normal-equations.ts';

/** Least squares on sums of products: columns less `centre` and over `scale`, each by its place among the columns. */
export interface ProductsSolution {
  readonly variables: readonly number[];
  /** What is taken off the centred values: their mean with an intercept, minus the origin without. */
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  readonly responseCentre: number;
  readonly beta: Float64Array;
  readonly information: AliasedFactor;
  /** The smallest part of its own of a column that is not aliased, as a share of its sum of squares, and its place. */
  readonly least: { readonly share: number; readonly place: number };
  /** Weighted sums of squares of the residuals and of the response (around its mean with an intercept). */
  readonly residualSquares: number;
  readonly responseSquares: number;
}

/** Below this share of its own a column is aliased: what rounding leaves of columns that explain each other. */
const aliasedShare = 1e-13;

export function solveProductSums(
  whole: WholeProducts,
  response: number,
  variables: readonly number[],
  intercept: boolean,
): ProductsSolution {
  const { sums, products, w } = whole;
  const size = variables.length;
  const centreOf = (variable: number) => (intercept ? shiftOf(whole, variable) : -sums.origins[variable]!);
  const around = (a: number, b: number) => {
    const [ca, cb] = [centreOf(a), centreOf(b)];
    const product = products[productPlace(a, b, sums.labels.length)]!;
    return product - ca * products[1 + b]! - cb * products[1 + a]! + ca * cb * w;
  };
  const squares = variables.map((variable) => {
    const square = around(variable, variable);
    const raw = products[productPlace(variable, variable, sums.labels.length)]!;
    return square > constantShare * raw ? square : 0;
  });
  const scale = Float64Array.from(squares, (square) => (square > 0 ? Math.sqrt(square / w) : 1));
  const cross = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    if (squares[i] === 0) continue;
    right[i] = around(variables[i]!, response) / scale[i]!;
    for (let j = 0; j < size; j += 1)
      if (squares[j]! > 0) cross[i * size + j] = around(variables[i]!, variables[j]!) / (scale[i]! * scale[j]!);
  }
  const information = factorProducts(cross, size, aliasedShare, null)!;
  const beta = solveProducts(information, right);
  const left = right.map((value, i) => value - rowTimes(cross, i, beta));
  solveProducts(information, left).forEach((value, i) => {
    beta[i]! += value;
  });
  const responseSquares = around(response, response);
  let residualSquares = responseSquares;
  for (let i = 0; i < size; i += 1) residualSquares += beta[i]! * (rowTimes(cross, i, beta) - 2 * right[i]!);
  return {
    variables,
    centre: Float64Array.from(variables, centreOf),
    scale,
    responseCentre: centreOf(response),
    beta,
    information,
    least: leastShare(information, cross),
    residualSquares: Math.max(0, residualSquares),
    responseSquares,
  };
}

function rowTimes(matrix: Float64Array, row: number, vector: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j += 1) sum += matrix[row * vector.length + j]! * vector[j]!;
  return sum;
}

function leastShare({ factor, aliased }: AliasedFactor, cross: Float64Array) {
  const size = aliased.length;
  let least = { share: 1, place: -1 };
  for (let j = 0; j < size; j += 1) {
    if (aliased[j] === 1) continue;
    const share = factor[j * size + j]! ** 2 / cross[j * size + j]!;
    if (share < least.share) least = { share, place: j };
  }
  return least;
}
