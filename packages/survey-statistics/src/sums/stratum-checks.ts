import { checkCodes, checkColumns } from './cell-checks.ts';
import type { StratumSums } from './stratum-sums.ts';
import type { SumsDesign } from './sums-design.ts';
import { checkForms, checkVariables, type SumsRefusal } from './sums-refusal.ts';

/** What keeps sums by stratum from giving the means of a variable. */
export function checkStrata(design: SumsDesign, sums: StratumSums, variable: number): readonly SumsRefusal[] {
  const reasons = [
    ...checkForms(design, sums.form),
    ...checkVariables({ labels: sums.variables }, [variable]),
    ...checkCodes(design, { ...sums, psu: null }),
  ];
  if (reasons.length > 0) return reasons;
  const { whole, present, total, spread } = sums.variables[variable]!;
  const { label, n, w, w2, wy, wyy } = whole;
  return [
    ...checkColumns(label, { n, w, w2, wy, wyy }, sums.domains),
    ...checkColumns(label, { present, total, spread, units: sums.units }, sums.domain.length),
  ];
}
