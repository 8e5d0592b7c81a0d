import type { DatasetSummary } from '@common-measure/modules/datasets/contract';
import { Page, useMessages } from '@common-measure/platform/web-kit';
import { DatasetChooser } from './dataset-chooser.tsx';
import { resultsMessages } from './results-words.ts';

/** Every dataset whose results can be read. */
export function ResultsListPage() {
  const words = useMessages(resultsMessages);
  return (
    <Page title={words.title}>
      <DatasetChooser addressOf={(dataset: DatasetSummary) => `/results/${dataset.id}`} lede={words.lede} />
    </Page>
  );
}
