export { type EditionFile, editionFiles } from './edition-files.ts';
export { reportRoutes } from './report-routes.ts';
export const reportsMigrations = new URL('./migrations/', import.meta.url).pathname;
