import { useResults } from '@common-measure/modules/estimates/web';
import {
  api,
  ButtonLink,
  Card,
  Empty,
  Grid,
  Loaded,
  Message,
  Page,
  Progress,
  SelectField,
  useMessages,
  useParam,
  useSearch,
  useText,
} from '@common-measure/platform/web-kit';
import { useQuery } from '@tanstack/react-query';
import { type Drivers, insightsApi } from '../contract.ts';
import { DriverBarsFigure } from './driver-bars-figure.tsx';
import { DriverBasis } from './driver-basis.tsx';
import type { DriverTable, ReadyDrivers } from './driver-types.ts';
import { DriversComputed } from './drivers-computed.tsx';
import { DriversLede } from './drivers-lede.tsx';
import { driversMessages } from './drivers-words.ts';
import { PrioritiesFigure } from './priorities-figure.tsx';
import { ratedDrivers } from './rated-drivers.ts';

type Missing = DriverTable['missing'];

/** Key drivers of the overall item, and the priorities that follow; computed while the reader may go elsewhere. */
export function DriversPage() {
  const words = useMessages(driversMessages);
  const read = useText();
  const datasetId = useParam('datasetId');
  const [search, change] = useSearch();
  const missing: Missing = search.missing === 'listwise' ? 'listwise' : 'pairwise';
  const results = useResults(datasetId, undefined, undefined);
  const drivers = useQuery({
    queryKey: ['drivers', datasetId, missing],
    queryFn: ({ signal }) =>
      api.get<Drivers>(`${insightsApi.drivers.replace(':id', datasetId)}?missing=${missing}`, signal),
    refetchInterval: (query) => (query.state.data?.status === 'working' ? 700 : false),
  });
  const title = results.data ? read(results.data.codebook.title) : '';
  const labelOf = (variable: string) => {
    const found = results.data?.codebook.variables.find(({ name }) => name === variable);
    return found ? read(found.label) : variable;
  };
  return (
    <Page
      title={words.title}
      crumbs={[
        { label: words.results, to: '/results' },
        ...(title ? [{ label: title, to: `/results/${datasetId}` }] : []),
      ]}
      actions={
        <ButtonLink kind="second" to={`/results/${datasetId}`}>
          {words.readResults}
        </ButtonLink>
      }
    >
      <Loaded query={results} lines={5}>
        {() => (
          <Loaded query={drivers} lines={5}>
            {(found) => <DriversOf found={found} labelOf={labelOf} datasetId={datasetId} />}
          </Loaded>
        )}
      </Loaded>
      <Card className="section stack">
        <div className="half">
          <SelectField<Missing>
            label={words.missing}
            hint={words.missingHint}
            value={missing}
            options={[
              { value: 'pairwise', label: words.missingNames.pairwise },
              { value: 'listwise', label: words.missingNames.listwise },
            ]}
            onChange={(value) => change({ missing: value === 'pairwise' ? undefined : value })}
          />
        </div>
      </Card>
    </Page>
  );
}

function DriversOf({
  found,
  labelOf,
  datasetId,
}: {
  found: Drivers;
  labelOf: (variable: string) => string;
  datasetId: string;
}) {
  const words = useMessages(driversMessages);
  const read = useText();
  if (found.status === 'working')
    return (
      <Card className="section">
        <Progress label={words.working(found.done, found.of)} value={found.done} max={found.of} />
      </Card>
    );
  if (found.status === 'not-possible')
    return (
      <Message
        kind="caution"
        title={read(found.title)}
        actions={
          <ButtonLink kind="second" to={`/datasets/${datasetId}`}>
            {words.openDataset}
          </ButtonLink>
        }
      >
        {read(found.remedy)}
      </Message>
    );
  return <Ready found={found} labelOf={labelOf} datasetId={datasetId} />;
}

function Ready({
  found,
  labelOf,
  datasetId,
}: {
  found: ReadyDrivers;
  labelOf: (variable: string) => string;
  datasetId: string;
}) {
  const words = useMessages(driversMessages);
  const { drivers, matrix, explanations } = found;
  if (drivers.status === 'withheld')
    return (
      <Message
        kind="info"
        title={words.withheld[drivers.reason]}
        actions={
          <ButtonLink kind="second" to={`/datasets/${datasetId}`}>
            {words.openDataset}
          </ButtonLink>
        }
      >
        {drivers.reason === 'small-cell'
          ? words.withheldMore(drivers.threshold)
          : drivers.reason === 'too-few-items'
            ? words.tooFewItems
            : undefined}
      </Message>
    );
  const outcome = labelOf(drivers.outcome);
  const rated = matrix === null ? [] : ratedDrivers(matrix, drivers, labelOf);
  const lines =
    matrix === null || matrix.scoreLine === null ? null : { share: matrix.shareLine * 100, score: matrix.scoreLine };
  const isCollinear = drivers.conditionNumber > 30 || drivers.drivers.some(({ vif }) => vif > 5);
  return (
    <>
      {lines === null ? null : <DriversLede drivers={rated} lines={lines} />}
      <div className="section">
        <Message kind="caution" title={words.together}>
          {isCollinear ? `${words.togetherMore} ${words.collinear}` : words.togetherMore}
        </Message>
      </div>
      {lines !== null && rated.length > 1 ? (
        <Card className="section">
          <PrioritiesFigure drivers={rated} lines={lines} />
          {explanations ? <DriversComputed figure={words.quadrantFigure} explanation={explanations.matrix} /> : null}
        </Card>
      ) : null}
      <Card className="section">
        <DriverBarsFigure table={drivers} outcome={outcome} labelOf={labelOf} />
        {explanations ? <DriversComputed figure={words.barsFigure} explanation={explanations.drivers} /> : null}
      </Card>
      <Grid className="section">
        <DriverBasis table={drivers} outcome={outcome} labelOf={labelOf} />
      </Grid>
      <Card className="section" title={words.whatIf}>
        <Empty title={words.whatIfTitle} level={3}>
          {words.whatIfText}
        </Empty>
      </Card>
    </>
  );
}
