import type { ReplicateColumns, ReplicateMethod } from './replicate-columns.ts';
import type { ReplicateRefusal } from './replicate-refusal.ts';

/** The scale of the variance and the relative scales of the replicates of a method. */
export interface ReplicateScales {
  readonly scale: number;
  readonly rscales: Float64Array;
}

/** Scale and rscales as R's `svrepdesign` sets them, the finite population correction multiplied in. */
export function scalesOf(
  { method, form, fpc }: Pick<ReplicateColumns, 'method' | 'form' | 'fpc'>,
  replicates: readonly Float64Array[],
  reasons: ReplicateRefusal[],
): ReplicateScales {
  const count = replicates.length;
  const scale = scaleOf(method, form, replicates);
  if (scale === null || !(scale > 0) || scale === Number.POSITIVE_INFINITY) {
    const value = scale ?? Number.NaN;
    const argument = method.type === 'Fay' ? 'rho' : 'scale';
    const message =
      method.type === 'Fay'
        ? `rho is ${method.rho}; it lies from 0 up to, not including, 1.`
        : `The scale is ${value}; it must be positive.`;
    reasons.push({
      code: 'scale-not-valid',
      argument,
      value: method.type === 'Fay' ? method.rho : value,
      message,
    });
  }
  const rscales = relativeScales(method, form, replicates, reasons);
  if (fpc !== undefined) applyCorrection(method, fpc, rscales, reasons);
  if (count > 0 && reasons.length === 0 && !rscales.some((value) => value > 0))
    reasons.push({ code: 'scale-not-valid', argument: 'rscales', value: 0, message: 'Every rscale is 0.' });
  return { scale: scale ?? 1, rscales };
}

function scaleOf(method: ReplicateMethod, form: ReplicateColumns['form'], columns: readonly Float64Array[]) {
  const count = columns.length;
  switch (method.type) {
    case 'JK1':
      if (method.scale !== 'derived') return method.scale;
      return form === 'combined' ? (count - 1) / count : 1 / largest(columns[0]!);
    case 'JKn':
      return method.scale ?? 1;
    case 'JK2':
      return 1;
    case 'BRR':
      return 1 / count;
    case 'Fay':
      return method.rho >= 0 && method.rho < 1 ? 1 / (count * (1 - method.rho) ** 2) : null;
    case 'bootstrap':
      return method.scale ?? (method.average ?? 1) / (count - 1);
    case 'ACS':
    case 'successive-difference':
      return 4 / count;
    case 'other':
      return method.scale;
  }
}

function relativeScales(
  method: ReplicateMethod,
  form: ReplicateColumns['form'],
  columns: readonly Float64Array[],
  reasons: ReplicateRefusal[],
): Float64Array {
  const count = columns.length;
  const given = 'rscales' in method ? method.rscales : undefined;
  if (given === undefined) return new Float64Array(count).fill(1);
  if (given === 'derived') {
    if (form === 'factors') return Float64Array.from(columns, (column) => 1 / largest(column));
    const message = 'Combined JKn weights do not tell their rscales, (n - 1) / n of each stratum: give them.';
    reasons.push({ code: 'scales-needed', argument: 'rscales', message });
    return new Float64Array(count).fill(1);
  }
  const listed = typeof given === 'number' ? [given] : given;
  if (listed.length !== 1 && listed.length !== count) {
    const message = `rscales has ${listed.length} entries for ${count} replicates.`;
    reasons.push({ code: 'scales-differ', argument: 'rscales', length: listed.length, replicates: count, message });
    return new Float64Array(count).fill(1);
  }
  const rscales = Float64Array.from({ length: count }, (_, index) => listed[listed.length === 1 ? 0 : index]!);
  const bad = rscales.findIndex((value) => !(value >= 0) || value === Number.POSITIVE_INFINITY);
  if (bad >= 0) {
    const message = `rscales[${bad}] is ${rscales[bad]}; it must be 0 or more.`;
    reasons.push({ code: 'scale-not-valid', argument: `rscales[${bad}]`, value: rscales[bad]!, message });
  }
  return rscales;
}

function applyCorrection(
  { type }: ReplicateMethod,
  { kind, values }: NonNullable<ReplicateColumns['fpc']>,
  rscales: Float64Array,
  reasons: ReplicateRefusal[],
): void {
  if (type !== 'JK1' && type !== 'JKn' && type !== 'other') {
    const message = `Replicates of type ${type} take no finite population correction: their weights carry it, or none exists.`;
    reasons.push({ code: 'fpc-not-for-type', type, message });
    return;
  }
  if (values.length !== rscales.length) {
    const message = `fpc has ${values.length} entries for ${rscales.length} replicates.`;
    const replicates = rscales.length;
    reasons.push({ code: 'scales-differ', argument: 'fpc', length: values.length, replicates, message });
    return;
  }
  values.forEach((value, replicate) => {
    if (!(value >= 0 && value <= 1)) {
      const message = `fpc[${replicate}] is ${value}; a ${kind} lies from 0 to 1.`;
      reasons.push({ code: 'fpc-not-valid', replicate, value, message });
      return;
    }
    rscales[replicate]! *= kind === 'fraction' ? 1 - value : value;
  });
}

function largest(column: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of column) if (value > most) most = value;
  return most;
}
