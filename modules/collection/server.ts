import { a11Routes } from './a11-routes.ts';
import { apiRoutes } from './api-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { fieldworkRoutes } from './fieldwork-routes.ts';
import { offlineRoutes } from './offline-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { privacyRoutes } from './retention/privacy-routes.ts';
import { wayRoutes } from './ways-in/routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';

export { largestAnswerBytes } from './answer-size.ts';
export { serveClientScripts } from './client-scripts.ts';
export { keepErasingContacts } from './contact-retention.ts';
export { keepWatching } from './fieldwork/keep-watching.ts';
export { recordResponse, type SentResponse } from './response-store.ts';
export { clearErased, clearingDue, isQuietFor, unclearedWaves } from './retention/clearing.ts';
export { type DueErasure, dueErasures } from './retention/due-erasures.ts';
export { eraseDue } from './retention/erase-due.ts';
export {
  type ErasureFact,
  hasErasures,
  ledgerName,
  ledgerPath,
  parseLedger,
  readLedger,
  replayErasures,
  writeLedger,
} from './retention/erasure-ledger.ts';
export {
  type EarlierScreening,
  noteScreeningCleared,
  screenEarlier,
  screeningDue,
} from './retention/screen-earlier.ts';
export { type WaveDataset, waveDataset } from './wave-dataset.ts';
export { keepSettlingOnceLinks } from './ways-in/once-settling.ts';
export { keepDelivering } from './webhooks/keep-delivering.ts';
export const collectionRoutes = [
  ...privacyRoutes,
  ...pageRoutes,
  ...offlineRoutes,
  ...apiRoutes,
  ...fieldworkRoutes,
  ...a11Routes,
  ...contactRoutes,
  ...wayRoutes,
  ...webhookRoutes,
];
export const collectionMigrations = new URL('./migrations/', import.meta.url).pathname;
