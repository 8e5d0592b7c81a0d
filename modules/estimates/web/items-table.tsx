import type { Variable } from '@common-measure/dataset';
import type { AnalysisResult, Domain, Statistic } from '@common-measure/estimate';
import { type Column, DataTable, useFormat, useMessages, useText, Withheld } from '@common-measure/platform/web-kit';
import { FigureCell, QualityTag } from './figure-cell.tsx';
import { useFigureFormat } from './figure-format.ts';
import { countsOf, figureOf } from './figures.ts';
import { itemsMessages } from './items-words.ts';
import { resultMessages } from './result-words.ts';

const shownStatistics = ['score', 'top-2', 'bottom-2', 'net', 'mean'] as const satisfies readonly Statistic[];

/** Every figure of the items: counts, what is missing and why, scores and shares with intervals, precision, quality. */
export function ItemsTable({
  result,
  items,
  domain,
}: {
  result: AnalysisResult;
  items: readonly Variable[];
  domain: Domain;
}) {
  const words = useMessages(itemsMessages);
  const shared = useMessages(resultMessages);
  const read = useText();
  const format = useFormat();
  const figures = useFigureFormat();
  const count = (value: number | null | undefined) =>
    value === null ? <Withheld reason="small-cell" threshold={result.threshold} /> : format.number(value ?? 0);
  const columns: readonly Column<Variable>[] = [
    { key: 'item', header: words.item, cell: (item) => read(item.label) },
    { key: 'n', header: words.asked, numeric: true, cell: (item) => count(countsOf(result, item.name, domain)?.n) },
    {
      key: 'valid',
      header: words.valid,
      numeric: true,
      cell: (item) => count(countsOf(result, item.name, domain)?.valid),
    },
    {
      key: 'missing',
      header: words.missing,
      cell: (item) => (
        <span className="small roomy">
          {Object.entries(countsOf(result, item.name, domain)?.missing ?? {})
            .flatMap(([kind, amount]) =>
              amount && kind in shared.missing
                ? [`${format.number(amount)} ${shared.missing[kind as keyof typeof shared.missing]}`]
                : [],
            )
            .join(', ')}
        </span>
      ),
    },
    ...shownStatistics.map(
      (statistic): Column<Variable> => ({
        key: statistic,
        header: shared.statistics[statistic],
        numeric: true,
        cell: (item) => (
          <FigureCell
            estimate={figureOf(result, { statistic, variable: item.name }, domain)}
            threshold={result.threshold}
          />
        ),
      }),
    ),
    {
      key: 'se',
      header: words.standardError,
      numeric: true,
      cell: (item) => {
        const figure = figureOf(result, { statistic: 'score', variable: item.name }, domain);
        return figure?.status === 'shown' && figure.se !== null ? figures.standardError('score', figure.se) : null;
      },
    },
    {
      key: 'effective',
      header: words.effective,
      numeric: true,
      cell: (item) => {
        const figure = figureOf(result, { statistic: 'score', variable: item.name }, domain);
        return figure?.status === 'shown' ? (
          <>
            {format.number(figure.effectiveN)} <QualityTag estimate={figure} />
          </>
        ) : null;
      },
    },
  ];
  return (
    <DataTable caption={words.caption} captionHidden columns={columns} rows={items} rowKey={(item) => item.name} />
  );
}
