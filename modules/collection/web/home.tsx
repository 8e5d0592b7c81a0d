import { useMayManage, useSurveys } from '@common-measure/modules/studies/web';
import {
  Card,
  type HomeContribution,
  Link,
  type NextStep,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useOpenAlerts } from './fieldwork-alert-queries.ts';
import { alertMessages } from './fieldwork-alert-words.ts';
import { useFieldworkTotals } from './fieldwork-queries.ts';
import { fieldworkMessages } from './fieldwork-words.ts';

/** Surveys on the home page: those that run, and what waits for somebody. */
export function useHome(): HomeContribution | null {
  const words = useMessages(fieldworkMessages);
  const alertWords = useMessages(alertMessages);
  const read = useText();
  const surveys = useSurveys().data;
  const seesCounts = useMayManage();
  const totals = useFieldworkTotals(seesCounts).data;
  const openAlerts = useOpenAlerts(seesCounts).data;
  if (surveys === undefined) return null;
  const totalOf = (id: string) => totals?.find((one) => one.surveyId === id)?.total ?? 0;
  const open = surveys.filter((survey) => survey.state === 'open').slice(0, 5);
  const nextSteps: NextStep[] = surveys.flatMap((survey) => {
    const name = read(survey.name);
    if (!seesCounts) return [];
    const alerts = openAlerts?.find(({ surveyId }) => surveyId === survey.id);
    if (alerts)
      return [
        {
          key: survey.id,
          title: alertWords.openTitle,
          text: `${alertWords.openOnHome(name, alerts.open)}${alerts.yours > 0 ? ` ${alertWords.yours(alerts.yours)}` : ''}`,
          action: alertWords.openAction,
          to: `/surveys/${survey.id}/answers`,
        },
      ];
    if (survey.state === 'draft')
      return [
        {
          key: survey.id,
          title: words.finishDraft,
          text: words.finishText(name),
          action: words.finishAction,
          to: `/surveys/${survey.id}`,
        },
      ];
    if (survey.state === 'open' && totals && totalOf(survey.id) === 0)
      return [
        {
          key: survey.id,
          title: words.next,
          text: words.nextText(name),
          action: words.nextAction,
          to: `/surveys/${survey.id}/answers`,
        },
      ];
    return [];
  });
  const card = (
    <Card title={words.latest}>
      <ul>
        {open.map((survey) => (
          <li key={survey.id}>
            <Link to={seesCounts ? `/surveys/${survey.id}/answers` : `/surveys/${survey.id}`}>
              {seesCounts ? words.onHome(read(survey.name), totalOf(survey.id)) : read(survey.name)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
  return {
    hasContent: surveys.length > 0,
    cards: open.length > 0 ? [{ key: 'surveys', span: 6, content: card }] : [],
    nextSteps: nextSteps.slice(0, 3),
  };
}
