import type { ResponseScale } from '@common-measure/instrument';
import { api } from '@common-measure/platform/web-kit';
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  type BankOverview,
  bankApi,
  type FoundItem,
  type ItemPage,
  type PackPage,
  type ProposalFacts,
  type ProposalPage,
  type SearchPage,
  type Stewardship,
} from '../contract.ts';

/** Every part of the bank is read anew after an act on it. */
const bankKey = ['bank'] as const;
const aWhile = 60_000;
/** The whole bank is large, and changes by approvals only. */
const longWhile = 600_000;

/** What the bank holds: constructs and ready selections. */
export function useBank(): UseQueryResult<BankOverview> {
  return useQuery({ queryKey: bankKey, queryFn: () => api.get<BankOverview>(bankApi.overview), staleTime: aWhile });
}

/** All items that fit; while a new search runs, the last result stays. */
export function useBankItems(wanted: Readonly<Record<string, string>>): UseQueryResult<readonly FoundItem[]> {
  const query = new URLSearchParams(wanted).toString();
  return useQuery({
    queryKey: [...bankKey, 'items', query],
    queryFn: ({ signal }) => api.get<readonly FoundItem[]>(`${bankApi.items}?${query}`, signal),
    placeholderData: keepPreviousData,
    staleTime: longWhile,
  });
}

/** The first `most` items that fit, nearest first; while a new search runs, the last result stays. */
export function useBankSearch(wanted: Readonly<Record<string, string>>, most: number): UseQueryResult<SearchPage> {
  const query = new URLSearchParams({ ...wanted, most: String(most) }).toString();
  return useQuery({
    queryKey: [...bankKey, 'search', query],
    queryFn: ({ signal }) => api.get<SearchPage>(`${bankApi.search}?${query}`, signal),
    placeholderData: keepPreviousData,
    staleTime: aWhile,
  });
}

export function useItem(code: string): UseQueryResult<ItemPage> {
  return useRead(['item', code], addressOf(bankApi.item, code));
}

export function usePack(id: string): UseQueryResult<PackPage> {
  return useRead(['pack', id], addressOf(bankApi.pack, id));
}

export function useScales(): UseQueryResult<readonly ResponseScale[]> {
  return useRead(['scales'], bankApi.scales);
}

export function useSelected(codes: readonly string[]): UseQueryResult<readonly FoundItem[]> {
  return useRead(['selection', ...codes], `${bankApi.selection}?${selectionQuery(codes)}`);
}

export function useProposals(): UseQueryResult<readonly ProposalFacts[]> {
  return useRead(['proposals'], bankApi.proposals);
}

export function useProposal(id: string): UseQueryResult<ProposalPage> {
  return useRead(['proposal', id], addressOf(bankApi.proposal, id));
}

export function useStewardship(): UseQueryResult<Stewardship> {
  return useRead(['stewardship'], bankApi.stewardship);
}

/** An act on the bank; afterwards everything known of the bank is read again. */
export function useBankAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
): UseMutationResult<Reply, unknown, Input> {
  const queries = useQueryClient();
  return useMutation<Reply, unknown, Input>({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: bankKey }),
  });
}

/** An address of the API with its one part filled in. */
export function addressOf(path: string, part: string): string {
  return path.replace(/:\w+/, encodeURIComponent(part));
}

export function selectionQuery(codes: readonly string[]): string {
  return codes.length === 0 ? '' : new URLSearchParams({ codes: codes.join(',') }).toString();
}

function useRead<T>(key: readonly string[], address: string): UseQueryResult<T> {
  return useQuery({
    queryKey: [...bankKey, ...key],
    queryFn: ({ signal }) => api.get<T>(address, signal),
  });
}
