export { type RunningPlatform, type StartOptions, startPlatform } from './platform.ts';
export { readErasures, restoreErasures, withRetentionPlace } from './restore-erasures.ts';
export { type RetentionRun, runRetention } from './retention.ts';
export { runScreening, type ScreeningRun } from './screening.ts';
export { serve } from './serve.ts';
export { migrationFolders, routes } from './slices.ts';
export { version } from './version.ts';
