import { byNewest, useDatasets } from '@common-measure/modules/estimates/web';
import { type HomeContribution, useMessages, useText } from '@common-measure/platform/web-kit';
import { useMayReport, useReports } from './report-queries.ts';
import { reportMessages } from './report-words.ts';

/** Reports on the home page: the latest dataset that has none yet is a next step. */
export function useHome(): HomeContribution | null {
  const words = useMessages(reportMessages);
  const read = useText();
  const mayMake = useMayReport();
  const reports = useReports().data;
  const datasets = useDatasets().data;
  if (reports === undefined || datasets === undefined) return null;
  const [latest] = [...datasets].sort(byNewest);
  const isReported = reports.some((report) => report.datasetId === latest?.id);
  const step = latest && mayMake && !isReported ? [latest] : [];
  return {
    hasContent: reports.length > 0,
    cards: [],
    nextSteps: step.map((dataset) => ({
      key: `report-${dataset.id}`,
      title: words.nextTitle,
      text: words.nextText(read(dataset.title)),
      action: words.make,
      to: '/reports/new',
    })),
  };
}
