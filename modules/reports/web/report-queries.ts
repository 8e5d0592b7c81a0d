import { useSession } from '@common-measure/modules/accounts/web';
import { api } from '@common-measure/platform/web-kit';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type Report, reportsApi } from '../contract.ts';

const listKey = ['reports'] as const;

/** The reports of the organisation, newest first. */
export function useReports(): UseQueryResult<readonly Report[]> {
  return useQuery({ queryKey: listKey, queryFn: () => api.get<readonly Report[]>(reportsApi.reports) });
}

/** An act on reports, after which the list is read again. */
export function useReportAct<Input>(act: (input: Input) => Promise<Report>): UseMutationResult<Report, unknown, Input> {
  const queries = useQueryClient();
  return useMutation<Report, unknown, Input>({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: listKey }),
  });
}

/** The address of an act on one report or one dataset. */
export function addressOf(pattern: (typeof reportsApi)[keyof typeof reportsApi], id: string): string {
  return pattern.replace(':id', id);
}

/** Whether the reader may make reports: analysts, managers and owners. */
export function useMayReport(): boolean {
  const role = useSession().data?.role;
  return role === 'analyst' || role === 'manager' || role === 'owner';
}
