import path from 'node:path';
import { settingsProblems } from './problems.ts';

/** What the surroundings decide: the only place that reads environment variables. */
export interface Settings {
  /** Folder of everything that is kept: the embedded database, imported files, reports. `CM_DATA`, else ./data. */
  readonly dataFolder: string;
  /** An existing PostgreSQL server (15 or newer); null runs the embedded one. `DATABASE_URL`. */
  readonly databaseUrl: string | null;
  /** `CM_HOST`, else 127.0.0.1: this machine only. */
  readonly host: string;
  /** `CM_PORT` or `PORT`, else 8080; 0 asks the system for a free one. */
  readonly port: number;
  /** The address people type, where a proxy stands in front. `CM_PUBLIC_URL`, else http://localhost:port. */
  readonly publicUrl: string | null;
  /** Whether webhooks may go to addresses of private networks and over plain HTTP. `CM_WEBHOOKS_INSIDE=allow`, else not. */
  readonly webhooksInside: boolean;
  /** Bytes of the data folder's disk that are left free: below, nothing is taken in. `CM_KEEP_FREE_MB` in megabytes, else 256. */
  readonly keepFreeBytes: number;
}

/** Reads the settings; throws a problem that names the variable and the remedy where one is unusable. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): Settings {
  const port = Number(environment.CM_PORT ?? environment.PORT ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    settingsProblems.raise('port-not-usable', { given: environment.CM_PORT ?? environment.PORT ?? '' });
  const keepFree = Number(environment.CM_KEEP_FREE_MB || '256');
  if (!Number.isInteger(keepFree) || keepFree < 0)
    settingsProblems.raise('keep-free-not-usable', { given: environment.CM_KEEP_FREE_MB ?? '' });
  const publicUrl = environment.CM_PUBLIC_URL || null;
  if (publicUrl !== null && !/^https?:\/\/[^/]+\/?$/.test(publicUrl))
    settingsProblems.raise('public-url-not-usable', { given: publicUrl });
  return {
    dataFolder: path.resolve(workingFolder, environment.CM_DATA || 'data'),
    databaseUrl: environment.DATABASE_URL || null,
    host: environment.CM_HOST || '127.0.0.1',
    port,
    publicUrl: publicUrl?.replace(/\/$/, '') ?? null,
    webhooksInside: environment.CM_WEBHOOKS_INSIDE === 'allow',
    keepFreeBytes: keepFree * 2 ** 20,
  };
}

/** The language of a terminal, as its surroundings say it: French where the locale is, else English. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): 'en' | 'fr' {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
