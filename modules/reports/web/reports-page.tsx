import {
  Actions,
  api,
  Button,
  ButtonLink,
  Card,
  Empty,
  Facts,
  Loaded,
  Page,
  ProblemMessage,
  Tag,
  useDone,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type Edition, type Making, type Report, reportsApi } from '../contract.ts';
import { EditionFiles } from './edition-files.tsx';
import { MakingCard } from './making-card.tsx';
import { useReadyNotice } from './ready-notice.ts';
import { addressOf, useMakingAct, useMakings, useMayReport, useReportAct, useReports } from './report-queries.ts';
import { reportMessages } from './report-words.ts';

/** Every report with its editions and their files. */
export function ReportsPage() {
  const words = useMessages(reportMessages);
  const reports = useReports();
  const mayMake = useMayReport();
  const makings = useMakings().data;
  const work = makings ?? [];
  useReadyNotice(makings);
  const make = mayMake ? (
    <ButtonLink icon="plus" to="/reports/new">
      {words.make}
    </ButtonLink>
  ) : null;
  return (
    <Page
      title={words.reports}
      facts={<p className="sub">{words.lede}</p>}
      actions={reports.data?.length || work.length > 0 ? make : null}
    >
      <Loaded query={reports}>
        {(all) =>
          all.length === 0 && work.length === 0 ? (
            <Empty title={words.none} actions={make}>
              {words.noneMore}
            </Empty>
          ) : (
            <div className="stack-6">
              {work.map((making) => (
                <MakingCard key={making.id} making={making} mayMake={mayMake} />
              ))}
              {all.map((report) => (
                <ReportCard key={report.id} report={report} mayMake={mayMake} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function ReportCard({ report, mayMake }: { report: Report; mayMake: boolean }) {
  const words = useMessages(reportMessages);
  const read = useText();
  return (
    <Card title={read(report.title)} stack>
      {report.editions.map((edition) => (
        <div key={edition.id} className="stack-2">
          <EditionFacts edition={edition} />
          <EditionFiles report={report} edition={edition} />
        </div>
      ))}
      {mayMake ? <ReportActions report={report} /> : null}
      {mayMake ? <p className="small muted">{words.anotherHint}</p> : null}
    </Card>
  );
}

function EditionFacts({ edition }: { edition: Edition }) {
  const words = useMessages(reportMessages);
  const read = useText();
  const { date, number } = useFormat();
  return (
    <Facts>
      {[
        <strong key="number">{words.edition(edition.number)}</strong>,
        ...(edition.name ? [read(edition.name)] : []),
        words.madeOn(date(edition.madeOn)),
        words.madeFor[edition.audience],
        ...(edition.erasedSince > 0 ? [words.erasedSince(edition.erasedSince, number(edition.erasedSince))] : []),
        ...(edition.synthetic
          ? [
              <Tag key="synthetic" kind="info">
                {words.synthetic}
              </Tag>,
            ]
          : []),
      ]}
    </Facts>
  );
}

function ReportActions({ report }: { report: Report }) {
  const words = useMessages(reportMessages);
  const read = useText();
  const done = useDone();
  const next = useMakingAct(() => {
    const { audience = 'public', name = null } = report.editions[0] ?? {};
    return api.post<Making>(addressOf(reportsApi.editions, report.id), { audience, edition: name });
  });
  const restore = useReportAct(() => api.post<Report>(addressOf(reportsApi.restore, report.id)));
  const remove = useReportAct(() => api.delete<Report>(addressOf(reportsApi.report, report.id)));
  const failed = next.error ?? remove.error;
  return (
    <>
      {failed ? <ProblemMessage error={failed} /> : null}
      <Actions>
        <Button
          kind="second"
          busy={next.isPending && words.ordering}
          onClick={() => next.mutate(undefined, { onSuccess: () => done({ text: words.ordered(read(report.title)) }) })}
        >
          {words.another}
        </Button>
        <Button
          kind="plain"
          onClick={() =>
            remove.mutate(undefined, {
              onSuccess: () =>
                done({
                  text: words.removed(read(report.title)),
                  undo: async () => {
                    await restore.mutateAsync(undefined);
                  },
                }),
            })
          }
        >
          {words.remove}
        </Button>
      </Actions>
    </>
  );
}
