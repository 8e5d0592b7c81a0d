import { useSession } from '@common-measure/modules/accounts/web';
import { useVersion } from '@common-measure/modules/instruments/web';
import { type Survey, useSurvey } from '@common-measure/modules/studies/web';
import {
  ButtonLink,
  Empty,
  Grid,
  Loaded,
  Page,
  useMessages,
  useParam,
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

function Ways({ survey }: { survey: Survey }) {
  const words = useMessages(waysMessages);
  const read = useText();
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
          {({ instrument }) => (
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
          )}
        </Loaded>
      )}
    </Page>
  );
}
