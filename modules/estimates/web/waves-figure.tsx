import { fluid, scoreStretch, stretchTicks, trend } from '@common-measure/chart';
import type { Estimate } from '@common-measure/estimate';
import {
  asName,
  ChartFigure,
  DataTable,
  defineMessages,
  formatFor,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { FigureCell } from './figure-cell.tsx';
import { plotted, plottedValues, useFigureFormat } from './figure-format.ts';

const en = formatFor('en');
const fr = formatFor('fr');

const messages = defineMessages({
  en: {
    overlap: (first: string, last: string) => `${first} to ${last}: the intervals overlap`,
    moved: (first: string, from: number, last: string, to: number) =>
      `From ${en.number(from, 1)} in ${first} to ${en.number(to, 1)} in ${last}`,
    base: (outcome: string, hasIntervals: boolean) =>
      `${asName(outcome, 'en')}, 0–100${hasIntervals ? ', with 95% intervals' : ''}. The line joins waves made in the same way.`,
    break: 'Another method: not comparable',
    wave: 'Wave',
    score: 'Score',
    caption: 'Score by wave',
    notComparable: 'not comparable',
  },
  fr: {
    overlap: (first: string, last: string) => `De ${first} à ${last} : les intervalles se chevauchent`,
    moved: (first: string, from: number, last: string, to: number) =>
      `De ${fr.number(from, 1)} en ${first} à ${fr.number(to, 1)} en ${last}`,
    base: (outcome: string, hasIntervals: boolean) =>
      `${asName(outcome, 'fr')}, 0–100${hasIntervals ? ', avec intervalles à 95 %' : ''}. La ligne joint les vagues réalisées de la même manière.`,
    break: 'Autre méthode : non comparable',
    wave: 'Vague',
    score: 'Score',
    caption: 'Score par vague',
    notComparable: 'non comparable',
  },
});

export interface WavePoint {
  /** Null for the wave that is open. */
  readonly datasetId: string | null;
  readonly label: string;
  /** ISO date of the wave's start. */
  readonly start: string;
  readonly score: Estimate | null;
  /** Whether it may be set beside the wave that is open. */
  readonly comparable: boolean;
}

/** The overall score over the waves; where the method broke, the line stops and the other method stands apart. */
export function WavesFigure({
  outcome,
  waves,
  threshold,
  level = 2,
}: {
  level?: 2 | 3;
  outcome: string;
  waves: readonly WavePoint[];
  threshold: number;
}) {
  const words = useMessages(messages);
  const format = useFormat();
  const figures = useFigureFormat();
  const ordered = [...waves].sort((a, b) => a.start.localeCompare(b.start));
  const shown = ordered.flatMap((wave) => (wave.score?.status === 'shown' ? [{ ...wave, score: wave.score }] : []));
  const comparable = shown.filter((wave) => wave.comparable);
  const [first, last] = [comparable[0], comparable.at(-1)];
  const end = shown.at(-1);
  if (!first || !last || !end || shown.length < 2) return null;
  const stretch = scoreStretch(plottedValues(shown.map((wave) => wave.score)));
  const apart =
    first.score.ci !== null &&
    last.score.ci !== null &&
    (first.score.ci.high < last.score.ci.low || last.score.ci.high < first.score.ci.low);
  const finding =
    !apart && first.score.ci !== null
      ? words.overlap(first.label, last.label)
      : words.moved(first.label, first.score.value, last.label, last.score.value);
  const picture = trend(
    {
      title: finding,
      waves: shown.map((wave) => ({
        ...plotted(wave.score),
        at: Date.parse(wave.start),
        label: wave.label,
        words: `${wave.label} ${figures.value('score', wave.score.value)}${
          wave.score.ci ? `, ${figures.interval('score', wave.score.ci)}` : ''
        }`,
        comparable: wave.comparable,
      })),
      stretch,
      ticks: stretchTicks(stretch, 4).map((at) => ({ at, label: format.number(at) })),
      bandLabel: words.break,
      lastLabels: [
        figures.value('score', end.score.value),
        ...(end.score.ci ? [figures.interval('score', end.score.ci)] : []),
      ],
    },
    fluid,
  );
  return (
    <ChartFigure
      level={level}
      finding={finding}
      base={words.base(
        outcome,
        shown.some((wave) => wave.score.ci !== null),
      )}
      picture={picture.svg}
      table={
        <DataTable
          caption={words.caption}
          captionHidden
          rows={ordered}
          rowKey={(wave) => wave.label}
          columns={[
            {
              key: 'wave',
              header: words.wave,
              cell: (wave) => `${wave.label}${wave.comparable ? '' : ` (${words.notComparable})`}`,
            },
            {
              key: 'score',
              header: words.score,
              numeric: true,
              cell: (wave) => <FigureCell estimate={wave.score} threshold={threshold} />,
            },
            {
              key: 'n',
              header: 'n',
              numeric: true,
              cell: (wave) => (wave.score?.status === 'shown' ? format.number(wave.score.n) : null),
            },
          ]}
        />
      }
    />
  );
}
