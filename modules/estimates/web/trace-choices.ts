import type { Variable } from '@common-measure/dataset';
import type { AnalysisResult, Comparison, Domain, Statistic } from '@common-measure/estimate';
import { type Format, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import { headlines } from '../families.ts';
import { useFigureFormat } from './figure-format.ts';
import { comparisonOf, figureOf } from './figures.ts';
import type { FigureAddress } from './provenance.tsx';
import { resultMessages } from './result-words.ts';
import { traceMessages } from './trace-words.ts';
import type { WavePoint } from './waves-figure.tsx';

/** One number of a figure that can be traced: under which heading it stands, what it is, and where its computation is asked for. */
export interface TraceChoice {
  readonly group: string;
  readonly label: string;
  readonly address: Omit<FigureAddress, 'datasetId'> & { readonly datasetId?: string };
}

export interface TraceChoices {
  readonly ofHeadline: (variable: Variable) => readonly TraceChoice[];
  readonly ofGroups: (outcome: Variable, by: Variable) => readonly TraceChoice[];
  readonly ofItems: (items: readonly Variable[]) => readonly TraceChoice[];
  readonly ofQuestion: (question: Variable) => readonly TraceChoice[];
  readonly ofWaves: (outcome: Variable, waves: readonly WavePoint[]) => readonly TraceChoice[];
}

/** The numbers behind each figure of the results page, as they are shown. `against`: the wave compared with. */
export function useTraceChoices(result: AnalysisResult, domain: Domain, against: string | null): TraceChoices {
  const words = useMessages(traceMessages);
  const shared = useMessages(resultMessages);
  const read = useText();
  const figures = useFigureFormat();
  const format = useFormat();
  const shown = (variable: Variable, statistic: Statistic, within: Domain, name: string, value?: string) => {
    const figure = figureOf(result, { statistic, variable: variable.name, ...(value ? { value } : {}) }, within);
    if (figure?.status !== 'shown') return [];
    return [
      {
        label: `${name}, ${figures.value(statistic, figure.value)}`,
        address: { statistic, variable: variable.name, ...(value ? { value } : {}), ...placeOf(within) },
      },
    ];
  };
  const change = (variable: Variable, statistic: Statistic, family: 'headline' | 'items') => {
    const tested = comparisonOf(result.comparisons, { statistic, variable: variable.name }, domain, 'wave');
    if (tested?.status !== 'tested' || tested.with.kind !== 'wave' || against === null) return [];
    return [
      {
        label: `${words.change(tested.with.label)}, ${shared.statistics[statistic]}: ${changeText(tested, figures)}`,
        address: {
          statistic,
          variable: variable.name,
          ...placeOf(domain),
          compare: 'wave' as const,
          against,
          family,
        },
      },
    ];
  };
  return {
    ofHeadline: (variable) =>
      headlines
        .filter((statistic) => figureOf(result, { statistic, variable: variable.name }, domain) !== null)
        .slice(0, 4)
        .flatMap((statistic) => [
          ...shown(variable, statistic, domain, shared.statistics[statistic]),
          ...change(variable, statistic, 'headline'),
        ])
        .map((choice) => ({ ...choice, group: '' })),
    ofGroups: (outcome, by) =>
      by.values.flatMap(({ code, label }) => {
        const within = { [by.name]: code };
        const tested = comparisonOf(
          result.comparisons,
          { statistic: 'score', variable: outcome.name },
          within,
          'complement',
        );
        const rest =
          tested?.status === 'tested'
            ? [
                {
                  label: `${words.againstRest} ${changeText(tested, figures)}`,
                  address: {
                    statistic: 'score' as const,
                    variable: outcome.name,
                    ...placeOf(within),
                    compare: 'complement' as const,
                  },
                },
              ]
            : [];
        return [...shown(outcome, 'score', within, shared.statistics.score), ...rest].map((choice) => ({
          ...choice,
          group: read(label),
        }));
      }),
    ofItems: (items) =>
      items.flatMap((item) =>
        [
          ...itemStatistics.flatMap((statistic) => shown(item, statistic, domain, shared.statistics[statistic])),
          ...item.values.flatMap(({ code, label }) => shown(item, 'proportion', domain, read(label), code)),
          ...change(item, 'score', 'items'),
        ].map((choice) => ({ ...choice, group: read(item.label) })),
      ),
    ofQuestion: (question) =>
      question.values
        .flatMap(({ code, label }) => shown(question, 'proportion', domain, read(label), code))
        .map((choice) => ({ ...choice, group: '' })),
    ofWaves: (outcome, waves) =>
      waves.flatMap(({ label, score, datasetId }) =>
        score?.status === 'shown'
          ? [
              {
                group: '',
                label: `${label}, ${scoreText(format, score.value)}`,
                address: {
                  statistic: 'score' as const,
                  variable: outcome.name,
                  ...(datasetId === null ? {} : { datasetId }),
                },
              },
            ]
          : [],
      ),
  };
}

const itemStatistics = ['score', 'mean', 'top-2', 'bottom-2', 'net', 'nps'] as const satisfies readonly Statistic[];

function scoreText(format: Format, value: number): string {
  return format.number(value, 1);
}

function changeText(tested: Comparison & { readonly status: 'tested' }, figures: ReturnType<typeof useFigureFormat>) {
  return figures.difference(tested.estimand.statistic, tested.difference);
}

function placeOf(domain: Domain): { readonly by?: string; readonly group?: string } {
  const [place] = Object.entries(domain);
  return place === undefined ? {} : { by: place[0], group: place[1] };
}
