import { api } from '@common-measure/platform/web-kit';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Look, lookApi } from '../../look/look-contract.ts';

export const lookKey = ['look'] as const;

/** The colour and the logo of the organization, for whatever shows pages of its surveys. */
export function useLook(): UseQueryResult<Look> {
  return useQuery({ queryKey: lookKey, queryFn: ({ signal }) => api.get<Look>(lookApi, signal), staleTime: 60_000 });
}

/** The style sheet of survey pages in this colour, for pages that are shown inside of the console. */
export function sheetIn(colour: string | null | undefined): string {
  return `/s/respondent.css${colour ? `?colour=${colour.slice(1)}` : ''}`;
}
