import { answerLegend, divergingAxis, divergingBar, divergingStretch, fluid } from '@common-measure/chart';
import type { Variable } from '@common-measure/dataset';
import type { AnalysisResult, Comparison, Domain, Estimate } from '@common-measure/estimate';
import { ChartFigure, SvgPicture, useFormat, useMessages, useText, Withheld } from '@common-measure/platform/web-kit';
import { ComparisonTag, Difference } from './comparison-tag.tsx';
import { FigureCell, isFlagged, QualityTag } from './figure-cell.tsx';
import { comparisonOf, countsOf, figureOf, heldTogether, isClear } from './figures.ts';
import { ItemsTable } from './items-table.tsx';
import { itemsMessages } from './items-words.ts';
import { resultMessages } from './result-words.ts';

export interface ItemsFigureProps {
  readonly result: AnalysisResult;
  /** The rating items, in the order of the codebook. */
  readonly items: readonly Variable[];
  readonly domain: Domain;
  readonly waveLabel: string | null;
}

/** The rating items by falling score: answers as a diverging bar, score, change, n. The table is the chart. */
export function ItemsFigure({ result, items, domain, waveLabel }: ItemsFigureProps) {
  const words = useMessages(itemsMessages);
  const read = useText();
  const scored = items
    .map((item) => ({ item, score: figureOf(result, { statistic: 'score', variable: item.name }, domain) }))
    .sort((a, b) => heightOf(b.score) - heightOf(a.score));
  const changes = heldTogether(
    scored.flatMap(({ item }) => {
      const change = comparisonOf(result.comparisons, { statistic: 'score', variable: item.name }, domain, 'wave');
      return change ? [change] : [];
    }),
  );
  const tested = changes.filter((change) => change.status === 'tested');
  const finding = [
    lowestFinding(scored, words.lowest, words.range, read),
    waveLabel && tested.length > 0 ? words.changed(tested.filter(isClear).length, tested.length, waveLabel) : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <ChartFigure
      finding={finding}
      base={words.base(result.design.weights !== null)}
      legend={<Legend items={scored.map(({ item }) => item)} />}
      picture={<ItemRows rows={scored} result={result} comparisons={changes} domain={domain} waveLabel={waveLabel} />}
      table={<ItemsTable result={result} items={scored.map(({ item }) => item)} domain={domain} />}
      note={tested.length > 1 ? words.manyTests(tested.length) : undefined}
    />
  );
}

function heightOf(estimate: Estimate | null): number {
  return estimate?.status === 'shown' ? estimate.value : -1;
}

/** Which items score lowest, naming only those that the intervals set apart; else the range. */
function lowestFinding(
  scored: readonly { readonly item: Variable; readonly score: Estimate | null }[],
  lowest: (names: readonly string[]) => string,
  range: (low: number, high: number) => string,
  read: (text: Variable['label']) => string,
): string {
  const shown = scored.flatMap(({ item, score }) => (score?.status === 'shown' ? [{ item, score }] : []));
  const last = shown.at(-1);
  const first = shown[0];
  if (!last || !first || shown.length < 2) return '';
  const ceiling = last.score.ci?.high;
  if (ceiling === undefined) return range(last.score.value, first.score.value);
  const together = shown.filter(({ score }) => score.ci !== null && score.ci.low <= ceiling);
  return together.length <= 2 && together.length < shown.length
    ? lowest(together.map(({ item }) => read(item.label)))
    : range(last.score.value, first.score.value);
}

/** The answers from worst to best, as the scale turns them. */
function answersOf(item: Variable): readonly Variable['values'][number][] {
  const inside = item.values.filter(({ code }) => {
    const point = Number(code);
    return item.scale !== null && point >= item.scale.min && point <= item.scale.max;
  });
  const rising = [...inside].sort((a, b) => Number(a.code) - Number(b.code));
  return item.scale?.higher === 'worse' ? rising.reverse() : rising;
}

/** The answers by their words where all items share a scale; else from worst to best, where at least the points are as many. */
function Legend({ items }: { items: readonly Variable[] }) {
  const words = useMessages(itemsMessages);
  const read = useText();
  const [first] = items;
  if (!first) return null;
  const answers = answersOf(first);
  if (items.some((item) => answersOf(item).length !== answers.length)) return null;
  const isOneScale = items.every((item) => item.scale?.version === first.scale?.version);
  const ends = [words.worst, ...answers.slice(1, -1).map(() => ''), words.best];
  const labels = answers.map((answer, place) =>
    isOneScale ? read(answer.label) : `${place + 1} ${ends[place] ?? ''}`.trim(),
  );
  return <SvgPicture svg={answerLegend(labels)} />;
}

