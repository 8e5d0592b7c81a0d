import { type Survey, useMayManage, useSurveys } from '@common-measure/modules/studies/web';
import {
  ButtonLink,
  Card,
  DataTable,
  Empty,
  Link,
  Loaded,
  Page,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useFieldworkTotals } from './fieldwork-queries.ts';
import { fieldworkMessages } from './fieldwork-words.ts';
import { SurveyState } from './survey-state.tsx';

/** All surveys with their state and how many have answered. */
export function SurveysPage() {
  const words = useMessages(fieldworkMessages);
  const surveys = useSurveys();
  const mayManage = useMayManage();
  const create = mayManage ? (
    <ButtonLink icon="plus" to="/surveys/new">
      {words.newSurvey}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.surveys} actions={surveys.data?.length ? create : null}>
      <Loaded query={surveys}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={words.none} actions={create}>
              {words.noneMore}
            </Empty>
          ) : (
            <SurveyTable surveys={all} />
          )
        }
      </Loaded>
    </Page>
  );
}

function SurveyTable({ surveys }: { surveys: readonly Survey[] }) {
  const words = useMessages(fieldworkMessages);
  const read = useText();
  const { date, number } = useFormat();
  const seesCounts = useMayManage();
  const totals = useFieldworkTotals(seesCounts).data;
  const totalOf = (survey: Survey) => totals?.find((one) => one.surveyId === survey.id)?.total;
  const answers = (survey: Survey) => {
    const total = totalOf(survey);
    return survey.state === 'draft' || total === undefined ? '–' : number(total);
  };
  return (
    <Card>
      <DataTable
        caption={words.surveys}
        captionHidden
        stacks
        rows={surveys}
        rowKey={(survey) => survey.id}
        columns={[
          {
            key: 'name',
            header: words.name,
            cell: (survey) => (
              <Link
                to={survey.state === 'draft' || !seesCounts ? `/surveys/${survey.id}` : `/surveys/${survey.id}/answers`}
              >
                {read(survey.name)}
              </Link>
            ),
          },
          {
            key: 'state',
            header: words.state,
            cell: (survey) => <SurveyState survey={survey} />,
          },
          ...(seesCounts ? [{ key: 'answers', header: words.answers, numeric: true, cell: answers }] : []),
          {
            key: 'opened',
            header: words.opened,
            cell: (survey) => (survey.openedAt ? date(survey.openedAt, survey.timeZone) : '–'),
          },
        ]}
      />
    </Card>
  );
}
