import { blockRoutes } from './block-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { instrumentRoutes as draftRoutes } from './instrument-routes.ts';

export const instrumentRoutes = [...draftRoutes, ...commentRoutes, ...blockRoutes];
export { publishedComparability } from './comparability-store.ts';
export { createInstrument, publishedInstrument, publishInstrument, readInstrumentDraft } from './instrument-store.ts';
export const instrumentsMigrations = new URL('./migrations/', import.meta.url).pathname;
