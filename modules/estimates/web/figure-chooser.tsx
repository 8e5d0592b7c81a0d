import type { Codebook, Variable } from '@common-measure/dataset';
import type { AnalysisResult, Statistic } from '@common-measure/estimate';
import { SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { useFigureFormat } from './figure-format.ts';
import { figureOf } from './figures.ts';
import { Provenance } from './provenance.tsx';
import { resultMessages } from './result-words.ts';
import { resultsMessages } from './results-words.ts';

const explained = ['score', 'mean', 'top-2', 'bottom-2', 'net'] as const satisfies readonly Statistic[];

/** Any figure of the page can be traced: item, statistic and group are chosen, its computation and R script follow. */
export function FigureChooser({
  datasetId,
  codebook,
  result,
  by,
}: {
  datasetId: string;
  codebook: Codebook;
  result: AnalysisResult;
  by: Variable | null;
}) {
  const words = useMessages(resultsMessages);
  const shared = useMessages(resultMessages);
  const read = useText();
  const format = useFigureFormat();
  const items = codebook.variables.filter(
    (variable) => figureOf(result, { statistic: 'score', variable: variable.name }) !== null,
  );
  const [name, setName] = useState(items[0]?.name ?? '');
  const [statistic, setStatistic] = useState<(typeof explained)[number]>('score');
  const [group, setGroup] = useState('');
  const item = items.find((variable) => variable.name === name) ?? items[0];
  if (!item) return null;
  const value = by?.values.find(({ code }) => code === group);
  const domain = by && value ? { [by.name]: value.code } : {};
  const figure = figureOf(result, { statistic, variable: item.name }, domain);
  const title = [
    words.named(read(item.label)),
    ...(value ? [read(value.label)] : []),
    shared.statistics[statistic],
    ...(figure?.status === 'shown' ? [format.value(statistic, figure.value)] : []),
  ].join(', ');
  return (
    <div className="stack">
      <div className="choices">
        <SelectField
          label={words.whichFigure}
          value={item.name}
          options={items.map((variable) => ({ value: variable.name, label: read(variable.label) }))}
          onChange={setName}
        />
        <SelectField
          label={words.whichStatistic}
          value={statistic}
          options={explained.map((each) => ({ value: each, label: shared.statistics[each] }))}
          onChange={setStatistic}
        />
        {by ? (
          <SelectField
            label={words.whichGroup}
            value={value?.code ?? ''}
            options={[
              { value: '', label: words.everyone },
              ...by.values.map(({ code, label }) => ({ value: code, label: read(label) })),
            ]}
            onChange={setGroup}
          />
        ) : null}
      </div>
      {figure?.status === 'shown' ? (
        <Provenance
          key={title}
          figure={title}
          address={{
            datasetId,
            statistic,
            variable: item.name,
            ...(by && value ? { by: by.name, group: value.code } : {}),
          }}
        />
      ) : (
        <p className="muted">{words.nothingToExplain}</p>
      )}
    </div>
  );
}
