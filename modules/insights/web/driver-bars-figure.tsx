import { driverBars, fluid, overlapBrackets, shareStretch, stretchTicks } from '@common-measure/chart';
import { ChartFigure, DataTable, useMessages } from '@common-measure/platform/web-kit';
import type { DriverTable } from './driver-types.ts';
import { driversMessages } from './drivers-words.ts';
import { useRanges } from './priorities-figure.tsx';

/** Shares by falling size with brackets over those that cannot be told apart; never rank numbers. */
export function DriverBarsFigure({
  table,
  outcome,
  labelOf,
}: {
  table: DriverTable;
  outcome: string;
  labelOf: (variable: string) => string;
}) {
  const words = useMessages(driversMessages);
  const { number, percent, range } = useRanges();
  const { drivers } = table;
  const percentOf = (interval: { readonly low: number; readonly high: number } | null) =>
    interval === null ? null : ([interval.low * 100, interval.high * 100] as const);
  const top = drivers[0];
  const isTested = top !== undefined && top.interval !== null;
  const letter = top?.groups[0];
  const together = letter === undefined ? 1 : drivers.filter(({ groups }) => groups.includes(letter)).length;
  const finding =
    !isTested || top === undefined
      ? words.barsUntested
      : together > 1
        ? words.barsMany(together)
        : words.barsOne(labelOf(top.variable));
  const bars = drivers.map((driver) => ({
    label: labelOf(driver.variable),
    words: `${labelOf(driver.variable)} ${percent(driver.share * 100, 1)}`,
    value: driver.share * 100,
    low: driver.interval === null ? null : driver.interval.low * 100,
    high: driver.interval === null ? null : driver.interval.high * 100,
  }));
  const stretch = shareStretch(bars.flatMap(({ value, high }) => [value, high ?? value]));
  const picture = driverBars(
    {
      title: finding,
      drivers: bars,
      brackets: overlapBrackets(
        bars.flatMap(({ low, high }) => (low === null || high === null ? [] : [{ low, high }])),
      ),
      stretch,
      ticks: stretchTicks(stretch, 5).map((at) => ({ at, label: percent(at) })),
    },
    fluid,
  );
  return (
    <ChartFigure
      finding={finding}
      base={words.barsBase(outcome, number(table.r2, 2), number(table.n), isTested)}
      picture={picture.svg}
      table={
        <DataTable
          caption={finding}
          captionHidden
          rows={drivers}
          rowKey={({ variable }) => variable}
          columns={[
            { key: 'item', header: words.item, cell: ({ variable }) => labelOf(variable) },
            { key: 'share', header: words.share, numeric: true, cell: ({ share }) => percent(share * 100, 1) },
            {
              key: 'interval',
              header: words.interval,
              numeric: true,
              cell: ({ interval }) => range(percentOf(interval), (value) => percent(value, 1)),
            },
            { key: 'bracket', header: words.bracket, cell: ({ groups }) => groups.join(', ') },
            {
              key: 'correlation',
              header: words.correlation,
              numeric: true,
              cell: ({ correlation }) => number(correlation, 2),
            },
            { key: 'vif', header: words.vif, numeric: true, cell: ({ vif }) => number(vif, 1) },
            { key: 'n', header: 'n', numeric: true, cell: ({ n }) => number(n) },
          ]}
        />
      }
      note={isTested ? words.barsNote : undefined}
    />
  );
}
