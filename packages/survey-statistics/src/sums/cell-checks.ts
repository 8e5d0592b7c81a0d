import { type CellSums, findPair, type PairSums, type VariableSums } from './cell-sums.ts';
import type { LinearizedSums, SumsEstimand } from './linearize-sums.ts';
import type { SumsDesign } from './sums-design.ts';
import { checkDomains, checkForms, checkVariables, notANumber, type SumsRefusal } from './sums-refusal.ts';

/** What keeps cell sums from giving estimates: another form, variables, pairs or domains that are not there, sums that are no numbers. */
export function checkCells(
  design: SumsDesign,
  sums: CellSums,
  estimands: readonly SumsEstimand[],
): readonly SumsRefusal[] {
  if (estimands.length === 0) return [{ code: 'no-estimates', message: 'There is nothing to estimate.' }];
  const variables = new Set<number>();
  const ratios = new Map<string, SumsEstimand>();
  for (const estimand of estimands) {
    variables.add(estimand.variable);
    if (estimand.statistic !== 'ratio') continue;
    variables.add(estimand.denominator ?? Number.NaN);
    ratios.set(`${estimand.variable}/${estimand.denominator}`, estimand);
  }
  const domains = new Set(estimands.flatMap((estimand) => estimand.domains ?? []));
  const reasons = [
    ...checkForms(design, sums.form),
    ...checkVariables({ labels: sums.variables }, [...variables]),
    ...checkDomains(sums, [...domains]),
    ...checkCodes(design, sums),
  ];
  if (reasons.length > 0) return reasons;
  for (const place of variables) reasons.push(...checkNumbers(sums, sums.variables[place]!));
  for (const { variable, denominator } of ratios.values()) {
    const pair = findPair(sums, variable, denominator!);
    if (pair === null) reasons.push(pairMissing(sums, variable, denominator!));
    else reasons.push(...checkPairNumbers(sums, pair));
  }
  return reasons;
}

/** Every cell lies in a domain of the sums and in a stratum, and its unit among those, of the design. */
export function checkCodes(
  { facts }: SumsDesign,
  sums: Pick<CellSums, 'domains' | 'domain' | 'stratum' | 'psu'>,
): readonly SumsRefusal[] {
  const units = facts.form === 'psu' ? facts.psuStratum.length : 0;
  const outside = (codes: Int32Array, count: number) => codes.findIndex((code) => !(code >= 0 && code < count));
  const lists = [
    { argument: 'domain', codes: sums.domain, count: sums.domains },
    { argument: 'stratum', codes: sums.stratum, count: facts.strata.length },
    ...(sums.psu === null ? [] : [{ argument: 'psu', codes: sums.psu, count: units }]),
  ] as const;
  return lists.flatMap(({ argument, codes, count }): SumsRefusal[] => {
    if (codes.length !== sums.domain.length) return [lengthDiffers(argument, codes.length, sums.domain.length)];
    const row = outside(codes, count);
    if (row < 0) return [];
    const message = `Cell ${row} has the code ${codes[row]} of ${argument}: there are ${count}, counted from 0.`;
    return [{ code: 'unknown-code', argument, row, value: codes[row]!, message }];
  });
}

function checkNumbers(sums: CellSums, variable: VariableSums): readonly SumsRefusal[] {
  const { label, origin, n, w, w2, wy, wyy, w2y, w2yy } = variable;
  if (sums.form === 'row' && (w2y === null || w2yy === null)) return [squaresMissing(label)];
  const columns = sums.form === 'row' ? { n, w, w2, wy, wyy, w2y: w2y!, w2yy: w2yy! } : { n, w, w2, wy, wyy };
  const reasons = checkColumns(label, columns, sums.domain.length);
  if (Number.isFinite(origin)) return reasons;
  const message = `The origin of "${label}" is ${origin}: it is a number near the middle of the values.`;
  return [...reasons, { code: 'origin-not-a-number', argument: label, value: origin, message }];
}

function checkPairNumbers(sums: CellSums, pair: PairSums): readonly SumsRefusal[] {
  const label = `${sums.variables[pair.a]!.label} / ${sums.variables[pair.b]!.label}`;
  const { n, w, w2, wa, wb, waa, wab, wbb, w2a, w2b, w2aa, w2ab, w2bb } = pair;
  const squares = [w2a, w2b, w2aa, w2ab, w2bb];
  if (sums.form === 'row' && squares.includes(null)) return [squaresMissing(label)];
  const further = sums.form === 'row' ? { w2a: w2a!, w2b: w2b!, w2aa: w2aa!, w2ab: w2ab!, w2bb: w2bb! } : {};
  return checkColumns(label, { n, w, w2, wa, wb, waa, wab, wbb, ...further }, sums.domain.length);
}

export function checkColumns(
  label: string,
  columns: Readonly<Record<string, Float64Array>>,
  cells: number,
): readonly SumsRefusal[] {
  return Object.entries(columns).flatMap(([name, column]): SumsRefusal[] => {
    const argument = `${label}.${name}`;
    if (column.length !== cells) return [lengthDiffers(argument, column.length, cells)];
    const row = column.findIndex((value) => !Number.isFinite(value));
    return row < 0 ? [] : [notANumber(argument, row, column[row]!)];
  });
}

/** In the row form two variables that share a domain need the sums of their pair. */
export function checkPairs(sums: CellSums, known: readonly LinearizedSums[]): readonly SumsRefusal[] {
  const missing = new Map<string, SumsRefusal>();
  known.forEach((a, at) => {
    const cells = new Set(a.cells);
    for (const b of known.slice(at + 1)) {
      if (a.source === b.source || !b.cells.some((cell) => cells.has(cell))) continue;
      if ('wab' in a.source || 'wab' in b.source) {
        const message =
          'In the row form a ratio has a covariance with others of the same pair only: take `ProductSums`.';
        missing.set('ratio', { code: 'joint-rows-unknown', message });
        continue;
      }
      const [first, second] = [sums.variables.indexOf(a.source), sums.variables.indexOf(b.source)];
      const pair = findPair(sums, first, second);
      const key = `${Math.min(first, second)}/${Math.max(first, second)}`;
      if (pair === null) missing.set(key, pairMissing(sums, first, second));
      else for (const reason of checkPairNumbers(sums, pair)) missing.set(key, reason);
    }
  });
  return [...missing.values()];
}

function pairMissing(sums: CellSums, variable: number, other: number): SumsRefusal {
  const [a, b] = [variable, other].map((place) => sums.variables[place]!.label);
  return { code: 'pair-missing', variable, other, message: `There are no pair sums of "${a}" and "${b}".` };
}

function squaresMissing(argument: string): SumsRefusal {
  return { code: 'squares-missing', argument, message: `The row form needs the sums of w^2 of "${argument}".` };
}

function lengthDiffers(argument: string, length: number, rows: number): SumsRefusal {
  return {
    code: 'length-differs',
    argument,
    length,
    rows,
    message: `"${argument}" has ${length} entries for ${rows}.`,
  };
}
