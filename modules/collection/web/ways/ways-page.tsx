import { useSession } from '@common-measure/modules/accounts/web';
import { useVersion } from '@common-measure/modules/instruments/web';
import { inRound, roundMessages, type Survey, useSurvey } from '@common-measure/modules/studies/web';
import {
  ButtonLink,
  Empty,
  Grid,
  Loaded,
  Message,
  Page,
  useMessages,
  useParam,
  useSearch,
  useText,
} from '@common-measure/platform/web-kit';
import { ConflictsCard } from './conflicts-card.tsx';
import { InterceptCard } from './intercept-card.tsx';
import { KioskCard } from './kiosk-card.tsx';
import { LateFileCard } from './late-file-card.tsx';
import { OnceCard } from './once-card.tsx';
import { PreparedCard } from './prepared-card.tsx';
import { waysMessages } from './ways-words.ts';

/** The ways in which people come to a survey beside its open link. */
export function WaysPage() {
  return <Loaded query={useSurvey(useParam('surveyId'))}>{(survey) => <Ways survey={survey} />}</Loaded>;
}

function Ways({ survey: present }: { survey: Survey }) {
  const words = useMessages(waysMessages);
  const rounds = useMessages(roundMessages);
  const read = useText();
  const [search] = useSearch();
  const survey = inRound(present, Number(search.round ?? present.round));
  const isEarlier = survey.round !== present.round;
  const asked = useVersion(survey.instrumentId, survey.version);
  const isOwner = useSession().data?.role === 'owner';
  return (
    <Page
      title={words.title}
      documentTitle={words.documentTitle(read(survey.name))}
      crumbs={[
        { label: words.surveys, to: '/surveys' },
        { label: read(survey.name), to: `/surveys/${survey.id}/answers` },
      ]}
      actions={
        <>
          {isOwner ? (
            <ButtonLink kind="second" to="/webhooks">
              {words.webhooks}
            </ButtonLink>
          ) : null}
          <ButtonLink kind="second" to={`/surveys/${survey.id}/answers`}>
            {words.toAnswers}
          </ButtonLink>
        </>
      }
    >
      {survey.state === 'draft' ? (
        <Empty title={words.draft}>{words.lead}</Empty>
      ) : (
        <Loaded query={asked}>
          {({ instrument }) =>
            isEarlier ? (
              <div className="stack">
                <Message
                  actions={
                    <ButtonLink kind="second" to={`/surveys/${survey.id}/ways`} search={{ round: undefined }}>
                      {rounds.toPresent}
                    </ButtonLink>
                  }
                >
                  {rounds.earlier(survey.round)}
                </Message>
                <Grid>
                  <ConflictsCard surveyId={survey.id} round={survey.round} instrument={instrument} />
                </Grid>
              </div>
            ) : (
              <div className="stack">
                <p>{words.lead}</p>
                <Grid>
                  <ConflictsCard surveyId={survey.id} instrument={instrument} />
                  <OnceCard surveyId={survey.id} />
                  <KioskCard surveyId={survey.id} />
                  <PreparedCard surveyId={survey.id} instrument={instrument} />
                  <InterceptCard surveyId={survey.id} />
                  <LateFileCard surveyId={survey.id} instrument={instrument} />
                </Grid>
              </div>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
