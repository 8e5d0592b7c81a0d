import type { DatasetSummary } from '@common-measure/modules/datasets/contract';
import { useDatasetLabel } from '@common-measure/modules/datasets/web';
import { byNewest, useDatasets } from '@common-measure/modules/estimates/web';
import {
  Actions,
  api,
  Button,
  ButtonLink,
  Card,
  Empty,
  ErrorSummary,
  Loaded,
  Page,
  ProblemMessage,
  RadioCards,
  SelectField,
  TextField,
  useDone,
  useMessages,
  useNavigate,
  useSearch,
  useText,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { type Making, type NewReport, reportAudiences, reportsApi } from '../contract.ts';
import { BreakdownChoice } from './breakdown-choice.tsx';
import { FieldworkFields } from './fieldwork-fields.tsx';
import { emptyForm, formFaults, type ReportForm, wantedReport } from './report-form.ts';
import { addressOf, useMakingAct } from './report-queries.ts';
import { reportMessages } from './report-words.ts';

/** From which dataset, for whom, with which title: then the report is measured and set. */
export function NewReportPage() {
  const words = useMessages(reportMessages);
  const datasets = useDatasets();
  const [search] = useSearch();
  const toData = <ButtonLink to="/datasets">{words.toData}</ButtonLink>;
  return (
    <Page
      title={words.newTitle}
      crumbs={[{ label: words.reports, to: '/reports' }]}
      facts={<p className="sub">{words.newLede}</p>}
    >
      <Loaded query={datasets}>
        {(found) => {
          const all = [...found].sort(byNewest);
          const first = all.find((one) => one.id === search.dataset) ?? all[0];
          return first ? (
            <NewReportForm datasets={all} first={first} />
          ) : (
            <Empty title={words.noDataset} actions={toData}>
              {words.noDatasetMore}
            </Empty>
          );
        }}
      </Loaded>
    </Page>
  );
}

function NewReportForm({ datasets, first }: { datasets: readonly DatasetSummary[]; first: DatasetSummary }) {
  const words = useMessages(reportMessages);
  const read = useText();
  const label = useDatasetLabel();
  const navigate = useNavigate();
  const done = useDone();
  const [form, setForm] = useState<ReportForm>({
    ...emptyForm,
    datasetId: first.id,
    en: first.title.en,
    fr: first.title.fr,
  });
  const [isChecked, setChecked] = useState(false);
  const change = (part: Partial<ReportForm>) => setForm((before) => ({ ...before, ...part }));
  const create = useMakingAct((body: NewReport) =>
    api.post<Making>(addressOf(reportsApi.datasetReports, form.datasetId), body),
  );
  const errors = formFaults(form).map(({ id, fault }) => ({ id, text: words[fault] }));
  const errorOf = (id: string) => (isChecked ? errors.find((error) => error.id === id)?.text : undefined);
  const choose = (datasetId: string) => {
    const dataset = datasets.find((one) => one.id === datasetId);
    change({ datasetId, breakdowns: null, ...(dataset ? { en: dataset.title.en, fr: dataset.title.fr } : {}) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (errors.length > 0) return;
    create.mutate(wantedReport(form), {
      onSuccess: (making) => {
        done({ text: words.ordered(read(making.title)) });
        navigate('/reports');
      },
    });
  };
  return (
    <Card>
      <form className="stack-6" onSubmit={submit} noValidate>
        {create.isError ? <ProblemMessage error={create.error} /> : null}
        <ErrorSummary errors={isChecked ? errors : []} />
        <SelectField
          label={words.dataset}
          value={form.datasetId}
          options={datasets.map((dataset) => ({
            value: dataset.id,
            label: `${label(dataset)}${dataset.synthetic ? ` (${words.synthetic})` : ''}`,
          }))}
          onChange={choose}
        />
        <div className="pair">
          <TextField
            id="title-en"
            label={words.titleEn}
            hint={words.titleHint}
            lang="en"
            value={form.en}
            onChange={(en) => change({ en })}
            error={errorOf('title-en')}
          />
          <TextField
            id="title-fr"
            label={words.titleFr}
            hint={words.titleHint}
            lang="fr"
            value={form.fr}
            onChange={(fr) => change({ fr })}
            error={errorOf('title-fr')}
          />
        </div>
        <RadioCards
          label={words.audience}
          value={form.audience}
          options={reportAudiences.map((value) => ({
            value,
            label: words.audiences[value],
            hint: words.audienceHints[value],
          }))}
          onChange={(audience) => change({ audience })}
        />
        <BreakdownChoice form={form} change={change} />
        <FieldworkFields form={form} change={change} errorOf={errorOf} />
        <p className="hint">{words.makingHint}</p>
        <Actions>
          <Button type="submit" busy={create.isPending && words.ordering}>
            {words.makeIt}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}
