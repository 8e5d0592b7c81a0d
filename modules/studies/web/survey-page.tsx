import { questionsOf } from '@common-measure/instrument';
import { useSession } from '@common-measure/modules/accounts/web';
import {
  builderMessages,
  CommentedInstrument,
  FlawList,
  FrozenInstrument,
  historyMessages,
  InstrumentBuilder,
  LanguageNotice,
  languageMessages,
  useDraftEditing,
  useInstrument,
  useQuestionnaireFacts,
  wayToFlaw,
} from '@common-measure/modules/instruments/web';
import {
  api,
  Button,
  ButtonLink,
  Facts,
  Loaded,
  Page,
  ProblemMessage,
  Tag,
  useDone,
  useMessages,
  useNavigate,
  useParam,
  useText,
} from '@common-measure/platform/web-kit';
import { type Survey, surveysApi } from '../contract.ts';
import { roundMessages } from './round-words.ts';
import { RevisionNote, useNextRound, VersionsAndRounds } from './rounds.tsx';
import { surveyAddress, useMayManage, useSurvey, useSurveyAct } from './survey-queries.ts';
import { surveyMessages } from './survey-words.ts';

/** A survey: its questionnaire in the builder, or, once published, as it was published. */
export function SurveyPage() {
  const survey = useSurvey(useParam('surveyId'));
  return <Loaded query={survey}>{(loaded) => <WithInstrument key={loaded.instrumentId} survey={loaded} />}</Loaded>;
}

type LoadedDraft = Parameters<typeof useDraftEditing>[0];

function WithInstrument({ survey }: { survey: Survey }) {
  const draft = useInstrument(survey.instrumentId);
  const mayManage = useMayManage();
  return (
    <Loaded query={draft} lines={8}>
      {(loaded) =>
        loaded.published || !mayManage ? (
          <ReadSurvey survey={survey} draft={loaded} mayManage={mayManage} />
        ) : (
          <DraftSurvey survey={survey} draft={loaded} />
        )
      }
    </Loaded>
  );
}

const nobody = { en: '', fr: '' };

/** The questionnaire to read: published, or of somebody whose role does not change it. */
function ReadSurvey({ survey, draft, mayManage }: { survey: Survey; draft: LoadedDraft; mayManage: boolean }) {
  const words = useMessages(surveyMessages);
  const rounds = useMessages(roundMessages);
  const read = useText();
  const organization = useSession().data?.organization?.name ?? nobody;
  const facts = useQuestionnaireFacts(draft.instrument);
  return (
    <Page
      title={read(survey.name)}
      crumbs={[{ label: words.surveys, to: '/surveys' }]}
      facts={
        <Facts>
          {[
            <Tag key="state" kind={survey.state === 'open' ? 'good' : 'plain'}>
              {words.states[survey.state]}
            </Tag>,
            words.questions(questionsOf(draft.instrument).length),
            ...facts,
          ]}
        </Facts>
      }
      actions={
        mayManage ? (
          <>
            {draft.published ? (
              <ButtonLink kind="second" to={`/surveys/${survey.id}`} hash="versions">
                {rounds.title}
              </ButtonLink>
            ) : null}
            <ButtonLink kind="second" to={`/surveys/${survey.id}/settings`}>
              {words.settings}
            </ButtonLink>
            <ButtonLink kind="second" to={`/surveys/${survey.id}/answers`} hash="pretest">
              {words.toPretest}
            </ButtonLink>
            <ButtonLink to={`/surveys/${survey.id}/answers`}>{words.toAnswers}</ButtonLink>
          </>
        ) : null
      }
    >
      <CommentedInstrument value={draft.id}>
        <FrozenInstrument
          instrument={draft.instrument}
          isPublished={draft.published !== null}
          organization={organization}
          instrumentId={draft.id}
        />
      </CommentedInstrument>
      {mayManage ? <VersionsAndRounds survey={survey} draft={draft} /> : null}
    </Page>
  );
}

