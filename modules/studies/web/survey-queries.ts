import { useSession } from '@common-measure/modules/accounts/web';
import { api } from '@common-measure/platform/web-kit';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type Survey, surveysApi } from '../contract.ts';

const listKey = ['surveys'] as const;
const oneKey = (id: string) => ['surveys', id] as const;

/** The address of an act on one survey. */
export function surveyAddress(pattern: (typeof surveysApi)[keyof typeof surveysApi], id: string): string {
  return pattern.replace(':id', id);
}

/** All surveys of the organization, newest first. */
export function useSurveys(): UseQueryResult<readonly Survey[]> {
  return useQuery({ queryKey: listKey, queryFn: () => api.get<readonly Survey[]>(surveysApi.surveys) });
}

/** One survey; asked for again every so many milliseconds, where given: it may close by itself. */
export function useSurvey(id: string, everyMs?: number): UseQueryResult<Survey> {
  const queryFn = () => api.get<Survey>(surveyAddress(surveysApi.survey, id));
  return useQuery({ queryKey: oneKey(id), queryFn, ...(everyMs === undefined ? {} : { refetchInterval: everyMs }) });
}

/** Whether the reader may set up surveys and see how the fieldwork goes. */
export function useMayManage(): boolean {
  const role = useSession().data?.role;
  return role === 'manager' || role === 'owner';
}

/** An act on surveys: what it gives back is known at once, and the list is read again. */
export function useSurveyAct<Input>(act: (input: Input) => Promise<Survey>): UseMutationResult<Survey, unknown, Input> {
  const queries = useQueryClient();
  return useMutation<Survey, unknown, Input>({
    mutationFn: act,
    onSuccess: async (survey) => {
      queries.setQueryData(oneKey(survey.id), survey);
      await queries.invalidateQueries({ queryKey: listKey, exact: true });
    },
  });
}
