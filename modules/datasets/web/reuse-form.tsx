import { Button, ProblemMessage, SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { useId, useState } from 'react';
import type { ImportDetail } from '../contract.ts';
import { readCodebookFile } from './codebook-file.ts';
import { useDatasetLabel } from './dataset-label.ts';
import { useDatasets, useEarlier } from './dataset-queries.ts';
import { importMessages } from './import-words.ts';

export interface ReuseSource {
  readonly name: string;
  readonly body: { readonly datasetId: string } | { readonly codebook: unknown };
}

/** From where to fill the choices in: a dataset, the likeliest first and chosen only where it is likely, or a file. */
export function ReuseForm({
  detail,
  busy,
  onFill,
}: {
  detail: ImportDetail;
  busy: boolean;
  onFill: (source: ReuseSource) => void;
}) {
  const words = useMessages(importMessages).reuse;
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  return (
    <div className="pair">
      <EarlierDatasets detail={detail} busy={busy} onFill={onFill} />
      <div className="field">
        <label htmlFor={id}>{words.orFile}</label>
        {error ? <ProblemMessage error={error} /> : null}
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={async (event) => {
            const file = event.target.files?.[0];
            if (!file) return;
            setError(null);
            const text = await file.text();
            const codebook = readCodebookFile(text);
            if (codebook.ok) onFill({ name: file.name, body: { codebook: codebook.value } });
            else setError(codebook.error);
          }}
        />
      </div>
    </div>
  );
}

function EarlierDatasets({
  detail,
  busy,
  onFill,
}: {
  detail: ImportDetail;
  busy: boolean;
  onFill: (source: ReuseSource) => void;
}) {
  const words = useMessages(importMessages).reuse;
  const read = useText();
  const label = useDatasetLabel();
  const datasets = useDatasets().data ?? [];
  const earlier = useEarlier(detail.id).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [first] = earlier;
  const id = chosen ?? (first?.isPlausible ? first.datasetId : '');
  const options = earlier.flatMap(({ datasetId, shared }) => {
    const dataset = datasets.find((one) => one.id === datasetId);
    return dataset ? [{ value: datasetId, label: `${label(dataset)}: ${words.shared(shared)}` }] : [];
  });
  if (options.length === 0) return null;
  const known = datasets.find((one) => one.id === id);
  return (
    <div className="stack-2">
      <SelectField
        label={words.from}
        error={isAsked && !known ? words.choose : undefined}
        value={known ? id : ''}
        options={[...(known ? [] : [{ value: '', label: words.choose }]), ...options]}
        onChange={setChosen}
      />
      <Button
        kind="second"
        busy={busy && words.filling}
        onClick={() => {
          setAsked(true);
          if (known) onFill({ name: read(known.title), body: { datasetId: known.id } });
        }}
      >
        {words.fill}
      </Button>
    </div>
  );
}
