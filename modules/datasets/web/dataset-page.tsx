import type { Codebook } from '@common-measure/dataset';
import {
  Actions,
  ButtonLink,
  Card,
  DownloadLink,
  Facts,
  Grid,
  Loaded,
  Message,
  Page,
  Tag,
  useFormat,
  useMessages,
  useParam,
  useText,
} from '@common-measure/platform/web-kit';
import { type DatasetDetail, datasetsApi } from '../contract.ts';
import { CodebookVersions, ReviseButton } from './codebook-versions.tsx';
import { dataMessages } from './data-words.ts';
import { addressOf, useDataset } from './dataset-queries.ts';
import { datasetMessages } from './dataset-words.ts';
import { DesignFacts } from './design-facts.tsx';
import { FindingLines } from './finding-list.tsx';
import { importMessages } from './import-words.ts';
import { useMayBring } from './may-bring.ts';
import { RenameDataset } from './rename-dataset.tsx';
import { VariableTable } from './variable-table.tsx';

/** One dataset: what it holds, its design, its source, its codebook, and the ways on. */
export function DatasetPage() {
  const id = useParam('datasetId');
  return <Loaded query={useDataset(id)}>{(dataset) => <Described key={dataset.id} dataset={dataset} />}</Loaded>;
}

function Described({ dataset }: { dataset: DatasetDetail }) {
  const words = useMessages(datasetMessages);
  const data = useMessages(dataMessages);
  const read = useText();
  const mayBring = useMayBring();
  const { codebook } = dataset;
  return (
    <Page
      title={read(dataset.title)}
      crumbs={[{ label: data.data, to: '/datasets' }]}
      facts={<DatasetFacts dataset={dataset} />}
      actions={
        <>
          <ButtonLink to={`/results/${dataset.id}`}>{words.results}</ButtonLink>
          <ButtonLink kind="second" to={`/drivers/${dataset.id}`}>
            {words.drivers}
          </ButtonLink>
          {mayBring ? (
            <ButtonLink kind="second" to="/reports/new" search={{ dataset: dataset.id }}>
              {words.report}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="stack-6">
        {dataset.undecided > 0 ? (
          <Message
            kind="caution"
            title={words.waiting(dataset.undecided)}
            actions={mayBring && dataset.origin === 'file' ? <ReviseButton dataset={dataset} /> : null}
          >
            {words.waitingMore}
          </Message>
        ) : null}
        {dataset.notices.length > 0 ? (
          <Message
            title={words.know}
            actions={mayBring && dataset.origin === 'file' ? <ReviseButton dataset={dataset} /> : null}
          >
            <FindingLines findings={dataset.notices} />
          </Message>
        ) : null}
        <Grid>
          <Card span={7} title={words.design} stack>
            <DesignFacts codebook={codebook} />
          </Card>
          <Card span={5} title={words.source} stack>
            <SourceFacts codebook={codebook} />
            <h3>{words.codebook}</h3>
            <p className="small">{words.codebookText}</p>
            <DownloadLink href={addressOf(datasetsApi.codebook, dataset.id)} fileName="codebook.json">
              {words.download}
            </DownloadLink>
            {mayBring && dataset.origin === 'file' && dataset.undecided === 0 ? (
              <ReviseButton dataset={dataset} />
            ) : null}
            {mayBring ? <RenameDataset dataset={dataset} /> : null}
          </Card>
        </Grid>
        {mayBring && dataset.origin === 'file' ? (
          <Card title={words.nextWave} stack>
            <p>{words.nextWaveText}</p>
            <Actions>
              <ButtonLink kind="second" icon="upload" to="/datasets/import" search={{ basedOn: dataset.id }}>
                {words.addWave}
              </ButtonLink>
            </Actions>
          </Card>
        ) : null}
        <CodebookVersions dataset={dataset} />
        <Card title={words.all}>
          <VariableTable codebook={codebook} />
        </Card>
      </div>
    </Page>
  );
}

function DatasetFacts({ dataset }: { dataset: DatasetDetail }) {
  const words = useMessages(datasetMessages);
  const { number, date } = useFormat();
  const { codebook } = dataset;
  return (
    <Facts>
      {[
        ...(dataset.synthetic ? [<Tag key="synthetic">{words.synthetic}</Tag>] : []),
        words.cases(number(dataset.rows)),
        words.variables(number(dataset.variables)),
        ...(codebook.design.strata.length > 0 ? [words.strata(number(dataset.stratumLabels.length))] : []),
        ...(codebook.design.clusters.length > 0 ? [words.units(number(dataset.psuCount))] : []),
        words.savedOn(date(dataset.createdAt)),
      ]}
    </Facts>
  );
}

function SourceFacts({ codebook }: { codebook: Codebook }) {
  const words = useMessages(datasetMessages);
  const shared = useMessages(importMessages);
  const { number } = useFormat();
  const { source } = codebook;
  if (!source) return <p>{words.fromSurvey}</p>;
  return (
    <dl className="kv">
      <div className="kv-row">
        <dt>{words.file}</dt>
        <dd className="breakable">{source.fileName}</dd>
      </div>
      <div className="kv-row">
        <dt>{words.size}</dt>
        <dd>
          {words.sourceRows(number(source.rows), number(source.columns))}, {shared.bytes(source.bytes, number)}
        </dd>
      </div>
      <div className="kv-row">
        <dt>{words.encoding}</dt>
        <dd>
          {source.encoding.toUpperCase()}. {shared.delimiters[source.delimiter]}
        </dd>
      </div>
      <div className="kv-row">
        <dt>{words.checksum}</dt>
        <dd className="breakable">
          <code>{source.sha256}</code>
        </dd>
      </div>
    </dl>
  );
}
