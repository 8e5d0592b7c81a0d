export { type RunningPlatform, type StartOptions, startPlatform } from './platform.ts';
export { serve } from './serve.ts';
export { migrationFolders, routes } from './slices.ts';
export { version } from './version.ts';