function ItemRows({
  rows,
  result,
  comparisons,
  domain,
  waveLabel,
}: {
  rows: readonly { readonly item: Variable; readonly score: Estimate | null }[];
  result: AnalysisResult;
  comparisons: readonly Comparison[];
  domain: Domain;
  waveLabel: string | null;
}) {
  const words = useMessages(itemsMessages);
  const format = useFormat();
  const shares = rows.map(({ item }) => sharesOf(result, item, domain));
  const stretch = divergingStretch(shares.flatMap((row) => (row ? [row.map(({ share }) => ({ share }))] : [])));
  const ticks = [-50, -25, 0, 25, 50, 75, 100]
    .filter((at) => at >= stretch.low && at <= stretch.high)
    .map((at) => ({ at, label: format.percent(Math.abs(at)) }));
  return (
    <div className="wrap">
      <table className="items">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col" className="plotcell">
              <span className="vh">{words.answers}</span>
              <SvgPicture svg={divergingAxis({ stretch, ticks }, fluid).svg} />
            </th>
            <th scope="col" className="est">
              {words.score(rows.some(({ score }) => score?.status === 'shown' && score.ci !== null))}
            </th>
            {waveLabel ? (
              <th scope="col" className="chg">
                {words.change(waveLabel)}
              </th>
            ) : null}
            <th scope="col" className={rows.some(({ score }) => isFlagged(score)) ? 'nn flagged' : 'nn'}>
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, score }, place) => (
            <ItemRow
              key={item.name}
              item={item}
              score={score}
              shares={shares[place] ?? null}
              stretch={stretch}
              result={result}
              domain={domain}
              change={comparisonOf(comparisons, { statistic: 'score', variable: item.name }, domain, 'wave')}
              hasChange={waveLabel !== null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Share {
  readonly label: Variable['label'];
  readonly share: number;
}

function sharesOf(result: AnalysisResult, item: Variable, domain: Domain): readonly Share[] | null {
  const shares = answersOf(item).map(({ code, label }) => {
    const figure = figureOf(result, { statistic: 'proportion', variable: item.name, value: code }, domain);
    return figure?.status === 'shown' ? { label, share: figure.value } : null;
  });
  return shares.length > 0 && shares.every((share) => share !== null) ? shares : null;
}

function ItemRow({
  item,
  score,
  shares,
  stretch,
  result,
  domain,
  change,
  hasChange,
}: {
  item: Variable;
  score: Estimate | null;
  shares: readonly Share[] | null;
  stretch: { readonly low: number; readonly high: number };
  result: AnalysisResult;
  domain: Domain;
  change: Comparison | null;
  hasChange: boolean;
}) {
  const words = useMessages(itemsMessages);
  const shared = useMessages(resultMessages);
  const read = useText();
  const format = useFormat();
  const counts = countsOf(result, item.name, domain);
  const missing = Object.entries(counts?.missing ?? {}).flatMap(([kind, count]) =>
    count && kind in shared.missing
      ? [`${format.number(count)} ${shared.missing[kind as keyof typeof shared.missing]}`]
      : [],
  );
  if (score?.status !== 'shown')
    return (
      <tr>
        <th scope="row">{read(item.label)}</th>
        <td colSpan={hasChange ? 4 : 3}>
          <Withheld reason={score?.reason ?? 'not-asked'} threshold={result.threshold} />
        </td>
      </tr>
    );
  const printed = (shares ?? []).map(({ label, share }) => ({
    share,
    label: format.number(share * 100),
    words: `${read(label)} ${format.percent(share * 100)}`,
  }));
  return (
    <tr>
      <th scope="row">{read(item.label)}</th>
      <td className="plotcell">
        {shares ? (
          <SvgPicture svg={divergingBar({ title: read(item.label), answers: printed, stretch }, fluid).svg} />
        ) : (
          <Withheld reason="complementary" />
        )}
      </td>
      <td className="est">
        <FigureCell estimate={score} threshold={result.threshold} />
      </td>
      {hasChange ? (
        <td className="chg">
          {change?.status === 'tested' && !isClear(change) ? (
            <Difference comparison={change} />
          ) : change ? (
            <>
              <ComparisonTag comparison={change} higher={item.scale?.higher ?? 'neutral'} />{' '}
              <Difference comparison={change} />
            </>
          ) : null}
        </td>
      ) : null}
      <td className="nn" data-l="n">
        {format.number(counts?.valid ?? score.n)}
        {missing.map((text) => (
          <small key={text}>{text}</small>
        ))}
        <QualityTag estimate={score} />
        <span className="vh">{words.answered}</span>
      </td>
    </tr>
  );
}
