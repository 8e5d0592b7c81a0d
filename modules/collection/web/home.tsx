import { useMayManage, useSurveys } from '@common-measure/modules/studies/web';
import {
  Card,
  type HomeContribution,
  Link,
  type NextStep,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useFieldworkTotals } from './fieldwork-queries.ts';
import { fieldworkMessages } from './fieldwork-words.ts';

/** Surveys on the home page: those that run, and what waits for somebody. */
export function useHome(): HomeContribution | null {
  const words = useMessages(fieldworkMessages);
  const read = useText();
  const surveys = useSurveys().data;
  const seesCounts = useMayManage();
  const totals = useFieldworkTotals(seesCounts).data;
  if (surveys === undefined) return null;
  const totalOf = (id: string) => totals?.find((one) => one.surveyId === id)?.total ?? 0;
  const open = surveys.filter((survey) => survey.state === 'open').slice(0, 5);
  const nextSteps: NextStep[] = surveys.flatMap((survey) => {
    const name = read(survey.name);
    if (!seesCounts) return [];
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
