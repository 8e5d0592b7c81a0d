import type { Factor } from '../columns.ts';
import { type Result, refused } from '../result.ts';
import type { Auxiliary, AuxiliaryColumn, AuxiliaryMatrix } from './auxiliary.ts';
import { type AuxiliaryBlock, readAuxiliary } from './auxiliary-block.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { type ImpliedColumns, resolveCollinear } from './collinear-columns.ts';
import { agreement, checkAgreement, emptyCategory } from './margin.ts';
import { columnTotals } from './normal-equations.ts';

/**
 * The model matrix of a calibration from its auxiliaries: the size of the population first where it is known, the first
 * category of each factor implied by it (R: `model.matrix` with treatment contrasts). Columns without a value in the sample
 * are left out where their total is zero. Refuses what no weights could reach and names the first collinear column.
 */
export function buildMatrix(
  auxiliaries: readonly Auxiliary[],
  weights: Float64Array,
  policy: { readonly implied?: ImpliedColumns; readonly totalsAgreeWithin?: number },
): Result<AuxiliaryMatrix, CalibrationRefusal> {
  const reasons: CalibrationRefusal[] = [];
  if (auxiliaries.length === 0)
    return refused({ code: 'no-targets', message: 'There is nothing to calibrate to: no auxiliary is given.' });
  const read = auxiliaries.map((auxiliary) => readAuxiliary(auxiliary, weights, reasons));
  const blocks = read.filter((entry) => entry !== null);
  const sizes = blocks.flatMap(({ label, size }) => (size === null ? [] : [{ label, size }]));
  reasons.push(...checkAgreement(sizes, policy.totalsAgreeWithin ?? agreement));
  if (reasons.length > 0) return refused(...reasons);

  const sizeGiven = blocks.find(({ size, codes }) => size !== null && codes === null);
  const known = sizeGiven ?? blocks.find(({ size }) => size !== null);
  const ordered: AuxiliaryBlock[] = blocks.filter((entry) => entry !== sizeGiven);
  if (known !== undefined) ordered.unshift(sizeGiven ?? { ...sizeOf(known.size!), label: 'population size' });
  const matrix = assemble(ordered, weights);
  const totals = columnTotals(matrix, weights);
  const empty = matrix.columns.flatMap(({ label, level, target, unknown }, column) =>
    target !== 0 && unknown < 0 && totals[column] === 0 ? [emptyCategory(label, level, target)] : [],
  );
  if (empty.length > 0) return refused(...empty);
  return resolveCollinear(matrix, weights, policy.implied ?? 'refuse');
}

function sizeOf(size: number): Omit<AuxiliaryBlock, 'label'> {
  return { levels: [null], targets: Float64Array.of(size), codes: null, values: null, size };
}

function assemble(blocks: readonly AuxiliaryBlock[], weights: Float64Array): AuxiliaryMatrix {
  const rows = weights.length;
  const width = blocks.length;
  const index = new Int32Array(rows * width);
  const value = new Float64Array(rows * width).fill(1);
  const columns: AuxiliaryColumn[] = [];
  let unknowns = 0;
  blocks.forEach(({ label, levels, targets, codes, values, size }, position) => {
    const offset = columns.length;
    const used = new Uint8Array(levels.length);
    for (let row = 0; row < rows; row += 1) {
      const at = row * width + position;
      const code = codes === null ? 0 : codes[row]!;
      index[at] = weights[row] === 0 || code < 0 ? -1 : offset + code;
      if (values !== null) value[at] = values[row]!;
      if (index[at]! >= 0 && (values === null || values[row] !== 0)) used[code] = 1;
    }
    const reference = codes !== null && size !== null ? used.indexOf(1) : -1;
    levels.forEach((level, code) => {
      const implied = used[code] === 0 || code === reference;
      columns.push({ label, level, target: targets[code]!, unknown: implied ? -1 : unknowns });
      if (!implied) unknowns += 1;
    });
  });
  return { columns, unknowns, width, index, value, matrixRow: null };
}

/**
 * Each auxiliary replaced by its unweighted mean over the members of the cluster that take part, so that all of them get the
 * same ratio of weights. R: `aggregate.stage`, `aggregate.index`.
 */
export function averageMatrix(
  matrix: AuxiliaryMatrix,
  weights: Float64Array,
  clusters: Factor,
): Result<AuxiliaryMatrix, CalibrationRefusal> {
  const size = matrix.columns.length;
  const count = clusters.levels.length;
  const value = new Float64Array(count * size);
  const members = new Float64Array(count);
  for (let row = 0; row < weights.length; row += 1) {
    if (weights[row] === 0) continue;
    const cluster = clusters.codes[row]!;
    members[cluster]! += 1;
    for (let at = row * matrix.width; at < (row + 1) * matrix.width; at += 1)
      if (matrix.index[at]! >= 0) value[cluster * size + matrix.index[at]!]! += matrix.value[at]!;
  }
  for (let at = 0; at < value.length; at += 1) value[at]! /= members[Math.floor(at / size)]! || 1;
  const index = Int32Array.from({ length: count * size }, (_, at) => at % size);
  return resolveCollinear({ ...matrix, width: size, index, value, matrixRow: clusters.codes }, weights, 'refuse');
}
