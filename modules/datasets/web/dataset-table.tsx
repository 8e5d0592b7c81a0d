import { samplingClassWords } from '@common-measure/modules/studies/contract';
import {
  Button,
  Card,
  type Column,
  DataTable,
  Link,
  ProblemMessage,
  Tag,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { type DatasetSummary, datasetsApi } from '../contract.ts';
import { dataMessages } from './data-words.ts';
import { addressOf } from './dataset-queries.ts';
import { useRemoval } from './import-acts.ts';

/** The datasets with what they hold and the ways on. */
export function DatasetTable({ datasets, mayRemove }: { datasets: readonly DatasetSummary[]; mayRemove: boolean }) {
  const words = useMessages(dataMessages);
  const read = useText();
  const { number } = useFormat();
  const columns: readonly Column<DatasetSummary>[] = [
    { key: 'title', header: words.dataset, cell: (one) => <DatasetName dataset={one} /> },
    { key: 'wave', header: words.wave, cell: (one) => one.wave?.label ?? '–' },
    { key: 'rows', header: words.cases, numeric: true, cell: (one) => number(one.rows) },
    {
      key: 'reached',
      header: words.reached,
      cell: (one) => (
        <span className="small">
          {read(samplingClassWords[one.samplingClass].name)}, {one.weighted ? words.weighted : words.notWeighted}
        </span>
      ),
    },
    {
      key: 'open',
      header: words.open,
      cell: (one) =>
        one.undecided > 0 ? (
          <Tag kind="caution">{words.undecided(one.undecided)}</Tag>
        ) : (
          <span className="small muted">{words.none}</span>
        ),
    },
    { key: 'use', header: words.use, cell: (one) => <WaysOn dataset={one} /> },
    ...(mayRemove
      ? [{ key: 'acts', header: words.acts, cell: (one: DatasetSummary) => <Removal dataset={one} /> }]
      : []),
  ];
  return (
    <Card>
      <DataTable
        caption={words.saved}
        captionHidden
        stacks
        rows={datasets}
        rowKey={(one) => one.id}
        columns={columns}
      />
    </Card>
  );
}

function DatasetName({ dataset }: { dataset: DatasetSummary }) {
  const words = useMessages(dataMessages);
  const { date } = useFormat();
  const read = useText();
  return (
    <>
      <Link to={`/datasets/${dataset.id}`} className="breakable">
        {read(dataset.title)}
      </Link>{' '}
      {dataset.synthetic ? <Tag>{words.synthetic}</Tag> : null}{' '}
      {dataset.origin === 'survey' ? <Tag>{words.fromSurvey}</Tag> : null}
      <span className="small muted nowrap">{words.savedOn(date(dataset.createdAt))}</span>
    </>
  );
}

function WaysOn({ dataset }: { dataset: DatasetSummary }) {
  const words = useMessages(dataMessages);
  const name = useText()(dataset.title);
  return (
    <span className="ways-on">
      <Link to={`/results/${dataset.id}`} aria-label={words.resultsOf(name)}>
        {words.results}
      </Link>
      <Link to={`/drivers/${dataset.id}`} aria-label={words.driversOf(name)}>
        {words.drivers}
      </Link>
      <a href={addressOf(datasetsApi.codebook, dataset.id)} download aria-label={words.codebookOf(name)}>
        {words.codebook}
      </a>
    </span>
  );
}

function Removal({ dataset }: { dataset: DatasetSummary }) {
  const words = useMessages(dataMessages);
  const name = useText()(dataset.title);
  const remove = useRemoval();
  const [error, setError] = useState<unknown>(null);
  if (error) return <ProblemMessage error={error} />;
  return (
    <Button
      kind="plain"
      label={words.removeOne(name)}
      onClick={() => void remove('dataset', dataset.id, name).catch(setError)}
    >
      {words.remove}
    </Button>
  );
}
