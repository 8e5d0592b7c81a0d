import { api } from '@common-measure/platform/web-kit';
import { fieldworkApi, type PretestState } from '../fieldwork/fieldwork-contract.ts';

/** The pretest of a survey, as it stands. */
export function pretestQuery(surveyId: string) {
  return {
    queryKey: ['pretest', surveyId],
    queryFn: () => api.get<PretestState>(fieldworkApi.pretest.replace(':id', surveyId)),
  };
}
