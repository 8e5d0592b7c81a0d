export const fieldworkApi = {
  responses: '/api/surveys/:id/responses.csv',
} as const;
