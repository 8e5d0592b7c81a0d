import { covarianceOfCombinations } from '../sums/cell-combination.ts';
import { productCount, productPlace } from '../sums/product-sums.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import type { WholeProducts } from '../sums/whole-products.ts';
import { solveProducts } from './normal-equations.ts';
import type { ProductsSolution } from './products-solution.ts';

export interface CoefficientsFromSums {
  /** The intercept first where there is one; NaN where aliased. */
  readonly values: Float64Array;
  readonly aliased: Uint8Array;
  readonly covariance: Float64Array;
  /** T A^-1 T' with A = X'WX of the weights as they are. */
  readonly inverse: Float64Array;
}

/**
 * Coefficients of the columns themselves and their covariance A^-1 V A^-1: the score of a cell, the sum of w x (y - x b), is a
 * combination of its sums of products, and A^-1 is applied to the combinations before anything is squared.
 */
export function coefficientsFromSums(
  design: SumsDesign,
  whole: WholeProducts,
  solution: ProductsSolution,
  response: number,
  intercept: boolean,
): CoefficientsFromSums {
  const { variables, centre, scale, beta, information, responseCentre } = solution;
  const { sums, w } = whole;
  const first = intercept ? 1 : 0;
  const size = variables.length + first;
  const aliased = new Uint8Array(size);
  aliased.set(information.aliased, first);
  const back = backTransform(solution, sums.origins, intercept);
  const forms = standardForms(solution, sums.labels.length, intercept);
  const residual = new Float64Array(sums.labels.length + 1);
  residual[0] = -responseCentre;
  residual[1 + response]! += 1;
  variables.forEach((variable, j) => {
    residual[0]! += (beta[j]! * centre[j]!) / scale[j]!;
    residual[1 + variable]! -= beta[j]! / scale[j]!;
  });
  const scores = forms.map((form) => multiplyForms(form, residual));
  const solved = back.map((row) => {
    const left = new Float64Array(size);
    left.set(solveProducts(information, row.slice(first)), first);
    if (intercept) left[0] = row[0]! / w;
    return left;
  });
  const influences = solved.map((left) => combine(left, scores));
  const everyone = (own: Float64Array) => Array.from(whole.taken, (flag) => (flag === 1 ? own : null));
  const covariance = covarianceOfCombinations(
    design,
    influences.map((own) => ({ sums, coefficients: everyone(own) })),
  );
  const values = new Float64Array(size);
  const mean = sums.origins[response]! + responseCentre;
  back.forEach((row, f) => {
    values[f] = intercept && f === 0 ? mean : 0;
    for (let j = first; j < size; j += 1) values[f]! += row[j]! * beta[j - first]!;
    if (aliased[f] === 1) values[f] = Number.NaN;
  });
  const inverse = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1) {
      let sum = 0;
      for (let j = 0; j < size; j += 1) sum += back[a]![j]! * solved[b]![j]!;
      const isOut = aliased[a] === 1 || aliased[b] === 1;
      inverse[a * size + b] = isOut ? Number.NaN : sum;
      if (isOut) covariance[a * size + b] = Number.NaN;
    }
  return { values, aliased, covariance, inverse };
}

/** Rows: coefficients of the columns themselves from those of the standardized ones. */
function backTransform(
  { variables, centre, scale, information }: ProductsSolution,
  origins: Float64Array,
  intercept: boolean,
): readonly Float64Array[] {
  const first = intercept ? 1 : 0;
  const size = variables.length + first;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  if (intercept) rows[0]![0] = 1;
  variables.forEach((variable, j) => {
    if (information.aliased[j] === 1) return;
    rows[first + j]![first + j] = 1 / scale[j]!;
    if (intercept) rows[0]![first + j] = -(origins[variable]! + centre[j]!) / scale[j]!;
  });
  return rows;
}

/** Each standardized column as a linear form of 1 and the centred values. */
function standardForms(
  { variables, centre, scale }: ProductsSolution,
  count: number,
  intercept: boolean,
): readonly Float64Array[] {
  const forms = variables.map((variable, j) => {
    const form = new Float64Array(count + 1);
    form[0] = -centre[j]! / scale[j]!;
    form[1 + variable] = 1 / scale[j]!;
    return form;
  });
  if (!intercept) return forms;
  const one = new Float64Array(count + 1);
  one[0] = 1;
  return [one, ...forms];
}

/** The product of two linear forms, in the order of the products. */
function multiplyForms(a: Float64Array, b: Float64Array): Float64Array {
  const count = a.length - 1;
  const product = new Float64Array(productCount(count));
  for (let i = 0; i <= count; i += 1) {
    if (a[i] === 0) continue;
    for (let j = 0; j <= count; j += 1) {
      const place = i === 0 ? j : j === 0 ? i : productPlace(i - 1, j - 1, count);
      product[place]! += a[i]! * b[j]!;
    }
  }
  return product;
}

function combine(left: Float64Array, scores: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(scores[0]!.length);
  scores.forEach((score, j) => {
    if (left[j] === 0) return;
    for (let m = 0; m < sum.length; m += 1) sum[m]! += left[j]! * score[m]!;
  });
  return sum;
}
