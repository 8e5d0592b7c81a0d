import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Course, fieldworkApi } from '../fieldwork/fieldwork-contract.ts';
import { askForRound } from './fieldwork-early.ts';

/** How people come through a survey, read again every half minute while it is looked at. */
export function useCourse(surveyId: string, round: number, isPublished = true): UseQueryResult<Course> {
  return useQuery({
    queryKey: ['fieldwork', surveyId, round, 'course'],
    queryFn: () => askForRound<Course>(fieldworkApi.course, surveyId, round),
    refetchInterval: 30_000,
    enabled: isPublished,
  });
}

export function responsesAddress(surveyId: string, round: number): string {
  return `${fieldworkApi.responses.replace(':id', surveyId)}?round=${round}`;
}
