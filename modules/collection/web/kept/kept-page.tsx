import { useSession } from '@common-measure/modules/accounts/web';
import { useSurvey } from '@common-measure/modules/studies/web';
import {
  Card,
  DataTable,
  Grid,
  Loaded,
  Page,
  useFormat,
  useMessages,
  useParam,
  useText,
} from '@common-measure/platform/web-kit';
import type { RetentionReport } from '../../privacy-contract.ts';
import { EraseCard } from './erase-card.tsx';
import { useKept } from './kept-queries.ts';
import { keptMessages } from './kept-words.ts';
import { OriginalsCard } from './originals-card.tsx';
import { RetentionForm } from './retention-form.tsx';

/** What a survey keeps of people and how long, what was erased, and how one person's answers are erased. */
export function KeptPage() {
  const id = useParam('surveyId');
  const words = useMessages(keptMessages);
  const read = useText();
  const kept = useKept(id);
  const isOwner = useSession().data?.role === 'owner';
  return (
    <Loaded query={useSurvey(id)}>
      {(survey) => (
        <Page
          title={words.title}
          documentTitle={words.documentTitle(read(survey.name))}
          crumbs={[
            { label: words.surveys, to: '/surveys' },
            { label: read(survey.name), to: `/surveys/${survey.id}/answers` },
          ]}
        >
          <Loaded query={kept} lines={6}>
            {(report) => (
              <Grid>
                <RetentionForm surveyId={id} retention={report.retention} isOwner={isOwner} />
                <OriginalsCard surveyId={id} count={report.originals} />
                <Erased report={report} />
                {isOwner ? <EraseCard surveyId={id} /> : null}
              </Grid>
            )}
          </Loaded>
        </Page>
      )}
    </Loaded>
  );
}

/** What the next run erases, then what earlier ones and people have erased. */
function Erased({ report }: { report: RetentionReport }) {
  const words = useMessages(keptMessages);
  const { number, date } = useFormat();
  const due = (['responses', 'comments', 'drafts', 'originals', 'pretest'] as const).filter(
    (what) => report.due[what] > 0,
  );
  return (
    <Card span={7} title={words.erased} stack>
      <p>
        {due.length === 0
          ? words.nothingDue
          : words.due(due.map((what) => `${number(report.due[what])} ${words.dueLine[what]}`).join(', '))}
      </p>
      {report.erasures.length === 0 ? (
        <p>{words.nothingErased}</p>
      ) : (
        <DataTable
          caption={words.erased}
          captionHidden
          stacks
          rows={report.erasures}
          rowKey={(row) => `${row.what} ${row.round} ${row.erasedOn}`}
          columns={[
            { key: 'what', header: words.what, cell: (row) => words.things[row.what] },
            { key: 'number', header: words.number, numeric: true, cell: (row) => number(row.number) },
            {
              key: 'round',
              header: words.round,
              numeric: true,
              cell: (row) => (row.round === 0 ? '–' : number(row.round)),
            },
            { key: 'day', header: words.day, cell: (row) => date(row.erasedOn) },
            { key: 'files', header: words.files, cell: (row) => (row.cleared ? words.isCleared : words.isWaiting) },
          ]}
        />
      )}
    </Card>
  );
}
