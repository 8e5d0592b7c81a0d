import { type DatasetSummary, datasetsApi } from '@common-measure/modules/datasets/contract';
import {
  api,
  ButtonLink,
  Card,
  Empty,
  Link,
  Loaded,
  Tag,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { resultMessages } from './result-words.ts';
import { resultsMessages } from './results-words.ts';

export function useDatasets(): UseQueryResult<readonly DatasetSummary[]> {
  return useQuery({
    queryKey: ['datasets'],
    queryFn: ({ signal }) => api.get<readonly DatasetSummary[]>(datasetsApi.datasets, signal),
  });
}

/** The datasets of the organization, newest wave first, as ways into their results. */
export function DatasetChooser({ addressOf, lede }: { addressOf: (dataset: DatasetSummary) => string; lede: string }) {
  const words = useMessages(resultsMessages);
  return (
    <Loaded query={useDatasets()}>
      {(datasets) =>
        datasets.length === 0 ? (
          <Empty title={words.noneTitle} actions={<ButtonLink to="/datasets/import">{words.importFile}</ButtonLink>}>
            {words.noneText}
          </Empty>
        ) : (
          <>
            <p className="lede">{lede}</p>
            <Card className="section">
              <ul className="waves">
                {[...datasets].sort(byNewest).map((dataset) => (
                  <DatasetLine key={dataset.id} dataset={dataset} to={addressOf(dataset)} />
                ))}
              </ul>
            </Card>
          </>
        )
      }
    </Loaded>
  );
}

/** The latest wave first; datasets without a wave by the day they were saved. */
export function byNewest(a: DatasetSummary, b: DatasetSummary): number {
  return (b.wave?.start ?? b.createdAt).localeCompare(a.wave?.start ?? a.createdAt);
}

function DatasetLine({ dataset, to }: { dataset: DatasetSummary; to: string }) {
  const words = useMessages(resultsMessages);
  const shared = useMessages(resultMessages);
  const read = useText();
  const { number, date } = useFormat();
  const name = read(dataset.title);
  return (
    <li>
      <Link to={to}>
        {dataset.wave === null || name.includes(dataset.wave.label) ? name : `${name}, ${dataset.wave.label}`}
      </Link>
      <span className="tags">
        <Tag kind="info">{shared.samplingClasses[dataset.samplingClass]}</Tag>
        {dataset.synthetic ? <Tag>{words.synthetic}</Tag> : null}
      </span>
      <small>
        {words.responses(number(dataset.rows))}, {dataset.weighted ? words.weightedInside : words.unweightedInside},{' '}
        {words.savedOn(date(dataset.createdAt))}
      </small>
    </li>
  );
}
