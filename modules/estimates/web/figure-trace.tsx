import { HowComputed, SelectField, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { Explained } from './provenance.tsx';
import type { TraceChoice } from './trace-choices.ts';
import { traceMessages } from './trace-words.ts';

/** "How was this computed?" below a figure: one of its numbers is chosen, its formula, design and R script follow. */
export function FigureTrace({
  datasetId,
  figure,
  choices,
}: {
  datasetId: string;
  figure: string;
  choices: readonly TraceChoice[];
}) {
  if (choices.length === 0) return null;
  return <HowComputed figure={figure}>{() => <Traced datasetId={datasetId} choices={choices} />}</HowComputed>;
}

function Traced({ datasetId, choices }: { datasetId: string; choices: readonly TraceChoice[] }) {
  const words = useMessages(traceMessages);
  const groups = [...new Set(choices.map(({ group }) => group))];
  const [chosenGroup, setGroup] = useState('');
  const [chosenLabel, setLabel] = useState('');
  const group = groups.includes(chosenGroup) ? chosenGroup : groups[0];
  const offered = choices.filter((choice) => choice.group === group);
  const choice = offered.find(({ label }) => label === chosenLabel) ?? offered[0];
  if (group === undefined || choice === undefined) return null;
  return (
    <div className="stack">
      <div className="choices">
        {groups.length > 1 ? (
          <SelectField
            label={words.of}
            value={group}
            options={groups.map((value) => ({ value, label: value }))}
            onChange={setGroup}
          />
        ) : null}
        {offered.length > 1 || groups.length > 1 ? (
          <SelectField
            label={words.which}
            value={choice.label}
            options={offered.map(({ label }) => ({ value: label, label }))}
            onChange={setLabel}
          />
        ) : null}
      </div>
      <Explained address={{ datasetId, ...choice.address }} />
    </div>
  );
}
