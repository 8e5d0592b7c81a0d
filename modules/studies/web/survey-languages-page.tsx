import { useSession } from '@common-measure/modules/accounts/web';
import {
  builderMessages,
  LanguagesView,
  languageMessages,
  useDraftEditing,
  useInstrument,
} from '@common-measure/modules/instruments/web';
import { Facts, Loaded, Page, useMessages, useParam, useText } from '@common-measure/platform/web-kit';
import type { Survey } from '../contract.ts';
import { useMayManage, useSurvey } from './survey-queries.ts';
import { surveyMessages } from './survey-words.ts';

/** The languages of a survey’s questionnaire: translating, reviewing, and what the organization asks. */
export function SurveyLanguagesPage() {
  const survey = useSurvey(useParam('surveyId'));
  return <Loaded query={survey}>{(loaded) => <WithInstrument key={loaded.instrumentId} survey={loaded} />}</Loaded>;
}

function WithInstrument({ survey }: { survey: Survey }) {
  const draft = useInstrument(survey.instrumentId);
  return (
    <Loaded query={draft} lines={8}>
      {(loaded) => <Languages survey={survey} draft={loaded} />}
    </Loaded>
  );
}

function Languages({ survey, draft }: { survey: Survey; draft: Parameters<typeof useDraftEditing>[0] }) {
  const words = useMessages(languageMessages);
  const surveys = useMessages(surveyMessages);
  const builder = useMessages(builderMessages);
  const read = useText();
  const mayManage = useMayManage() && draft.published === null;
  const isOwner = useSession().data?.role === 'owner';
  const editing = useDraftEditing(draft);
  return (
    <Page
      title={words.title}
      crumbs={[
        { label: surveys.surveys, to: '/surveys' },
        { label: read(survey.name), to: `/surveys/${survey.id}` },
      ]}
      facts={
        <Facts>
          {[
            read(editing.instrument.title),
            <span key="saved" role="status">
              {editing.state === 'waiting' ? '' : builder.state[editing.state]}
            </span>,
          ]}
        </Facts>
      }
    >
      <LanguagesView editing={editing} role={{ mayManage, isOwner }} />
    </Page>
  );
}
