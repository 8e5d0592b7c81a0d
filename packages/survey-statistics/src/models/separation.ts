import { type FittedCoefficients, furtherStep } from './iterate-model.ts';
import type { ModelRefusal } from './model-refusal.ts';
import type { ModelFamily } from './model-terms.ts';
import { addPredictor, blockRows, eachBlock, type StandardColumns } from './normal-equations.ts';

/** Steps of the linear predictor below this size are those of a maximum that is near; above it, of one at infinity. */
const nearStep = 0.05;
const farStep = 0.3;
const furtherSteps = 14;
/** What counts as no movement, against the largest. */
const stillness = 1e-6;

/**
 * Whether the maximum of the likelihood lies at infinity: where a direction exists along which the predictor of every row
 * moves toward its response or not at all (Albert and Anderson 1984). Newton's steps turn into that direction, each by
 * about 1 in the predictor, while near a finite maximum they shrink quadratically; the direction of the last step is then
 * verified row by row. Null where the maximum is finite.
 */
export function findSeparation(
  standard: StandardColumns,
  family: ModelFamily,
  weights: Float64Array,
  fitted: FittedCoefficients,
): ModelRefusal | null {
  if (family === 'gaussian') return null;
  const { beta, previous, information, iterations, closing } = fitted;
  if (previous === null || closing.largestMove < farStep) return null;
  let direction: Float64Array = beta.map((value, j) => value - previous[j]!);
  let at: Float64Array = beta;
  for (let step = 0; step < furtherSteps; step += 1) {
    const movement = movementOf(standard, family, weights, direction);
    if (movement.largest < (step === 0 ? farStep : nearStep)) return null;
    if (step > 0 && movement.against <= stillness * movement.largest)
      return describe(standard, weights, direction, movement);
    const next = furtherStep(standard, family, weights, at, information.aliased);
    if (next === null) break;
    direction = next;
    at = at.map((value, j) => value + next[j]!);
  }
  const message = `The model did not converge: stopped after ${iterations} iterations.`;
  return { code: 'not-converged', iterations, message };
}

interface Movement {
  readonly largest: number;
  /** The largest movement away from a response. */
  readonly against: number;
  readonly toward: Uint8Array;
}

function movementOf(
  standard: StandardColumns,
  family: ModelFamily,
  weights: Float64Array,
  direction: Float64Array,
): Movement {
  const { response, rows } = standard.frame;
  const moved = new Float64Array(rows.length);
  const eta = new Float64Array(blockRows);
  let largest = 0;
  let against = 0;
  eachBlock(standard, (block, from, length) => {
    addPredictor(block, direction, length, eta);
    for (let r = 0; r < length; r += 1) {
      if (weights[from + r] === 0) continue;
      const move = eta[r]!;
      const y = response[from + r]!;
      const isWelcome = (y === 0 && move < 0) || (family === 'binomial' && y === 1 && move > 0);
      const size = Math.abs(move);
      if (size > largest) largest = size;
      if (!isWelcome && size > against) against = size;
      if (isWelcome) moved[from + r] = size;
    }
  });
  const toward = new Uint8Array(rows.length);
  for (let index = 0; index < moved.length; index += 1) if (moved[index]! > 1e-3 * largest) toward[index] = 1;
  return { largest, against, toward };
}

function describe(
  standard: StandardColumns,
  weights: Float64Array,
  direction: Float64Array,
  { toward }: Movement,
): ModelRefusal {
  const { frame, scale, centre } = standard;
  const { columns, rows } = frame;
  const most = direction.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  const shift = direction.reduce((sum, value, j) => sum + (value * centre[j]!) / scale[j]!, 0);
  const moving = columns.filter(
    ({ term }, j) => Math.abs(term === -1 ? direction[j]! - shift : direction[j]!) > 1e-3 * most,
  );
  let count = 0;
  let n = 0;
  for (let index = 0; index < rows.length; index += 1) {
    if (!(weights[index]! > 0)) continue;
    n += 1;
    if (toward[index] === 1) count += 1;
  }
  const kind = count === n ? 'complete' : 'quasi-complete';
  const labels = moving.map(({ label }) => label);
  const row = rows[toward.indexOf(1)]!;
  const message = `The response is predicted exactly in ${count} of ${n} rows, first in row ${row}: no finite estimate exists of ${labels.join(', ')}.`;
  return { code: 'separation', kind, columns: labels, row, count, message };
}
