import { api } from '@common-measure/platform/web-kit';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type BankOverview, bankApi, type FoundItem } from '../contract.ts';

/** What the bank holds: constructs and ready selections. It does not change while the platform runs. */
export function useBank(): UseQueryResult<BankOverview> {
  return useQuery({
    queryKey: ['bank'],
    queryFn: () => api.get<BankOverview>(bankApi.overview),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The items that fit; while a new search runs, the last result stays. */
export function useBankItems(wanted: Readonly<Record<string, string>>): UseQueryResult<readonly FoundItem[]> {
  const query = new URLSearchParams(wanted).toString();
  return useQuery({
    queryKey: ['bank', 'items', query],
    queryFn: ({ signal }) => api.get<readonly FoundItem[]>(`${bankApi.items}?${query}`, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
