import { blockRows } from './normal-equations.ts';

/** Adds X'Wz of one block. */
export function addRightSide(
  block: Float64Array,
  weights: Float64Array,
  working: Float64Array,
  length: number,
  right: Float64Array,
): void {
  for (let a = 0; a < right.length; a += 1) {
    const offset = a * blockRows;
    let sum = 0;
    for (let r = 0; r < length; r += 1) sum += weights[r]! * working[r]! * block[offset + r]!;
    right[a]! += sum;
  }
}

const weightedBlock = new Float64Array(2 * blockRows);
const noResidual = new Float64Array(blockRows);

/** Adds X'WX of one block (lower triangle, row by row). */
export function addCrossProducts(
  block: Float64Array,
  weights: Float64Array,
  length: number,
  products: Float64Array,
  size: number,
): void {
  const right = new Float64Array(size);
  addEquations(block, weights, noResidual, length, { products, right, hasIntercept: false });
}

/** The sums that a step solves. With `hasIntercept` the first column is 1 in every row and its products are sums. */
export interface Equations {
  readonly products: Float64Array;
  readonly right: Float64Array;
  readonly hasIntercept: boolean;
}

/** Adds X'WX (lower triangle, row by row) and X'Wz of one block, two rows by two columns at a time. */
export function addEquations(
  block: Float64Array,
  weights: Float64Array,
  working: Float64Array,
  length: number,
  { products, right, hasIntercept }: Equations,
): void {
  const weighted = weightedBlock;
  const size = right.length;
  const start = hasIntercept ? 1 : 0;
  if (hasIntercept) addIntercept(weights, working, length, products, right);
  for (let a = start; a < size; a += 2) {
    const top = a * blockRows;
    const hasSecond = a + 1 < size;
    const below = hasSecond ? top + blockRows : top;
    let sumTop = 0;
    let sumBelow = 0;
    let rightTop = 0;
    let rightBelow = 0;
    for (let r = 0; r < length; r += 1) {
      const weight = weights[r]!;
      const z = working[r]!;
      const first = weight * block[top + r]!;
      const second = weight * block[below + r]!;
      weighted[r] = first;
      weighted[blockRows + r] = second;
      sumTop += first;
      sumBelow += second;
      rightTop += first * z;
      rightBelow += second * z;
    }
    right[a]! += rightTop;
    if (hasSecond) right[a + 1]! += rightBelow;
    if (hasIntercept) {
      products[a * size]! += sumTop;
      if (hasSecond) products[(a + 1) * size]! += sumBelow;
    }
    for (let b = start; b <= a; b += 2) {
      const left = b * blockRows;
      const beside = b + 1 < size ? left + blockRows : left;
      let topLeft = 0;
      let topRight = 0;
      let belowLeft = 0;
      let belowRight = 0;
      for (let r = 0; r < length; r += 1) {
        const first = weighted[r]!;
        const second = weighted[blockRows + r]!;
        const x = block[left + r]!;
        const z = block[beside + r]!;
        topLeft += first * x;
        topRight += first * z;
        belowLeft += second * x;
        belowRight += second * z;
      }
      products[a * size + b]! += topLeft;
      if (b < a) products[a * size + b + 1]! += topRight;
      if (!hasSecond) continue;
      products[(a + 1) * size + b]! += belowLeft;
      products[(a + 1) * size + b + 1]! += belowRight;
    }
  }
}

function addIntercept(
  weights: Float64Array,
  working: Float64Array,
  length: number,
  products: Float64Array,
  right: Float64Array,
): void {
  let sum = 0;
  let product = 0;
  for (let r = 0; r < length; r += 1) {
    sum += weights[r]!;
    product += weights[r]! * working[r]!;
  }
  products[0]! += sum;
  right[0]! += product;
}
