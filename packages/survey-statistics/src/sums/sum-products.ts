import { type Factor, toFloat64 } from '../columns.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { CompensatedColumns } from './compensated-columns.ts';
import type { OriginColumn } from './origin-column.ts';
import { type ProductSums, productCount, squareCount } from './product-sums.ts';
import { factsOf } from './sum-columns.ts';
import type { SumsDesignFacts } from './sums-design.ts';
import { checkSummands, type SumsRefusal, unsummable } from './sums-refusal.ts';

/**
 * Sums of products from columns: what the GROUP BY of `ProductSums` computes, for callers without an SQL engine and as its
 * specification. Sums are compensated. `breakdown` null puts everybody in domain 0. `effects` adds what the design effects of
 * variances need, at the price of the fourth-order sums. Refuses designs of several stages with corrections, unequal
 * probabilities or calibrated weights, columns of another length, infinite values and origins that are no numbers.
 */
export function sumProducts(
  design: SurveyDesign,
  breakdown: Factor | null,
  variables: readonly OriginColumn[],
  effects: 'with-design-effects' | 'without',
): Result<{ readonly facts: SumsDesignFacts; readonly sums: ProductSums }, SumsRefusal> {
  const columns = variables.map(({ values }) => toFloat64(values));
  const reasons = [...unsummable(design), ...checkSummands(design.rows, breakdown, variables, columns)];
  if (reasons.length > 0) return refused(...reasons);
  const facts = factsOf(design, design.stages[0].unitStratum.length === design.rows);
  const { cellOf, domain, stratum, psu } = findCells(design, breakdown, facts.form);
  const cells = domain.length;
  const domains = breakdown?.levels.length ?? 1;
  const size = variables.length;
  const count = productCount(size);
  const isRowForm = facts.form === 'row';
  const plain = new CompensatedColumns(cells, 1);
  const products = new CompensatedColumns(cells, count);
  const squares = isRowForm ? new CompensatedColumns(cells, squareCount(size)) : null;
  const spread = effects === 'without' ? null : new CompensatedColumns(domains, squareCount(size));
  const [rowsWithWeight, rows, n] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  const origins = Float64Array.from(variables, ({ origin }) => origin);
  const y = new Float64Array(size);
  const m = new Float64Array(count);
  for (let row = 0; row < design.rows; row += 1) {
    const cell = cellOf[row]!;
    if (cell < 0) continue;
    const w = design.weights[row]!;
    if (w !== 0) rowsWithWeight[cell]! += 1;
    let isComplete = true;
    for (let i = 0; i < size; i += 1) {
      y[i] = columns[i]![row]! - origins[i]!;
      if (Number.isNaN(y[i])) isComplete = false;
    }
    if (!isComplete) continue;
    rows[cell]! += 1;
    if (w !== 0) n[cell]! += 1;
    fillProducts(y, m);
    plain.add(cell, 0, w * w);
    products.addAll(cell, m, w);
    squares?.addPairs(cell, m, w * w);
    spread?.addPairs(domain[cell]!, m, w);
  }
  const sums: ProductSums = {
    form: facts.form,
    domains,
    domain,
    stratum,
    psu,
    labels: variables.map(({ label }) => label),
    origins,
    rowsWithWeight,
    rows,
    n,
    w2: plain.totals(),
    products: products.totals(),
    squares: squares?.totals() ?? null,
    spread: spread?.totals() ?? null,
  };
  return accepted({ facts, sums });
}

/** 1, each y, and each product of two. */
function fillProducts(y: Float64Array, m: Float64Array): void {
  const size = y.length;
  m[0] = 1;
  let place = 1;
  for (let i = 0; i < size; i += 1) m[place++] = y[i]!;
  for (let i = 0; i < size; i += 1) for (let j = i; j < size; j += 1) m[place++] = y[i]! * y[j]!;
}

function findCells(design: SurveyDesign, breakdown: Factor | null, form: 'psu' | 'row') {
  const [stage] = design.stages;
  const units = form === 'row' ? stage.sampled.length : stage.unitStratum.length;
  const cellOf = new Int32Array(design.rows).fill(-1);
  const known = new Map<number, number>();
  const keys: number[] = [];
  for (let row = 0; row < design.rows; row += 1) {
    const domain = breakdown === null ? 0 : breakdown.codes[row]!;
    if (domain < 0 || (design.inside !== null && design.inside[row] !== 1)) continue;
    const unit = design.psu[row]!;
    const key = domain * units + (form === 'row' ? stage.unitStratum[unit]! : unit);
    let cell = known.get(key);
    if (cell === undefined) {
      cell = keys.length;
      known.set(key, cell);
      keys.push(key);
    }
    cellOf[row] = cell;
  }
  return {
    cellOf,
    domain: Int32Array.from(keys, (key) => Math.floor(key / units)),
    stratum: Int32Array.from(keys, (key) => (form === 'row' ? key % units : stage.unitStratum[key % units]!)),
    psu: form === 'row' ? null : Int32Array.from(keys, (key) => key % units),
  };
}
