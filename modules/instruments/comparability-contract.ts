import type { Comparability } from '@common-measure/instrument';

/** What can be compared of a questionnaire: as it was recorded with the version, or of a draft as the bank stands now. */
export interface ComparabilityFacts {
  readonly isRecorded: boolean;
  readonly comparability: Comparability;
}

export const comparabilityApi = { comparability: '/api/instruments/:id/comparability' } as const;
