import type { Estimate } from '@common-measure/estimate';
import type { DriverTable, ShareInterval } from './driver-table.ts';

export type Quadrant = 'improve-first' | 'improve-second' | 'keep-first' | 'keep-second' | 'undecided';

/** One item: how strongly it goes with the outcome (across) and how it is rated (upwards). */
export interface PriorityItem {
  readonly variable: string;
  readonly share: number;
  readonly shareInterval: ShareInterval | null;
  readonly score: Estimate;
  /** `undecided` where an interval crosses a line; null where the score is withheld. */
  readonly quadrant: Quadrant | null;
}

/** The priority matrix with its lines stated: equal shares across, the plain mean of the scores upwards. */
export interface PriorityMatrix {
  readonly shareLine: number;
  readonly scoreLine: number | null;
  readonly items: readonly PriorityItem[];
}

/**
 * Importance by performance. An item is placed in a quadrant only where the intervals of its share and of its score both stay
 * on one side of the lines; without intervals (non-probability) none is placed. Scores are 0-100, by variable.
 */
export function priorityMatrix(drivers: DriverTable, scores: ReadonlyMap<string, Estimate>): PriorityMatrix {
  const shareLine = 1 / drivers.drivers.length;
  const rated = drivers.drivers.flatMap(({ variable, share, interval }) => {
    const score = scores.get(variable);
    return score === undefined ? [] : [{ variable, share, shareInterval: interval, score }];
  });
  const shown = rated.flatMap(({ score }) => (score.status === 'shown' ? [score.value] : []));
  const scoreLine = shown.length === 0 ? null : shown.reduce((sum, value) => sum + value, 0) / shown.length;
  return {
    shareLine,
    scoreLine,
    items: rated.map((item) => ({
      ...item,
      quadrant: quadrantOf(item.score, item.shareInterval, shareLine, scoreLine),
    })),
  };
}

function quadrantOf(
  score: Estimate,
  share: ShareInterval | null,
  shareLine: number,
  scoreLine: number | null,
): Quadrant | null {
  if (score.status === 'withheld' || scoreLine === null) return null;
  const across = sideOf(share, shareLine);
  const upwards = sideOf(score.ci, scoreLine);
  if (across === null || upwards === null) return 'undecided';
  if (upwards === 'below') return across === 'above' ? 'improve-first' : 'improve-second';
  return across === 'above' ? 'keep-first' : 'keep-second';
}

function sideOf(interval: ShareInterval | null, line: number): 'above' | 'below' | null {
  if (interval === null || (interval.low <= line && line <= interval.high)) return null;
  return interval.low > line ? 'above' : 'below';
}
