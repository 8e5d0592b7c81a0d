import { a11Routes } from './a11-routes.ts';
import { apiRoutes } from './api-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { fieldworkRoutes } from './fieldwork-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { wayRoutes } from './ways-in/routes.ts';

export { keepErasingContacts } from './contact-retention.ts';
export { recordResponse, type SentResponse } from './response-store.ts';
export { type WaveDataset, waveDataset } from './wave-dataset.ts';
export { keepSettlingOnceLinks } from './ways-in/once-settling.ts';
export const collectionRoutes = [
  ...pageRoutes,
  ...apiRoutes,
  ...fieldworkRoutes,
  ...a11Routes,
  ...contactRoutes,
  ...wayRoutes,
];
export const collectionMigrations = new URL('./migrations/', import.meta.url).pathname;
