import { circle, line, type Mark } from './mark.ts';

/** An estimate on a scale; `low` and `high` are null where the sampling class allows no interval. */
export interface PlottedEstimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A point with its horizontal interval and caps; without an interval the point is hollow. */
export function intervalMarks(
  scale: (value: number) => number,
  estimate: PlottedEstimate,
  y: number,
  options: { readonly low?: boolean; readonly r?: number } = {},
): readonly Mark[] {
  const at = scale(estimate.value);
  const r = options.r ?? 6;
  if (estimate.low === null || estimate.high === null) return [circle(at, y, r, 'hollow')];
  const a = scale(estimate.low);
  const b = scale(estimate.high);
  const tone = options.low ? ' low' : '';
  return [
    line(a, y, b, y, `ci${tone}`),
    line(a, y - 6, a, y + 6, `cap${tone}`),
    line(b, y - 6, b, y + 6, `cap${tone}`),
    circle(at, y, r, `pt${tone}`),
  ];
}
