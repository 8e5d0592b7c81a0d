import type { DatabaseLocation } from '@common-measure/platform/database';
import { readSettings, type Settings } from '@common-measure/platform/settings';

/** The settings of this terminal. */
export function hereSettings(): Settings {
  return readSettings(process.env, process.cwd());
}

export function locationOf(settings: Settings): DatabaseLocation {
  return settings.databaseUrl === null ? { dataFolder: settings.dataFolder } : { url: settings.databaseUrl };
}
