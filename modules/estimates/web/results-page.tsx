import type { AnalysisResult, Audience } from '@common-measure/estimate';
import { useSession } from '@common-measure/modules/accounts/web';
import {
  ButtonLink,
  Facts,
  Loaded,
  Page,
  Tag,
  useFormat,
  useMessages,
  useParam,
  useSearch,
  useText,
} from '@common-measure/platform/web-kit';
import { useEffect } from 'react';
import { isComparable } from '../comparable.ts';
import type { Results } from '../contract.ts';
import { FigureChooser } from './figure-chooser.tsx';
import { sameDomain } from './figures.ts';
import { resultMessages } from './result-words.ts';
import { audienceOf, ResultsControls } from './results-controls.tsx';
import { useAudienceResult, useResults } from './results-query.ts';
import { ResultsView } from './results-view.tsx';
import { resultsMessages } from './results-words.ts';
import { wavePoints, withoutBreaks } from './wave-points.ts';

/** The results of one dataset; what is chosen stands in the address, so that a view can be shared and printed. */
export function ResultsPage() {
  const datasetId = useParam('datasetId');
  const words = useMessages(resultsMessages);
  const [search] = useSearch();
  const results = useResults(datasetId, search.by, search.against === 'none' ? undefined : search.against);
  useLatestWave(results.data);
  return (
    <Loaded
      query={results}
      lines={6}
      errorActions={<ButtonLink to={`/datasets/${datasetId}`}>{words.openDataset}</ButtonLink>}
    >
      {(found) => <ResultsOf results={found} audience={audienceOf(search.audience)} />}
    </Loaded>
  );
}

/** Compares with the latest earlier wave until the reader chooses otherwise. */
function useLatestWave(results: Results | undefined): void {
  const [search, change] = useSearch();
  const latest = results?.waves.filter((wave) => wave.comparisons.every(isComparable)).at(-1)?.datasetId;
  const isOpen = search.against === undefined && latest !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the waves are known
  useEffect(() => {
    if (isOpen) change({ against: latest }, { replace: true });
  }, [isOpen, latest]);
}

function ResultsOf({ results, audience }: { results: Results; audience: Audience }) {
  const words = useMessages(resultsMessages);
  const shared = useMessages(resultMessages);
  const read = useText();
  const { number } = useFormat();
  const { codebook, dataset, result } = results;
  const { samplingClass, weights } = result.design;
  const mayReport = (useSession().data?.role ?? 'viewer') !== 'viewer';
  return (
    <Page
      title={read(codebook.title)}
      documentTitle={words.pageTitle(read(codebook.title))}
      crumbs={[{ label: words.title, to: '/results' }]}
      facts={
        <Facts>
          {[
            <Tag kind="info" key="class">
              {shared.samplingClasses[samplingClass]}
            </Tag>,
            words.responses(number(dataset.rows)),
            weights === null ? words.unweighted : words.weighted,
            shared.samplingSpeaks[samplingClass],
            ...(codebook.synthetic
              ? [
                  <Tag kind="info" key="synthetic">
                    {words.synthetic}
                  </Tag>,
                ]
              : []),
          ]}
        </Facts>
      }
      actions={
        <>
          {mayReport ? (
            <ButtonLink to="/reports/new" search={{ dataset: dataset.id }}>
              {words.report}
            </ButtonLink>
          ) : null}
          <ButtonLink kind="second" to={`/drivers/${dataset.id}`}>
            {words.drivers}
          </ButtonLink>
        </>
      }
    >
      <ResultsControls results={results} audience={audience} />
      {audience === 'organization' ? (
        <Shown results={results} result={result} />
      ) : (
        <AsSeenBy results={results} audience={audience} />
      )}
    </Page>
  );
}

/** The same page with the figures that another audience may see; without comparisons of waves. */
function AsSeenBy({ results, audience }: { results: Results; audience: Audience }) {
  const [search] = useSearch();
  const result = useAudienceResult(results.dataset.id, results.codebook, audience, search.by);
  return (
    <Loaded query={result} lines={6}>
      {(found) => <Shown results={{ ...results, comparisons: [], waves: [], against: null }} result={found} />}
    </Loaded>
  );
}

function Shown({ results, result }: { results: Results; result: AnalysisResult }) {
  const [search] = useSearch();
  const { codebook, dataset, waves, against, comparisons } = results;
  const by = codebook.variables.find((variable) => variable.name === search.by) ?? null;
  const domain = by && search.group ? { [by.name]: search.group } : {};
  const together = { ...result, comparisons: [...result.comparisons, ...comparisons.map(withoutBreaks)] };
  const isKnown = result.estimates.some((estimate) => sameDomain(estimate.domain, domain));
  return (
    <ResultsView
      codebook={codebook}
      result={together}
      domain={isKnown ? domain : {}}
      waveLabel={waves.find((wave) => wave.datasetId === against)?.label ?? null}
      waves={wavePoints(codebook, result, waves)}
      by={by}
      datasetId={dataset.id}
      against={against}
      chooser={<FigureChooser datasetId={dataset.id} codebook={codebook} result={result} by={by} />}
    />
  );
}
