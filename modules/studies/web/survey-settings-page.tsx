import {
  Actions,
  api,
  Button,
  Card,
  ErrorSummary,
  Loaded,
  Message,
  Page,
  ProblemMessage,
  TextField,
  useDone,
  useMessages,
  useNavigate,
  useParam,
  useText,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { type Survey, type SurveyChange, surveysApi } from '../contract.ts';
import { ClosingFields, closingChangeOf, closingEntryOf, useClosingErrors } from './closing-fields.tsx';
import { NoticeCard } from './notice-card.tsx';
import { SamplingField } from './sampling-field.tsx';
import { surveyAddress, useSurvey, useSurveyAct } from './survey-queries.ts';
import { surveyMessages } from './survey-words.ts';
import { TimeZoneField } from './time-zone-field.tsx';

/** Name, how people are reached, time zone, when it opens and closes; copying and removing. */
export function SurveySettingsPage() {
  const words = useMessages(surveyMessages);
  const read = useText();
  return (
    <Loaded query={useSurvey(useParam('surveyId'))}>
      {(survey) => (
        <Page
          title={words.settingsTitle}
          crumbs={[
            { label: words.surveys, to: '/surveys' },
            { label: read(survey.name), to: `/surveys/${survey.id}` },
          ]}
        >
          <div className="stack-6">
            <SettingsForm survey={survey} />
            <NoticeCard surveyId={survey.id} />
            <OtherActs survey={survey} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function SettingsForm({ survey }: { survey: Survey }) {
  const words = useMessages(surveyMessages);
  const done = useDone();
  const [choice, setChoice] = useState({
    ...survey.name,
    sampling: survey.samplingClass,
    timeZone: survey.timeZone,
  });
  const [closing, setClosing] = useState(closingEntryOf(survey));
  const change = (part: Partial<typeof choice>) => setChoice((before) => ({ ...before, ...part }));
  const save = useSurveyAct((body: SurveyChange) =>
    api.patch<Survey>(surveyAddress(surveysApi.survey, survey.id), body),
  );
  const [isChecked, setChecked] = useState(false);
  const isDraft = survey.state === 'draft';
  const closingErrors = useClosingErrors(closing, survey, choice.timeZone);
  const errors = [
    ...(choice.en.trim() === '' ? [{ id: 'name-en', text: words.enterEn }] : []),
    ...(choice.fr.trim() === '' ? [{ id: 'name-fr', text: words.enterFr }] : []),
    ...closingErrors,
  ];
  const errorOf = (id: string) => (isChecked ? errors.find((error) => error.id === id)?.text : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (errors.length > 0) return;
    const body = {
      name: { en: choice.en.trim(), fr: choice.fr.trim() },
      ...closingChangeOf(closing, survey),
      ...(isDraft ? { samplingClass: choice.sampling, timeZone: choice.timeZone } : {}),
    };
    save.mutate(body, { onSuccess: () => done({ text: words.savedSettings }) });
  };
  return (
    <Card>
      <form className="stack-6" onSubmit={submit} noValidate>
        {save.isError ? <ProblemMessage error={save.error} /> : null}
        <ErrorSummary errors={isChecked ? errors : []} />
        <div className="pair">
          <TextField
            id="name-en"
            label={words.nameEn}
            lang="en"
            value={choice.en}
            onChange={(en) => change({ en })}
            error={errorOf('name-en')}
          />
          <TextField
            id="name-fr"
            label={words.nameFr}
            lang="fr"
            value={choice.fr}
            onChange={(fr) => change({ fr })}
            error={errorOf('name-fr')}
          />
        </div>
        {isDraft ? (
          <>
            <SamplingField value={choice.sampling} onChange={(sampling) => change({ sampling })} />
            <TimeZoneField value={choice.timeZone} onChange={(timeZone) => change({ timeZone })} />
          </>
        ) : (
          <Message>{words.fixed}</Message>
        )}
        <ClosingFields
          survey={survey}
          entry={closing}
          timeZone={choice.timeZone}
          errorOf={errorOf}
          onChange={setClosing}
        />
        <Actions>
          <Button type="submit" busy={save.isPending && words.saving}>
            {words.save}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

function OtherActs({ survey }: { survey: Survey }) {
  const words = useMessages(surveyMessages);
  const read = useText();
  const done = useDone();
  const navigate = useNavigate();
  const copy = useSurveyAct(() => api.post<Survey>(surveyAddress(surveysApi.copy, survey.id)));
  const remove = useSurveyAct(() => api.delete<Survey>(surveyAddress(surveysApi.survey, survey.id)));
  const restore = useSurveyAct(() => api.post<Survey>(surveyAddress(surveysApi.restore, survey.id)));
  return (
    <>
      {copy.isError ? <ProblemMessage error={copy.error} /> : null}
      {remove.isError ? <ProblemMessage error={remove.error} /> : null}
      <Actions>
        <Button
          kind="second"
          icon="copy"
          onClick={() =>
            copy.mutate(undefined, {
              onSuccess: (made) => {
                done({ text: words.copied(read(made.name)) });
                navigate(`/surveys/${made.id}`);
              },
            })
          }
        >
          {words.copy}
        </Button>
        {survey.state === 'draft' ? (
          <Button
            kind="plain"
            icon="remove"
            onClick={() =>
              remove.mutate(undefined, {
                onSuccess: () => {
                  done({
                    text: words.removed(read(survey.name)),
                    undo: async () => void (await restore.mutateAsync(undefined)),
                  });
                  navigate('/surveys');
                },
              })
            }
          >
            {words.remove}
          </Button>
        ) : null}
      </Actions>
    </>
  );
}
