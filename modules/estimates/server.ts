export { type Analysed, type AnalysisCall, analyse } from './analyse.ts';
export { earlierWaves, waveLabel } from './earlier-waves.ts';
export { estimatesRoutes } from './estimates-routes.ts';
export { forgetResults } from './result-store.ts';
export { resultsOf, shownCodebook } from './results.ts';
export { breakdowns, resultItems, resultsRequest } from './results-plan.ts';
export { software } from './software.ts';

export const estimatesMigrations = new URL('./migrations/', import.meta.url).pathname;
