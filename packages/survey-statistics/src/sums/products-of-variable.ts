import { accepted, type Result, refused } from '../result.ts';
import type { CellSums, VariableSums } from './cell-sums.ts';
import { CompensatedColumns } from './compensated-columns.ts';
import type { ProductSums } from './product-sums.ts';
import { checkVariables, type SumsRefusal } from './sums-refusal.ts';

/**
 * The sums of one variable of cell sums as sums of products of that variable alone: what tests of its means take. Of the sums of
 * w^2 those of degree three and four are not there (NaN): variances of the variable need `ProductSums` of their own in the row
 * form. Refuses a variable that is not there.
 */
export function productsOfVariable(sums: CellSums, variable: number): Result<ProductSums, SumsRefusal> {
  const reasons = checkVariables({ labels: sums.variables }, [variable]);
  return reasons.length > 0 ? refused(...reasons) : accepted(productsOf(sums, sums.variables[variable]!));
}

function productsOf(sums: CellSums, source: VariableSums): ProductSums {
  const { label, origin, n, w, w2, wy, wyy, w2y, w2yy } = source;
  const interleave = (...columns: readonly (Float64Array | null)[]) =>
    Float64Array.from(
      { length: n.length * columns.length },
      (_, at) => columns[at % columns.length]?.[Math.floor(at / columns.length)] ?? Number.NaN,
    );
  return {
    form: sums.form,
    domains: sums.domains,
    domain: sums.domain,
    stratum: sums.stratum,
    psu: sums.psu,
    labels: [label],
    origins: Float64Array.of(origin),
    rowsWithWeight: sums.rowsWithWeight,
    // In the PSU form counts may stand in other cells of their domain: only sums of weights tell whether a cell has rows.
    rows: sums.form === 'row' ? n : w.map((weight) => (weight > 0 ? 1 : 0)),
    n,
    w2,
    products: interleave(w, wy, wyy),
    squares: sums.form === 'row' ? interleave(w2, w2y, w2yy, w2yy, null, null) : null,
    spread: null,
  };
}

/** The sums of the weights alone, as sums of products of no variable: what tests of counts take. */
export function productsOfWeights(sums: CellSums, variable: number): Result<ProductSums, SumsRefusal> {
  const whole = productsOfVariable(sums, variable);
  if (!whole.ok) return whole;
  const { w, w2 } = sums.variables[variable]!;
  const squares = whole.value.squares === null ? null : w2;
  return accepted({ ...whole.value, labels: [], origins: new Float64Array(0), products: w, squares });
}

/** Sums of weights and cases by domain. */
export function countsByDomain(sums: ProductSums): { readonly weights: Float64Array; readonly n: number } {
  const weights = new CompensatedColumns(sums.domains, 1);
  const width = sums.products.length / Math.max(1, sums.domain.length);
  let n = 0;
  sums.domain.forEach((domain, cell) => {
    weights.add(domain, 0, sums.products[cell * width]!);
    n += sums.n[cell]!;
  });
  return { weights: weights.totals(), n };
}
