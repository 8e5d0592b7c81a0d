export { instrumentRoutes } from './instrument-routes.ts';
export { createInstrument, publishedInstrument, publishInstrument, readInstrumentDraft } from './instrument-store.ts';
export const instrumentsMigrations = new URL('./migrations/', import.meta.url).pathname;
