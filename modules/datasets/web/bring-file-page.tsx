import {
  Card,
  Grid,
  Page,
  ProblemMessage,
  Progress,
  SelectField,
  uploadForm,
  useFormat,
  useMessages,
  useNavigate,
  useSearch,
  useText,
} from '@common-measure/platform/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { datasetsApi, type ImportSummary } from '../contract.ts';
import { dataMessages } from './data-words.ts';
import { useDatasetLabel } from './dataset-label.ts';
import { forgetLists, useDatasets } from './dataset-queries.ts';
import { DropZone } from './drop-zone.tsx';

interface Sending {
  readonly name: string;
  readonly share: number;
}

/** A place to drop or choose a file; it is sent with its progress, then the page of the import takes over. */
export function BringFilePage() {
  const words = useMessages(dataMessages);
  const { percent } = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search] = useSearch();
  const [basedOn, setBasedOn] = useState(search.basedOn ?? '');
  const read = useText();
  const datasets = useDatasets().data;
  const before = datasets?.find((one) => one.id === search.basedOn);
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const send = async (file: File) => {
    const form = new FormData();
    form.append('file', file, file.name);
    stop.current = new AbortController();
    setError(null);
    setSending({ name: file.name, share: 0 });
    try {
      const address = basedOn === '' ? datasetsApi.imports : `${datasetsApi.imports}?basedOn=${basedOn}`;
      const started = await uploadForm<ImportSummary>(address, form, {
        signal: stop.current.signal,
        onProgress: (share) => setSending({ name: file.name, share }),
      });
      await forgetLists(queries);
      navigate(`/datasets/imports/${started.id}`);
    } catch (failure) {
      if (!(failure instanceof DOMException)) setError(failure);
      setSending(null);
    }
  };

  return (
    <Page
      title={before ? words.bringNext(read(before.title)) : words.bringTitle}
      crumbs={[{ label: words.data, to: '/datasets' }]}
      facts={<p className="sub">{before ? words.bringNextLede : words.bringLede}</p>}
    >
      <Grid>
        <Card span={7} stack>
          {error ? (
            <div className="stack-2">
              <ProblemMessage error={error} />
              <p className="small muted">{words.notBrought}</p>
            </div>
          ) : null}
          {sending ? (
            <div className="stack-2">
              <Progress
                label={words.sending(sending.name)}
                note={words.sent(percent(Math.floor(sending.share * 100)))}
                value={sending.share}
                max={1}
                onStop={() => stop.current?.abort()}
                stopLabel={words.stop}
              />
            </div>
          ) : (
            <>
              <DropZone onFile={(file) => void send(file)} />
              <EarlierWave value={basedOn} onChange={setBasedOn} />
            </>
          )}
        </Card>
        <Card span={5} title={words.happens}>
          <ol className="numbered">
            {words.happensSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="small muted section">{words.privacy}</p>
        </Card>
      </Grid>
    </Page>
  );
}

function EarlierWave({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const words = useMessages(dataMessages);
  const label = useDatasetLabel();
  const datasets = useDatasets().data ?? [];
  if (datasets.length === 0) return null;
  return (
    <SelectField
      label={words.basedOn}
      hint={words.basedOnHint}
      value={value}
      options={[
        { value: '', label: words.basedOnNothing },
        ...datasets.map((one) => ({
          value: one.id,
          label: label(one),
        })),
      ]}
      onChange={onChange}
    />
  );
}
