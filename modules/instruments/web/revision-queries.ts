import { api } from '@common-measure/platform/web-kit';
import {
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { InstrumentDraft } from '../contract.ts';
import {
  type InstrumentRevision,
  type InstrumentVersion,
  type KeptRevision,
  type KeptVersion,
  revisionsApi,
  revisionsAtATime,
} from '../revision-contract.ts';

/** The saved states, newest first, read anew whenever the list is opened. */
export function useRevisions(id: string): UseInfiniteQueryResult<readonly InstrumentRevision[]> {
  return useInfiniteQuery({
    queryKey: ['instrument-revisions', id],
    queryFn: ({ pageParam }) =>
      api.get<readonly InstrumentRevision[]>(
        `${revisionsApi.revisions.replace(':id', id)}${pageParam === null ? '' : `?before=${pageParam}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.length === revisionsAtATime ? (last.at(-1)?.id ?? null) : null),
    select: ({ pages }) => pages.flat(),
    gcTime: 0,
  });
}

export function useRevision(id: string, revision: string): UseQueryResult<KeptRevision> {
  return useQuery({
    queryKey: ['instrument-revision', id, revision],
    queryFn: () => api.get<KeptRevision>(revisionsApi.revision.replace(':id', id).replace(':revisionId', revision)),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useVersions(id: string): UseQueryResult<readonly InstrumentVersion[]> {
  return useQuery({
    queryKey: ['instrument-versions', id],
    queryFn: () => api.get<readonly InstrumentVersion[]>(revisionsApi.versions.replace(':id', id)),
  });
}

/** A published version in full; null asks for none. */
export function useVersion(id: string, number: number | null): UseQueryResult<KeptVersion> {
  return useQuery({
    queryKey: ['instrument-version', id, number],
    queryFn: () => api.get<KeptVersion>(revisionsApi.version.replace(':id', id).replace(':number', String(number))),
    enabled: number !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Begins to revise the published version; the page goes on with the draft. */
export function useRevise(id: string): UseMutationResult<InstrumentDraft, unknown, void> {
  return useDraftAct(id, () => api.post<InstrumentDraft>(revisionsApi.revising.replace(':id', id)));
}

/** Gives the revision up; the page shows again what is published. */
export function useGiveUpRevision(id: string): UseMutationResult<InstrumentDraft, unknown, void> {
  return useDraftAct(id, () => api.delete<InstrumentDraft>(revisionsApi.revising.replace(':id', id)));
}

function useDraftAct(
  id: string,
  act: () => Promise<InstrumentDraft>,
): UseMutationResult<InstrumentDraft, unknown, void> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (draft) => queries.setQueryData(['instrument', id], draft),
  });
}
