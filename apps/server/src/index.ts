export { type RunningPlatform, startPlatform } from './platform.ts';
export { type ServeOptions, serve } from './serve.ts';
export { migrationFolders, routes } from './slices.ts';
export { version } from './version.ts';
