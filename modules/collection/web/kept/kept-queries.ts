import { api } from '@common-measure/platform/web-kit';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type OriginalText, privacyApi, type Retention, type RetentionReport } from '../../privacy-contract.ts';

const keyOf = (surveyId: string) => ['kept', surveyId];
const at = (path: string, surveyId: string) => path.replace(':id', surveyId);

export function useKept(surveyId: string): UseQueryResult<RetentionReport> {
  return useQuery({
    queryKey: keyOf(surveyId),
    queryFn: () => api.get<RetentionReport>(at(privacyApi.retention, surveyId)),
  });
}

/** Read only when somebody wants to see them, as reading them is recorded. */
export function useOriginals(surveyId: string): UseQueryResult<readonly OriginalText[]> {
  return useQuery({
    queryKey: [...keyOf(surveyId), 'originals'],
    queryFn: () => api.get<readonly OriginalText[]>(at(privacyApi.originals, surveyId)),
    retry: false,
  });
}

export function useSaveRetention(surveyId: string): UseMutationResult<Retention, unknown, Retention> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Retention) => api.put<Retention>(at(privacyApi.retention, surveyId), body),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(surveyId) }),
  });
}

export function useErase(surveyId: string): UseMutationResult<unknown, unknown, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => api.post<unknown>(at(privacyApi.erasures, surveyId), { code }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(surveyId) }),
  });
}
