import { isDayToCome, type Survey, surveyMessages } from '@common-measure/modules/studies/web';
import { Tag, useMessages } from '@common-measure/platform/web-kit';
import { courseMessages } from './fieldwork-course-words.ts';
import { stateMessages } from './fieldwork-state-words.ts';

/** The state of a survey as a tag: one that is paused, closing or to come says so. */
export function SurveyState({ survey }: { survey: Survey }) {
  const { states } = useMessages(surveyMessages);
  const { closing } = useMessages(stateMessages);
  const { paused, coming } = useMessages(courseMessages);
  if (survey.state !== 'open') return <Tag>{states[survey.state]}</Tag>;
  if (survey.finishUntil !== null) return <Tag>{closing}</Tag>;
  if (survey.pausedAt !== null) return <Tag>{paused}</Tag>;
  const isComing = survey.opensOn !== null && isDayToCome(survey.opensOn, survey.timeZone);
  return isComing ? <Tag>{coming}</Tag> : <Tag kind="good">{states.open}</Tag>;
}
