import { useSession } from '@common-measure/modules/accounts/web';
import { api } from '@common-measure/platform/web-kit';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type Making, type Report, reportsApi } from '../contract.ts';

const listKey = ['reports'] as const;

/** The reports of the organisation, newest first. */
export function useReports(): UseQueryResult<readonly Report[]> {
  return useQuery({ queryKey: listKey, queryFn: () => api.get<readonly Report[]>(reportsApi.reports) });
}

const makingsKey = ['report-makings'] as const;

/** Reports at work and those that could not be made: asked for again while one is at work; a finished one brings the list up to date. */
export function useMakings(): UseQueryResult<readonly Making[]> {
  const queries = useQueryClient();
  return useQuery({
    queryKey: makingsKey,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<readonly Making[]>(makingsKey) ?? [];
      const now = await api.get<readonly Making[]>(reportsApi.makings, signal);
      if (before.some(({ id }) => !now.some((one) => one.id === id)))
        await queries.invalidateQueries({ queryKey: listKey });
      return now;
    },
    refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'working') ? 1000 : false),
  });
}

/** An act on reports at work: ordering one, trying again, dismissing. */
export function useMakingAct<Input = void>(
  act: (input: Input) => Promise<Making>,
): UseMutationResult<Making, unknown, Input> {
  const queries = useQueryClient();
  return useMutation<Making, unknown, Input>({
    mutationFn: act,
    onSuccess: (making) => {
      // One that is made before the list is asked for again is known to have been at work.
      if (making.state === 'working')
        queries.setQueryData<readonly Making[]>(makingsKey, (before = []) => [
          making,
          ...before.filter(({ id }) => id !== making.id),
        ]);
      return queries.invalidateQueries({ queryKey: makingsKey });
    },
  });
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
