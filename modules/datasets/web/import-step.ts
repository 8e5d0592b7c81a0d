/** The steps of an import, in order: what each column is, what the columns are for, saving. */
export const importSteps = ['columns', 'roles', 'save'] as const;
export type ImportStepName = (typeof importSteps)[number];
