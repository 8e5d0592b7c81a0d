import { type DatasetDetail, datasetsApi } from '@common-measure/modules/datasets/contract';
import { api, CheckGroup, useMessages, useText } from '@common-measure/platform/web-kit';
import { reportBreakdowns } from '@common-measure/report';
import { useQuery } from '@tanstack/react-query';
import type { ReportForm } from './report-form.ts';
import { reportMessages } from './report-words.ts';

/** The variables by which every item is broken down: all that the codebook names, until some are unticked. */
export function BreakdownChoice({ form, change }: { form: ReportForm; change: (part: Partial<ReportForm>) => void }) {
  const words = useMessages(reportMessages);
  const read = useText();
  const dataset = useQuery({
    queryKey: ['dataset', form.datasetId],
    queryFn: ({ signal }) => api.get<DatasetDetail>(datasetsApi.dataset.replace(':id', form.datasetId), signal),
  });
  const offered = dataset.data ? reportBreakdowns(dataset.data.codebook) : [];
  if (offered.length === 0) return null;
  return (
    <CheckGroup
      label={words.breakdowns}
      hint={words.breakdownsHint}
      values={form.breakdowns ?? offered.map(({ name }) => name)}
      options={offered.map(({ name, label }) => ({ value: name, label: read(label) }))}
      onChange={(breakdowns) => change({ breakdowns })}
    />
  );
}
