import { fluid, intervalAxis, intervalRow, type Stretch, scoreStretch, stretchTicks } from '@common-measure/chart';
import type { Variable } from '@common-measure/dataset';
import type { AnalysisResult, Comparison, Domain, Estimate } from '@common-measure/estimate';
import {
  ChartFigure,
  DataTable,
  Message,
  SvgPicture,
  useFormat,
  useMessages,
  useText,
  Withheld,
} from '@common-measure/platform/web-kit';
import { ComparisonTag, Difference } from './comparison-tag.tsx';
import { FigureCell, QualityTag } from './figure-cell.tsx';
import { plotted, plottedValues, useFigureFormat } from './figure-format.ts';
import { comparisonOf, figureOf, isClear } from './figures.ts';
import { groupsMessages } from './groups-words.ts';

export interface GroupsFigureProps {
  readonly result: AnalysisResult;
  /** What is estimated in each group. */
  readonly outcome: Variable;
  /** What makes the groups. */
  readonly by: Variable;
}

interface Group {
  readonly code: string;
  readonly label: Variable['label'];
  readonly domain: Domain;
  readonly score: Estimate | null;
  readonly against: Comparison | null;
}

/** The score in each group of a profile variable, each against all others; a withheld group keeps its row. */
export function GroupsFigure({ result, outcome, by }: GroupsFigureProps) {
  const words = useMessages(groupsMessages);
  const read = useText();
  const name = { statistic: 'score', variable: outcome.name } as const;
  const groups: readonly Group[] = by.values
    .map(({ code, label }) => {
      const domain = { [by.name]: code };
      const score = figureOf(result, name, domain);
      return { code, label, domain, score, against: comparisonOf(result.comparisons, name, domain, 'complement') };
    })
    .filter((group) => group.score !== null)
    .sort((a, b) => height(b.score) - height(a.score));
  const whole = figureOf(result, name);
  const stretch = scoreStretch(plottedValues([whole, ...groups.map((group) => group.score)]));
  const reference = whole?.status === 'shown' ? whole.value : null;
  const hidden = groups.filter((group) => group.score?.status === 'withheld').length;
  return (
    <>
      <ChartFigure
        finding={useFinding(groups)}
        base={words.base(
          read(outcome.label),
          read(by.label),
          reference,
          groups.filter((group) => group.against?.status === 'tested').length,
        )}
        picture={
          <GroupRows
            groups={groups}
            by={by}
            stretch={stretch}
            reference={reference}
            higher={outcome.scale?.higher ?? 'neutral'}
            threshold={result.threshold}
          />
        }
        table={<GroupsTable groups={groups} by={by} threshold={result.threshold} />}
      />
      {hidden > 0 ? <Message title={words.hidden(hidden)}>{words.hiddenWhy(result.threshold)}</Message> : null}
    </>
  );
}

function hasInterval({ score }: Group): boolean {
  return score?.status === 'shown' && score.ci !== null;
}

function height(estimate: Estimate | null): number {
  return estimate?.status === 'shown' ? estimate.value : -1;
}

/** What the comparison of the groups came to, in a sentence that stays true when the intervals are read. */
function useFinding(groups: readonly Group[]): string {
  const words = useMessages(groupsMessages);
  const read = useText();
  const tested = groups.filter((group) => group.against?.status === 'tested');
  const clear = tested
    .filter((group) => isClear(group.against))
    .sort((a, b) => Math.abs(b.against?.difference ?? 0) - Math.abs(a.against?.difference ?? 0));
  const [most] = clear;
  if (groups.every((group) => group.score?.status !== 'shown')) return words.allWithheld;
  if (tested.length === 0) return words.untested;
  if (!most) return words.none;
  const points = most.against?.difference ?? 0;
  return clear.length === 1
    ? words.one(read(most.label), points)
    : words.several(clear.length, tested.length, read(most.label), points);
}

