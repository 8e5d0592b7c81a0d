import {
  ButtonLink,
  Card,
  DataTable,
  Loaded,
  Message,
  Page,
  Progress,
  useFormat,
  useMessages,
  useParam,
  useText,
} from '@common-measure/platform/web-kit';
import { type ImportDetail, importSteps } from '../contract.ts';
import { useImport } from './dataset-queries.ts';
import { ImportEditor } from './import-editor.tsx';
import { importMessages } from './import-words.ts';

/** An import in the state it is in: being read, refused, waiting for choices, saved. */
export function ImportPage() {
  const query = useImport(useParam('importId'));
  // Choices stay on the page even where asking again has failed.
  if (query.data) return <ImportState key={query.data.id} detail={query.data} />;
  return (
    <Loaded query={query} lines={8}>
      {(detail) => <ImportState key={detail.id} detail={detail} />}
    </Loaded>
  );
}

function ImportState({ detail }: { detail: ImportDetail }) {
  const words = useMessages(importMessages);
  const crumbs = [{ label: words.data, to: '/datasets' }];
  if (detail.state === 'ready' && detail.codebook) return <ImportEditor detail={detail} codebook={detail.codebook} />;
  if (detail.state === 'refused')
    return (
      <Page title={words.titles.refused(detail.fileName)} crumbs={crumbs}>
        <Refusal detail={detail} />
      </Page>
    );
  if (detail.state === 'saved')
    return (
      <Page title={words.titles.saved(detail.fileName)} crumbs={crumbs}>
        <Message
          kind="good"
          actions={
            detail.datasetId ? <ButtonLink to={`/datasets/${detail.datasetId}`}>{words.toDataset}</ButtonLink> : null
          }
        >
          {words.savedText}
        </Message>
      </Page>
    );
  return (
    <Page title={words.titles.reading(detail.fileName)} crumbs={crumbs}>
      <Card className="narrow">
        <ReadingProgress detail={detail} />
      </Card>
    </Page>
  );
}

function ReadingProgress({ detail }: { detail: ImportDetail }) {
  const words = useMessages(importMessages);
  const { percent } = useFormat();
  const place = importSteps.indexOf(detail.step);
  const label = words.readingStepOf(place + 1, words.readingSteps[detail.step]);
  const note = words.readingNote(percent(Math.round(detail.share * 100)));
  return <Progress label={label} note={note} value={place + detail.share} max={importSteps.length} />;
}

/** Every problem with its row, its column and its remedy. */
function Refusal({ detail }: { detail: ImportDetail }) {
  const words = useMessages(importMessages);
  const read = useText();
  const { number } = useFormat();
  const place = (value: string | number | boolean | null | undefined) =>
    typeof value === 'number' ? number(value) : value === null || value === undefined ? '–' : String(value);
  return (
    <div className="stack">
      <Message
        kind="bad"
        title={words.refusedTitle}
        actions={<ButtonLink to="/datasets/import">{words.anotherFile}</ButtonLink>}
      >
        {words.refusedText(detail.problems.length)}
      </Message>
      <Card title={words.refusedTable}>
        <DataTable
          caption={words.refusedTable}
          captionHidden
          stacks
          rows={detail.problems.map((problem, at) => ({ problem, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            { key: 'what', header: words.what, cell: ({ problem }) => read(problem.title) },
            {
              key: 'row',
              header: words.row,
              numeric: true,
              cell: ({ problem }) => place(problem.details.row ?? problem.details.line),
            },
            { key: 'column', header: words.column, cell: ({ problem }) => place(problem.details.column) },
            { key: 'remedy', header: words.remedy, cell: ({ problem }) => read(problem.remedy) },
          ]}
        />
      </Card>
    </div>
  );
}
