import {
  ComparePanel,
  type InstrumentDraft,
  useGiveUpRevision,
  useRevise,
} from '@common-measure/modules/instruments/web';
import {
  Actions,
  api,
  Button,
  Card,
  Link,
  Message,
  ProblemMessage,
  Tag,
  useDone,
  useFormat,
  useMessages,
  useNavigate,
} from '@common-measure/platform/web-kit';
import { type Survey, surveysApi } from '../contract.ts';
import { roundMessages } from './round-words.ts';
import { surveyAddress, useSurveyAct } from './survey-queries.ts';
import { surveyMessages } from './survey-words.ts';

/** Opens the next round, with the revised questionnaire where there is one, and leads to its link. */
export function useNextRound(survey: Survey) {
  const words = useMessages(roundMessages);
  const done = useDone();
  const navigate = useNavigate();
  const act = useSurveyAct(() => api.post<Survey>(surveyAddress(surveysApi.rounds, survey.id), {}));
  const open = () =>
    act.mutate(undefined, {
      onSuccess: (made) => {
        done({ text: words.opened(made.round) });
        navigate(`/surveys/${survey.id}/answers`);
      },
    });
  return { open, isPending: act.isPending, error: act.error };
}

/** The button stands far down the page that is replaced: the focus goes to the title, where the revision begins. */
function leadToTop(): void {
  document.querySelector<HTMLElement>('h1')?.focus();
}

/** Of a published survey: what may follow it, its rounds so far, and what changed between its versions. */
export function VersionsAndRounds({ survey, draft }: { survey: Survey; draft: InstrumentDraft }) {
  const words = useMessages(roundMessages);
  const revise = useRevise(draft.id);
  const next = useNextRound(survey);
  const { published } = draft;
  if (!published) return null;
  return (
    <div className="stack-6 section" id="versions">
      <Card title={words.title} stack>
        {revise.isError ? <ProblemMessage error={revise.error} /> : null}
        {next.error ? <ProblemMessage error={next.error} /> : null}
        <p>{words.reviseHint(published.number)}</p>
        <p className="small muted">{words.roundHint(survey.round)}</p>
        <Actions>
          <Button
            icon="edit"
            kind="second"
            busy={revise.isPending && words.revising}
            onClick={() => revise.mutate(undefined, { onSuccess: leadToTop })}
          >
            {words.revise}
          </Button>
          <Button kind="plain" busy={next.isPending && words.opening} onClick={next.open}>
            {words.sameAgain}
          </Button>
        </Actions>
        <RoundList survey={survey} />
      </Card>
      {published.number > 1 ? <ComparePanel id={draft.id} draft={null} /> : null}
    </div>
  );
}

/** Every round with its version, its state and the way to its answers. */
export function RoundList({ survey }: { survey: Survey }) {
  const words = useMessages(roundMessages);
  const { states } = useMessages(surveyMessages);
  const { date } = useFormat();
  return (
    <ul className="states" aria-label={words.rounds}>
      {survey.rounds.map((round) => (
        <li key={round.number}>
          <Link to={`/surveys/${survey.id}/answers`} search={{ round: String(round.number) }}>
            {words.toRound(round.number)}
          </Link>{' '}
          <span className="muted">
            {[
              round.version === null ? null : words.version(round.version),
              round.openedAt && date(round.openedAt, survey.timeZone),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>{' '}
          <Tag kind={round.state === 'open' ? 'good' : 'plain'}>{states[round.state]}</Tag>
        </li>
      ))}
    </ul>
  );
}

/** Above the builder while a version is revised: what runs meanwhile, and the way back. */
export function RevisionNote({
  survey,
  draft,
  onFlush,
}: {
  survey: Survey;
  draft: InstrumentDraft;
  /** Saves what is not saved yet, so that giving up loses no word. */
  onFlush: () => Promise<boolean>;
}) {
  const words = useMessages(roundMessages);
  const done = useDone();
  const giveUp = useGiveUpRevision(draft.id);
  if (!draft.revises) return null;
  return (
    <>
      {giveUp.isError ? <ProblemMessage error={giveUp.error} /> : null}
      <Message
        title={`${words.revisionOf(draft.revises.number)}.`}
        actions={
          <Button
            kind="plain"
            onClick={() =>
              void onFlush().then(() => giveUp.mutate(undefined, { onSuccess: () => done({ text: words.givenUp }) }))
            }
          >
            {words.giveUp}
          </Button>
        }
      >
        {words.revisionHint(draft.revises.number, survey.round)}
      </Message>
    </>
  );
}
