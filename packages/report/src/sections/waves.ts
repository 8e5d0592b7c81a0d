import { scoreStretch, stretchTicks, type TrendWave, trend } from '@common-measure/chart';
import type { ShownEstimate } from '@common-measure/estimate';
import { type Row, type Section, type Table, textCell } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { shownInterval } from '../figure-format.ts';
import { indexResults, overallItem, type Results } from '../results.ts';
import { resultWords } from '../words/result-words.ts';
import { changeBlocks } from './changes.ts';

interface Wave {
  readonly label: string;
  readonly start: string;
  readonly estimate: ShownEstimate;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Empty where comparable with this wave. */
  readonly notComparable: string;
}

/** The overall score over the waves; null where there is no earlier one to show. */
export function wavesSection(context: EditionContext): Section | null {
  const overall = overallItem(context.results);
  if (!overall) return null;
  const { source, format } = context;
  const words = resultWords[context.language];
  const waves = [
    ...source.earlier.flatMap((wave) => {
      const results = indexResults(wave.codebook, wave.estimates);
      return waveOf(results, wave.notComparable ? context.text(wave.notComparable) : '');
    }),
    ...waveOf(context.results, ''),
  ];
  const first = waves.find((wave) => wave.notComparable === '');
  const last = waves[waves.length - 1];
  if (waves.length < 2 || !first || !last) return null;
  const values = waves.flatMap(({ estimate, interval }) => [
    estimate.value,
    ...(interval ? [interval.low, interval.high] : []),
  ]);
  const stretch = scoreStretch(values);
  const years = waves.map((wave) => dayNumber(wave.start));
  const plotted = waves.map((wave, i): TrendWave => {
    const value = format.number(wave.estimate.value);
    const range = wave.interval ? ` (${format.range(wave.interval.low, wave.interval.high)})` : '';
    return {
      at: years.every((year) => year !== null) ? (years[i] ?? i) : i,
      label: wave.label,
      value: wave.estimate.value,
      low: wave.interval?.low ?? null,
      high: wave.interval?.high ?? null,
      comparable: wave.notComparable === '',
      words: `${wave.label}${format.words.colon}${value}${range}`,
    };
  });
  const finding = words.wavesFinding(
    context.named(overall.name),
    first.label,
    format.number(first.estimate.value),
    last.label,
    format.number(last.estimate.value),
  );
  const band = waves.find((wave) => wave.notComparable !== '')?.notComparable ?? '';
  const lastRange = last.interval ? [format.range(last.interval.low, last.interval.high)] : [];
  const note = [
    words.wavesCut(format.count(stretch.low), format.count(stretch.high)),
    ...(band ? [words.wavesNote] : []),
    ...(context.allowsInference ? [] : [words.wavesOpen.trim()]),
  ].join(' ');
  return {
    id: 'waves',
    title: words.wavesTitle,
    isWide: false,
    blocks: [
      {
        kind: 'figure',
        finding,
        base: words.wavesBase(context.named(overall.name), sizes(context, waves)),
        picture: (medium) =>
          trend(
            {
              title: finding,
              waves: plotted,
              stretch,
              ticks: stretchTicks(stretch).map(format.tick),
              bandLabel: band,
              height: medium.kind === 'fixed' ? 200 : 260,
              lastLabels: [format.number(last.estimate.value), ...lastRange],
            },
            medium,
          ),
        key: [],
        note,
        table: wavesTable(context, waves, finding),
        tableTitle: format.words.dataTable,
        isTableRepeated: false,
      },
      ...changeBlocks(context),
    ],
  };
}

function waveOf(results: Results, notComparable: string): readonly Wave[] {
  const item = overallItem(results);
  const estimate = item ? results.estimate(item.name, 'score') : null;
  if (estimate?.status !== 'shown') return [];
  const { wave, design } = results.codebook;
  const interval = shownInterval(estimate, design.samplingClass);
  return [{ label: wave?.label ?? '', start: wave?.start ?? '', estimate, interval, notComparable }];
}

function wavesTable(context: EditionContext, waves: readonly Wave[], caption: string): Table {
  const words = resultWords[context.language];
  const { format } = context;
  const rows = waves.map((wave): Row => {
    const cells = [
      textCell(format.number(wave.estimate.value), { isStrong: true }),
      ...(context.allowsInference
        ? [textCell(wave.interval ? format.range(wave.interval.low, wave.interval.high) : '')]
        : []),
      textCell(format.count(wave.estimate.n)),
      textCell(wave.notComparable || words.yes),
    ];
    return { kind: 'cells', label: wave.label, isStrong: false, cells };
  });
  const interval = context.allowsInference ? [format.words.intervalOf(context.level)] : [];
  const heads = [format.words.score, ...interval, 'n', words.comparable];
  return {
    caption,
    labelHead: words.wave,
    columns: heads.map((head) => ({ head, align: 'end', axis: null })),
    rows,
  };
}

/** Days since year 0 of an ISO date, nearly; null where it is not a date. Only distances matter. */
function dayNumber(iso: string): number | null {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  if (!year || !Number.isFinite(year)) return null;
  return year * 365.25 + ((month ?? 1) - 1) * 30.44 + (day ?? 1);
}

/** "2,677 to 3,348": the smallest and the largest wave. */
function sizes(context: EditionContext, waves: readonly Wave[]): string {
  const ns = waves.map((wave) => wave.estimate.n);
  const [least, most] = [Math.min(...ns), Math.max(...ns)];
  const { count, words } = context.format;
  return least === most ? count(least) : `${count(least)}${words.to}${count(most)}`;
}
