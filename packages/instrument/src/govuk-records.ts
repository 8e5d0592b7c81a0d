/** Answers to the question on satisfaction, from 1 (very dissatisfied) to 5 (very satisfied), as counts. */
export type SatisfactionCounts = readonly [
  veryDissatisfied: number,
  dissatisfied: number,
  neither: number,
  satisfied: number,
  verySatisfied: number,
];

/** One figure in the form in which UK departments publish the satisfaction of their services. */
export interface GovukRecord {
  /** Start of the period, `2023-04-01T00:00:00+00:00`. */
  readonly _timestamp: string;
  readonly service: string;
  readonly channel: string;
  readonly count: number;
  readonly dataType: string;
  readonly period: 'hour' | 'day' | 'month';
}

const levels = ['very-dissatisfied', 'dissatisfied', 'neither', 'satisfied', 'very-satisfied'] as const;

/**
 * `user-satisfaction-percent` and the five counts; the percentage is the mean of 0, 25, 50, 75 and 100 rounded to a whole number (the share of the two
 * best answers is another figure). Without answers there is none. Shape: Ministry of Justice, opg-performance-data; oracle:
 * its 80 from 23, 46, 153, 419 and 528. Throws for a count that is negative or no whole number.
 */
export function govukRecords(
  about: Omit<GovukRecord, 'count' | 'dataType'>,
  counts: SatisfactionCounts,
): readonly GovukRecord[] {
  if (counts.some((count) => !Number.isInteger(count) || count < 0))
    throw new Error(`counts are whole numbers from 0, not ${counts.join(', ')}`);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const score = counts.reduce((sum, count, index) => sum + count * index * 25, 0) / total;
  const percent =
    total === 0 ? [] : [{ ...about, dataType: 'user-satisfaction-percent', count: Math.round(score) } as const];
  return [...percent, ...levels.map((dataType, index) => ({ ...about, dataType, count: counts[index] ?? 0 }))];
}