function GroupRows({
  groups,
  by,
  stretch,
  reference,
  higher,
  threshold,
}: {
  groups: readonly Group[];
  by: Variable;
  stretch: Stretch;
  reference: number | null;
  higher: 'better' | 'worse' | 'neutral';
  threshold: number;
}) {
  const words = useMessages(groupsMessages);
  const read = useText();
  const format = useFormat();
  const ticks = stretchTicks(stretch);
  return (
    <div className="wrap">
      <table className="items">
        <thead>
          <tr>
            <th scope="col">{read(by.label)}</th>
            <th scope="col" className="plotcell">
              <span className="vh">{words.interval}</span>
              <SvgPicture
                svg={intervalAxis({ stretch, ticks: ticks.map((at) => ({ at, label: format.number(at) })) }, fluid).svg}
              />
            </th>
            <th scope="col" className="est">
              {words.score(groups.some(hasInterval))}
            </th>
            <th scope="col" className="chg">
              {words.against}
            </th>
            <th scope="col" className="nn">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow
              key={group.code}
              group={group}
              stretch={stretch}
              ticks={ticks}
              reference={reference}
              higher={higher}
              threshold={threshold}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupRow({
  group,
  stretch,
  ticks,
  reference,
  higher,
  threshold,
}: {
  group: Group;
  stretch: Stretch;
  ticks: readonly number[];
  reference: number | null;
  higher: 'better' | 'worse' | 'neutral';
  threshold: number;
}) {
  const read = useText();
  const format = useFormat();
  const figures = useFigureFormat();
  const { score, against } = group;
  if (score?.status !== 'shown')
    return (
      <tr>
        <th scope="row">{read(group.label)}</th>
        <td colSpan={4}>
          <Withheld reason={score?.reason ?? 'not-asked'} threshold={threshold} />
        </td>
      </tr>
    );
  const isLow = isClear(against) && higher !== 'neutral' && (against?.difference ?? 0) < 0 === (higher === 'better');
  const spoken = `${read(group.label)} ${figures.value('score', score.value)}${
    score.ci ? `, ${figures.interval('score', score.ci)}` : ''
  }`;
  const picture = intervalRow({ name: spoken, estimate: plotted(score), stretch, ticks, reference, isLow }, fluid);
  return (
    <tr className={isLow ? 'low' : undefined}>
      <th scope="row">{read(group.label)}</th>
      <td className="plotcell">
        <SvgPicture svg={picture.svg} />
      </td>
      <td className="est">
        <FigureCell estimate={score} threshold={threshold} />
      </td>
      <td className="chg">
        {against ? <ComparisonTag comparison={against} higher={higher} /> : null} <QualityTag estimate={score} />
      </td>
      <td className="nn" data-l="n">
        {format.number(score.n)}
      </td>
    </tr>
  );
}

function GroupsTable({ groups, by, threshold }: { groups: readonly Group[]; by: Variable; threshold: number }) {
  const words = useMessages(groupsMessages);
  const read = useText();
  const format = useFormat();
  const figures = useFigureFormat();
  return (
    <DataTable
      caption={words.caption(read(by.label))}
      captionHidden
      rows={groups}
      rowKey={(group) => group.code}
      columns={[
        { key: 'group', header: read(by.label), cell: (group) => read(group.label) },
        {
          key: 'score',
          header: words.score(groups.some(hasInterval)),
          numeric: true,
          cell: (group) => <FigureCell estimate={group.score} threshold={threshold} />,
        },
        {
          key: 'se',
          header: words.standardError,
          numeric: true,
          cell: (group) =>
            group.score?.status === 'shown' && group.score.se !== null
              ? figures.standardError('score', group.score.se)
              : null,
        },
        {
          key: 'difference',
          header: words.difference,
          numeric: true,
          cell: (group) => (group.against ? <Difference comparison={group.against} /> : null),
        },
        {
          key: 'p',
          header: words.p,
          numeric: true,
          cell: (group) =>
            group.against?.status === 'tested'
              ? group.against.adjustedP < 0.001
                ? `< ${format.number(0.001, 3)}`
                : format.number(group.against.adjustedP, 3)
              : null,
        },
        {
          key: 'n',
          header: 'n',
          numeric: true,
          cell: (group) => (group.score?.status === 'shown' ? format.number(group.score.n) : null),
        },
        {
          key: 'effective',
          header: words.effective,
          numeric: true,
          cell: (group) =>
            group.score?.status === 'shown' ? (
              <>
                {format.number(group.score.effectiveN)} <QualityTag estimate={group.score} />
              </>
            ) : null,
        },
      ]}
    />
  );
}
