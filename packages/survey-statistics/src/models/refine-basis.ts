import { addCrossProducts } from './block-equations.ts';
import type { AliasedFactor } from './normal-equations.ts';
import { blockRows, eachBlock, factorProducts, type StandardColumns, solveProducts } from './normal-equations.ts';

/** A column whose part of its own, as a share of its sum of squares, is below this has lost digits in the products. */
const suspicious = 1e-6;
/** What counts as no part of its own: R's `glm.fit`, as a share of the length of the column. */
const negligible = 1e-11;

/** The columns of which products of columns keep too few digits; null where there are none. */
export function suspiciousColumns({ factor, aliased }: AliasedFactor): Uint8Array | null {
  const size = aliased.length;
  const marks = aliased.slice();
  for (let j = 0; j < size; j += 1) {
    if (aliased[j] === 1) continue;
    let whole = 0;
    for (let k = 0; k <= j; k += 1) whole += factor[j * size + k]! ** 2;
    if (factor[j * size + j]! ** 2 < suspicious * whole) marks[j] = 1;
  }
  return marks.includes(1) ? marks : null;
}

/**
 * The same columns, the marked ones replaced by what is left of them after the others before them, row by row and of unit
 * length: nearly collinear columns keep their digits, and collinear ones are told from them. A column without a part of its
 * own becomes 0.
 */
export function refineBasis(standard: StandardColumns, marks: Uint8Array): StandardColumns {
  const { frame, size, centre, scale } = standard;
  const { weights } = frame;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const products = new Float64Array(size * size);
  eachBlock(standard, (block, from, length) => {
    addCrossProducts(block, weights.subarray(from, from + length), length, products, size);
  });
  const basis = factorProducts(products, size, 0, marks);
  if (basis === null) return standard;
  const mix = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    mix[j * size + j] = 1;
    if (marks[j] === 0) continue;
    const right = Float64Array.from({ length: size }, (_, k) =>
      k < j && marks[k] === 0 ? products[j * size + k]! : 0,
    );
    const before = marks.map((mark, k) => (mark === 1 || k >= j ? 1 : 0));
    const leading = factorProducts(products, size, 0, before) ?? basis;
    solveProducts(leading, right).forEach((value, k) => {
      if (k < j && marks[k] === 0) mix[j * size + k] = -value;
    });
  }
  const squares = new Float64Array(size);
  eachBlock({ ...standard, mix }, (block, from, length) => {
    for (let j = 0; j < size; j += 1) {
      if (marks[j] === 0) continue;
      let sum = 0;
      for (let r = 0; r < length; r += 1) sum += weights[from + r]! * block[j * blockRows + r]! ** 2;
      squares[j]! += sum;
    }
  });
  for (let j = 0; j < size; j += 1) {
    if (marks[j] === 0) continue;
    const length = Math.sqrt(squares[j]! / total);
    const whole = Math.sqrt(1 + (Number.isFinite(scale[j]!) ? (centre[j]! / scale[j]!) ** 2 : 0));
    const factor = length > negligible * whole ? 1 / length : 0;
    for (let k = 0; k <= j; k += 1) mix[j * size + k]! *= factor;
  }
  return { ...standard, mix };
}
