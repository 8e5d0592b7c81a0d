import { datasetsApi } from '@common-measure/modules/datasets/contract';
import { inRound, surveyMessages, useSurvey } from '@common-measure/modules/studies/web';
import {
  api,
  Loaded,
  Page,
  useMessages,
  useNavigate,
  useParam,
  useSearch,
  useText,
} from '@common-measure/platform/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

/** The way from a survey to its results: its answers become a dataset, or the present one is brought up to date where that is due. */
export function SurveyResultsPage() {
  const survey = useSurvey(useParam('surveyId'));
  const [search] = useSearch();
  return (
    <Loaded query={survey}>
      {(loaded) => {
        const { waveId, name } = inRound(loaded, Number(search.round ?? loaded.round));
        return <ToResults key={waveId} waveId={waveId} name={name} />;
      }}
    </Loaded>
  );
}

function ToResults({ waveId, name }: { waveId: string; name: { en: string; fr: string } }) {
  const words = useMessages(surveyMessages);
  const read = useText();
  const navigate = useNavigate();
  const made = useQuery({
    queryKey: ['wave-dataset', waveId],
    queryFn: () => api.post<{ id: string }>(datasetsApi.waveDataset.replace(':id', waveId)),
    retry: false,
    gcTime: 0,
  });
  const id = made.data?.id;
  useEffect(() => {
    if (id !== undefined) navigate(`/results/${id}`, { replace: true });
  }, [id, navigate]);
  return (
    <Page title={read(name)} crumbs={[{ label: words.surveys, to: '/surveys' }]}>
      <Loaded query={made} lines={8}>
        {() => null}
      </Loaded>
    </Page>
  );
}
