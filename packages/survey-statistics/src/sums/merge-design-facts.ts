import { CompensatedSum } from '../compensated-sum.ts';
import { accepted, type Result } from '../result.ts';
import type { PsuDesignFacts, RowDesignFacts, SumsDesignFacts } from './sums-design.ts';
import { differ, type SumsRefusal } from './sums-refusal.ts';

/**
 * The design facts of several parts of one dataset as one: rows and weights add up, a PSU seen in several parts counts once.
 * Code tables may have grown from part to part (codes keep their meaning); policies and corrections are those of the last.
 * Refuses no parts, parts of two forms, and a PSU in two strata.
 */
export function mergeDesignFacts(parts: readonly SumsDesignFacts[]): Result<SumsDesignFacts, SumsRefusal> {
  const last = parts.at(-1);
  if (last === undefined) return differ('There are no designs to merge.');
  const longest = parts.reduce((a, b) => (b.strata.length > a.strata.length ? b : a), last);
  if (last.form === 'row') {
    const rows = parts.filter((part): part is RowDesignFacts => part.form === 'row');
    if (rows.length < parts.length) return differ('The designs to merge differ in form.');
    return accepted({
      ...last,
      strata: longest.strata,
      fpc: longest.fpc,
      rows: addPadded(rows.map((part) => part.rows)),
      rowsWithWeight: addPadded(rows.map((part) => part.rowsWithWeight)),
    });
  }
  const psus = parts.filter((part): part is PsuDesignFacts => part.form === 'psu');
  if (psus.length < parts.length) return differ('The designs to merge differ in form.');
  const widest = psus.reduce((a, b) => (b.psuStratum.length > a.psuStratum.length ? b : a));
  for (const [index, part] of psus.entries()) {
    const psu = part.psuStratum.findIndex((stratum, at) => widest.psuStratum[at] !== stratum);
    if (psu >= 0) return differ(`PSU ${psu} lies in two strata in the designs to merge, one of them in part ${index}.`);
  }
  return accepted({
    ...last,
    strata: longest.strata,
    fpc: longest.fpc,
    psuStratum: widest.psuStratum,
    psuWeight: addPadded(psus.map((part) => part.psuWeight)),
  });
}

function addPadded(columns: readonly Float64Array[]): Float64Array {
  const sums = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, () => new CompensatedSum());
  for (const column of columns)
    column.forEach((value, index) => {
      sums[index]!.add(value);
    });
  return Float64Array.from(sums, (sum) => sum.total);
}