function DraftSurvey({ survey, draft }: { survey: Survey; draft: LoadedDraft }) {
  const words = useMessages(surveyMessages);
  const languageWords = useMessages(languageMessages);
  const builder = useMessages(builderMessages);
  const history = useMessages(historyMessages);
  const read = useText();
  const done = useDone();
  const navigate = useNavigate();
  const organization = useSession().data?.organization?.name ?? nobody;
  const editing = useDraftEditing(draft);
  const questionnaireFacts = useQuestionnaireFacts(editing.calm);
  const publish = useSurveyAct(() => api.post<Survey>(surveyAddress(surveysApi.publish, survey.id)));
  const nextRound = useNextRound(survey);
  const rounds = useMessages(roundMessages);
  const { flaws, instrument, state } = editing;
  const press = async () => {
    const [flaw] = flaws;
    if (flaw) {
      const { to, search } = wayToFlaw(`/surveys/${survey.id}`, flaw);
      navigate(to, { search, keepScroll: true });
      return;
    }
    // What could not be saved is said by the builder; publishing what stood before would surprise.
    if (!(await editing.flush())) return;
    if (draft.revises) {
      nextRound.open();
      return;
    }
    publish.mutate(undefined, {
      onSuccess: () => {
        done({ text: words.published });
        navigate(`/surveys/${survey.id}/answers`);
      },
    });
  };
  const languages = new Set(flaws.map((flaw) => flaw.language));
  const [only] = languages;
  const unfinished =
    languages.size > 1 || only === null
      ? words.finish(flaws.length)
      : only === 'fr'
        ? words.finishFrench(flaws.length)
        : only === 'en'
          ? words.finishEnglish(flaws.length)
          : words.finish(flaws.length);
  return (
    <Page
      title={read(survey.name)}
      crumbs={[{ label: words.surveys, to: '/surveys' }]}
      facts={
        <Facts>
          {[
            <Tag key="state">{words.states[survey.state]}</Tag>,
            words.questions(questionsOf(instrument).length),
            ...questionnaireFacts,
            <span key="saved" role="status">
              {state === 'waiting' ? history.waiting : builder.state[state]}
            </span>,
          ]}
        </Facts>
      }
      actions={
        <>
          <ButtonLink kind="second" to={`/surveys/${survey.id}/languages`}>
            {languageWords.link}
          </ButtonLink>
          <ButtonLink kind="second" to={`/surveys/${survey.id}/settings`}>
            {words.settings}
          </ButtonLink>
          <ButtonLink kind="second" to={`/surveys/${survey.id}/answers`} hash="pretest">
            {words.toPretest}
          </ButtonLink>
          <Button busy={(publish.isPending || nextRound.isPending) && words.publishing} onClick={() => void press()}>
            {flaws.length > 0
              ? unfinished
              : draft.revises
                ? rounds.publishNext(draft.revises.number + 1, survey.round + 1)
                : words.publish}
          </Button>
        </>
      }
    >
      <div className="stack">
        {draft.revises ? (
          <RevisionNote survey={survey} draft={draft} onFlush={editing.flush} />
        ) : (
          <p className="small muted">{words.publishHint}</p>
        )}
        {nextRound.error ? <ProblemMessage error={nextRound.error} /> : null}
        {publish.isError ? <ProblemMessage error={publish.error} /> : null}
        {state === 'refused' ? (
          <ProblemMessage
            error={editing.error}
            actions={
              <Button kind="second" onClick={() => location.reload()}>
                {builder.reload}
              </Button>
            }
          />
        ) : null}
        <FlawList flaws={flaws} />
        <LanguageNotice id={draft.id} />
      </div>
      <CommentedInstrument value={draft.id}>
        <InstrumentBuilder editing={editing} organization={organization} instrumentId={draft.id} />
      </CommentedInstrument>
    </Page>
  );
}
