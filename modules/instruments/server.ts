import { blockRoutes } from './block-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { comparabilityRoutes } from './comparability-routes.ts';
import { instrumentRoutes as draftRoutes } from './instrument-routes.ts';
import { languageRoutes } from './language-routes.ts';
import { paperRoutes } from './paper-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { revisionRoutes } from './revision-routes.ts';
import { versionRoutes } from './version-routes.ts';

export const instrumentRoutes = [
  ...draftRoutes,
  ...revisionRoutes,
  ...versionRoutes,
  ...commentRoutes,
  ...comparabilityRoutes,
  ...blockRoutes,
  ...languageRoutes,
  ...reviewRoutes,
  ...paperRoutes,
];
export { publishedComparability } from './comparability-store.ts';
export { createInstrument, publishedInstrument, publishInstrument, readInstrumentDraft } from './instrument-store.ts';
export type { Editor } from './revision-store.ts';
export { versionNumbers } from './version-store.ts';
export const instrumentsMigrations = new URL('./migrations/', import.meta.url).pathname;
