import { bracketLetter } from '@common-measure/chart';
import type { DriverTable, PriorityMatrix } from './driver-types.ts';
import type { RatedDriver } from './priorities-figure.tsx';

/** The items of the matrix whose score may be shown, in printed units, each with the letter that stands for it. */
export function ratedDrivers(
  matrix: PriorityMatrix,
  table: DriverTable,
  labelOf: (variable: string) => string,
): readonly RatedDriver[] {
  return matrix.items.flatMap(({ variable, share, shareInterval, score }, place) =>
    score.status === 'shown'
      ? [
          {
            variable,
            label: labelOf(variable),
            letter: bracketLetter(place).toUpperCase(),
            share: share * 100,
            shareInterval:
              shareInterval === null ? null : ([shareInterval.low * 100, shareInterval.high * 100] as const),
            score: score.value,
            scoreInterval: score.ci === null ? null : ([score.ci.low, score.ci.high] as const),
            groups: table.drivers.find((driver) => driver.variable === variable)?.groups ?? [],
          },
        ]
      : [],
  );
}
