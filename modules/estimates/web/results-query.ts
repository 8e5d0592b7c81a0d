import type { Codebook } from '@common-measure/dataset';
import type { AnalysisRequest, AnalysisResult, Audience } from '@common-measure/estimate';
import { api } from '@common-measure/platform/web-kit';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { estimatesApi, type Results } from '../contract.ts';
import { resultsRequest } from '../results-plan.ts';

/** Everything on the results page in one call; while another breakdown is computed, the last one stays. */
export function useResults(
  datasetId: string,
  by: string | undefined,
  against: string | undefined,
): UseQueryResult<Results> {
  const search = new URLSearchParams({ ...(by ? { by } : {}), ...(against ? { against } : {}) }).toString();
  return useQuery({
    queryKey: ['results', datasetId, search],
    queryFn: ({ signal }) =>
      api.get<Results>(`${estimatesApi.results.replace(':id', datasetId)}${search ? `?${search}` : ''}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** The same figures as another audience may see them. */
export function useAudienceResult(
  datasetId: string,
  codebook: Codebook,
  audience: Audience,
  by: string | undefined,
): UseQueryResult<AnalysisResult> {
  const request: AnalysisRequest = { ...resultsRequest(codebook, by ?? null), audience };
  return useQuery({
    queryKey: ['audience-result', datasetId, audience, by],
    queryFn: () => api.post<AnalysisResult>(estimatesApi.estimates.replace(':id', datasetId), request),
    enabled: audience !== 'organization',
    placeholderData: keepPreviousData,
  });
}
