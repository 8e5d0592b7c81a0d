import { api } from '@common-measure/platform/web-kit';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { collectionApi, type Fieldwork, type FieldworkTotals } from '../contract.ts';
import { waysInApi } from '../ways-in/contract.ts';
import { askForRound } from './fieldwork-early.ts';

/** How the fieldwork of a survey goes, read again every five seconds while it is looked at; a draft has none to ask for. */
export function useFieldwork(surveyId: string, round: number, isPublished: boolean): UseQueryResult<Fieldwork> {
  return useQuery({
    queryKey: ['fieldwork', surveyId, round],
    queryFn: () => askForRound<Fieldwork>(collectionApi.fieldwork, surveyId, round),
    refetchInterval: 5000,
    enabled: isPublished,
  });
}

/** How many answers each survey has; `isAllowed` is false for roles that may not see process counts. */
export function useFieldworkTotals(isAllowed: boolean): UseQueryResult<FieldworkTotals> {
  return useQuery({
    queryKey: ['fieldwork'],
    queryFn: () => api.get<FieldworkTotals>(collectionApi.totals),
    enabled: isAllowed,
  });
}

export function a11Address(surveyId: string, round: number): string {
  return `${collectionApi.a11.replace(':id', surveyId)}?round=${round}`;
}

/** The poster of the open link, in both languages. */
export function posterAddress(surveyId: string): string {
  return waysInApi.openPoster.replace(':id', surveyId);
}

export function codeAddress(surveyId: string, round: number): string {
  return `${collectionApi.code.replace(':id', surveyId)}?round=${round}`;
}
