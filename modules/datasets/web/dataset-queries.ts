import { api } from '@common-measure/platform/web-kit';
import { type QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import {
  type CodebookVersion,
  type DatasetDetail,
  type DatasetSummary,
  datasetsApi,
  type EarlierDataset,
  type ImportDetail,
  type ImportSummary,
  type RemovedThing,
} from '../contract.ts';

export const datasetsKey = ['datasets'] as const;
const importsKey = ['imports'] as const;
export const importKey = (id: string) => ['imports', id] as const;

/** How often a file that is being read is asked for, in milliseconds. */
const pollEvery = 700;

/** The address of one dataset or import in the API. */
export function addressOf(pattern: (typeof datasetsApi)[keyof typeof datasetsApi], id: string): string {
  return pattern.replace(':id', id);
}

/** The datasets of the organization, newest wave first. */
export function useDatasets(): UseQueryResult<readonly DatasetSummary[]> {
  return useQuery({
    queryKey: datasetsKey,
    queryFn: ({ signal }) => api.get<readonly DatasetSummary[]>(datasetsApi.datasets, signal),
  });
}

export function useDataset(id: string): UseQueryResult<DatasetDetail> {
  return useQuery({
    queryKey: [...datasetsKey, id],
    queryFn: ({ signal }) => api.get<DatasetDetail>(addressOf(datasetsApi.dataset, id), signal),
  });
}

/** Files that were brought and are no dataset yet; asked for again while one is being read. */
export function useImports(isAllowed: boolean): UseQueryResult<readonly ImportSummary[]> {
  return useQuery({
    queryKey: importsKey,
    queryFn: ({ signal }) => api.get<readonly ImportSummary[]>(datasetsApi.imports, signal),
    enabled: isAllowed,
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'reading') ? pollEvery : false),
  });
}

export function useImport(id: string): UseQueryResult<ImportDetail> {
  return useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => api.get<ImportDetail>(addressOf(datasetsApi.import, id), signal),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? pollEvery : false),
    refetchOnWindowFocus: false,
  });
}

/** The datasets whose choices could be filled into an import, the likeliest first. */
export function useEarlier(id: string): UseQueryResult<readonly EarlierDataset[]> {
  return useQuery({
    queryKey: [...importKey(id), 'earlier'],
    queryFn: ({ signal }) => api.get<readonly EarlierDataset[]>(addressOf(datasetsApi.importEarlier, id), signal),
  });
}

/** The versions of a dataset's codebook; asked for where there is more than one. */
export function useHistory(id: string, version: number): UseQueryResult<readonly CodebookVersion[]> {
  return useQuery({
    queryKey: [...datasetsKey, id, 'history', version],
    queryFn: ({ signal }) => api.get<readonly CodebookVersion[]>(addressOf(datasetsApi.history, id), signal),
    enabled: version > 1,
  });
}

const removedKey = ['removed-data'] as const;

/** What was removed and can still be brought back. */
export function useRemoved(): UseQueryResult<readonly RemovedThing[]> {
  return useQuery({
    queryKey: removedKey,
    queryFn: ({ signal }) => api.get<readonly RemovedThing[]>(datasetsApi.removed, signal),
  });
}

/** Lists that an act has made out of date. */
export function forgetLists(queries: QueryClient): Promise<unknown> {
  return Promise.all([
    queries.invalidateQueries({ queryKey: importsKey, exact: true }),
    queries.invalidateQueries({ queryKey: datasetsKey, exact: true }),
    queries.invalidateQueries({ queryKey: removedKey, exact: true }),
  ]);
}
