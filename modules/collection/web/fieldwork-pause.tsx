import { type Survey, surveyAddress, surveysApi, useSurveyAct } from '@common-measure/modules/studies/web';
import { api, Button, ProblemMessage, useDone, useMessages, useText } from '@common-measure/platform/web-kit';
import { courseMessages } from './fieldwork-course-words.ts';

/** Takes no answers for a while, or goes on. */
export function PauseButton({ survey }: { survey: Survey }) {
  const words = useMessages(courseMessages);
  const read = useText();
  const done = useDone();
  const pause = useSurveyAct(() => api.post<Survey>(surveyAddress(surveysApi.pause, survey.id)));
  const resume = useSurveyAct(() => api.post<Survey>(surveyAddress(surveysApi.resume, survey.id)));
  const name = read(survey.name);
  const press = () =>
    survey.pausedAt === null
      ? pause.mutate(undefined, {
          onSuccess: () =>
            done({ text: words.pausedNow(name), undo: async () => void (await resume.mutateAsync(undefined)) }),
        })
      : resume.mutate(undefined, { onSuccess: () => done({ text: words.resumedNow(name) }) });
  const act = survey.pausedAt === null ? pause : resume;
  const failed = pause.isError ? pause.error : resume.isError ? resume.error : null;
  return (
    <>
      {failed === null ? null : <ProblemMessage error={failed} />}
      <Button
        kind="second"
        busy={act.isPending && (survey.pausedAt === null ? words.pausing : words.resuming)}
        onClick={press}
      >
        {survey.pausedAt === null ? words.pause : words.resume}
      </Button>
    </>
  );
}
