import {
  fluid,
  type PriorityItem,
  priorityQuadrant,
  scoreStretch,
  shareStretch,
  stretchTicks,
} from '@common-measure/chart';
import { ChartFigure, DataTable, SvgPicture, useFormat, useMessages } from '@common-measure/platform/web-kit';
import { driversMessages } from './drivers-words.ts';

/** A driver with its score, in printed units: shares in percent, scores 0 to 100. */
export type RatedDriver = Omit<PriorityItem, 'words'> & {
  readonly variable: string;
  /** Items that share a letter cannot be put in order. */
  readonly groups: readonly string[];
};

/** Where the lines of the quadrant stand: share in percent, score 0 to 100. */
export interface PriorityLines {
  readonly share: number;
  readonly score: number;
}

/** Items whose score is certainly below the line and whose share may be above it. */
export function prioritiesOf(drivers: readonly RatedDriver[], lines: PriorityLines): readonly RatedDriver[] {
  return drivers.filter(
    ({ shareInterval, scoreInterval }) =>
      shareInterval !== null &&
      scoreInterval !== null &&
      scoreInterval[1] < lines.score &&
      shareInterval[1] >= lines.share,
  );
}

/** Share against score, with the key of its letters and the same as a table. */
export function PrioritiesFigure({ drivers, lines }: { drivers: readonly RatedDriver[]; lines: PriorityLines }) {
  const words = useMessages(driversMessages);
  const { number, percent } = useFormat();
  const first = prioritiesOf(drivers, lines);
  const isTested = drivers.some(({ shareInterval }) => shareInterval !== null);
  const finding = !isTested
    ? words.barsUntested
    : first.length > 0
      ? words.quadrantFinding(first.map(({ label }) => label))
      : words.quadrantNone;
  const shares = shareStretch(drivers.flatMap(({ share, shareInterval }) => [share, ...(shareInterval ?? [])]));
  const scores = scoreStretch(drivers.flatMap(({ score, scoreInterval }) => [score, ...(scoreInterval ?? [])]));
  const picture = priorityQuadrant(
    {
      title: finding,
      items: drivers.map((driver) => ({
        ...driver,
        words: `${driver.label}, ${percent(driver.share, 1)}, ${number(driver.score, 1)}`,
      })),
      lines,
      shares,
      scores,
      shareTicks: stretchTicks(shares).map((at) => ({ at, label: percent(at) })),
      scoreTicks: stretchTicks(scores).map((at) => ({ at, label: number(at) })),
      corners: words.corners,
      shareTitle: words.shareTitle,
      scoreTitle: words.scoreTitle,
    },
    fluid,
  );
  return (
    <ChartFigure
      finding={finding}
      base={words.quadrantBase(drivers.length, isTested)}
      picture={
        <>
          <SvgPicture svg={picture.svg} />
          <LetterKey drivers={drivers} />
        </>
      }
      table={<PrioritiesTable drivers={drivers} caption={finding} />}
      note={isTested ? words.quadrantNote : words.untestedNote}
    />
  );
}

/** Which letter stands for which item. */
function LetterKey({ drivers }: { drivers: readonly RatedDriver[] }) {
  return (
    <ul className="key">
      {drivers.map(({ letter, label }) => (
        <li key={letter}>
          <b>{letter}</b>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}

function PrioritiesTable({ drivers, caption }: { drivers: readonly RatedDriver[]; caption: string }) {
  const words = useMessages(driversMessages);
  const { number, percent, range } = useRanges();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={drivers}
      rowKey={({ variable }) => variable}
      columns={[
        { key: 'item', header: words.item, cell: ({ label }) => label },
        { key: 'share', header: words.share, numeric: true, cell: ({ share }) => percent(share, 1) },
        {
          key: 'shares',
          header: words.interval,
          numeric: true,
          cell: ({ shareInterval }) => range(shareInterval, (value) => percent(value, 1)),
        },
        { key: 'score', header: words.score, numeric: true, cell: ({ score }) => number(score, 1) },
        {
          key: 'scores',
          header: words.interval,
          numeric: true,
          cell: ({ scoreInterval }) => range(scoreInterval, (value) => number(value, 1)),
        },
      ]}
    />
  );
}

/** Prints intervals: "14.4% to 20.8%", nothing where there is none. */
export function useRanges() {
  const format = useFormat();
  const to = useMessages({ en: 'to', fr: 'à' });
  return {
    ...format,
    range: (interval: readonly [number, number] | null, print: (value: number) => string) =>
      interval === null ? null : `${print(interval[0])} ${to} ${print(interval[1])}`,
  };
}
