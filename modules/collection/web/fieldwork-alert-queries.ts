import { api } from '@common-measure/platform/web-kit';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type Alerts, alertsApi, type OpenAlerts } from '../fieldwork/alert-contract.ts';

/** The rules and alerts of a survey. */
export function alertsQuery(surveyId: string) {
  const queryFn = () => api.get<Alerts>(alertsApi.alerts.replace(':id', surveyId));
  return { queryKey: ['alerts', surveyId], queryFn };
}

export function useAlerts(surveyId: string): UseQueryResult<Alerts> {
  return useQuery({ ...alertsQuery(surveyId), refetchInterval: 60_000 });
}

/** Alerts that nobody has dealt with, by survey; not asked for by roles that may not see them. */
export function useOpenAlerts(isAllowed: boolean): UseQueryResult<OpenAlerts> {
  return useQuery({
    queryKey: ['alerts'],
    queryFn: () => api.get<OpenAlerts>(alertsApi.open),
    enabled: isAllowed,
    refetchInterval: 60_000,
  });
}

/** An act on rules or alerts, after which they are read again. */
export function useAlertAct<Body>(act: (body: Body) => Promise<unknown>): UseMutationResult<unknown, Error, Body> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries({ queryKey: ['alerts'] }) });
}
