import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildWeb, type WebBuild } from '@common-measure/app-web/build';
import { authenticate, firstAccount, makeFirstLink } from '@common-measure/modules/accounts/server';
import {
  keepDelivering,
  keepErasingContacts,
  keepSettlingOnceLinks,
  keepWatching,
  serveClientScripts,
} from '@common-measure/modules/collection/server';
import { keepPurging } from '@common-measure/modules/datasets/server';
import { type Engine, openEngine } from '@common-measure/platform/analytics';
import { type Database, openDatabase, readMigrations } from '@common-measure/platform/database';
import { createHttpServer, httpProblems, Room } from '@common-measure/platform/http';
import type { Settings } from '@common-measure/platform/settings';
import { openExample } from './example/open-example.ts';
import { forgetDataset, keepRetention } from './retention.ts';
import { keepScreening } from './screening.ts';
import { migrationFolders, routes } from './slices.ts';
import { SteadyClock } from './steady-clock.ts';
import { version } from './version.ts';

export interface RunningPlatform {
  /** Where this machine reaches it, without a trailing slash. */
  readonly address: string;
  /** The secret of a one-time sign-in link, while nobody has a password yet. */
  readonly firstLink: string | null;
  readonly database: Database;
  readonly analytics: Engine;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Makes the example organization, with synthetic data, for the oldest account where it is missing. */
  readonly withExample: boolean;
}

const uploadLimit = 2 * 1024 ** 3;

/** Starts everything in order: database and schema, console, web server. Throws with a remedy where a part does not come up. */
export async function startPlatform(settings: Settings, options: StartOptions): Promise<RunningPlatform> {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  const incoming = path.join(settings.dataFolder, 'tmp', 'incoming');
  const location = settings.databaseUrl === null ? { dataFolder: settings.dataFolder } : { url: settings.databaseUrl };
  const analytics = await openEngine({
    directory: path.join(settings.dataFolder, 'datasets'),
    spillDirectory: path.join(settings.dataFolder, 'tmp'),
  });
  const [database, web] = await both(openDatabase(location, readMigrations(migrationFolders)), buildWeb());
  /** What has been started, in the order in which it is stopped. */
  const started: { stop(): unknown }[] = [];
  const stop = async () => {
    for (const part of started) await part.stop();
    await database.close();
    analytics.close();
  };
  try {
    // What was arriving when the last run ended.
    rmSync(incoming, { recursive: true, force: true });
    if (options.withExample) await prepareExample(database, analytics);
    serveClientScripts(path.join(web.directory, 'respondent'));
    const room = new Room(settings.dataFolder, settings.keepFreeBytes);
    started.push(room);
    const http = await createHttpServer({
      routes,
      database,
      analytics,
      authenticate,
      consoleFolder: web.directory,
      publicUrl: settings.publicUrl,
      version,
      uploadLimit,
      uploads: { folder: incoming },
      room,
    });
    started.unshift({ stop: () => http.close() });
    await listen(http, settings);
    const place = { database, engine: analytics, forget: forgetDataset, dataFolder: settings.dataFolder };
    const clock = await SteadyClock.open(settings.dataFolder, database);
    started.push(clock);
    const mayErase = () => !clock.isDoubted;
    started.push(keepPurging(place, mayErase));
    started.push(keepRetention(place, mayErase));
    started.push(keepScreening(place));
    started.push(keepErasingContacts(database, mayErase));
    started.push(keepSettlingOnceLinks(database, path.join(settings.dataFolder, 'once-keys')));
    const keys = path.join(settings.dataFolder, 'webhook-keys');
    const delivery = { allowsInside: settings.webhooksInside, timeoutMs: 10_000 };
    started.push(keepDelivering(database, keys, delivery, mayErase));
    started.push(keepWatching(database, mayErase));
    const bound = http.server.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : settings.port;
    return {
      address: settings.publicUrl ?? `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${port}`,
      firstLink: await makeFirstLink(database),
      database,
      analytics,
      stop,
    };
  } catch (error) {
    // A part that went on, listening or looking, would keep a process alive that has not started.
    await stop();
    throw error;
  }
}

async function prepareExample(database: Database, analytics: Engine): Promise<void> {
  const accountId = await firstAccount(database, 'en');
  await database.transact({ organizationId: null, accountId }, (tx) => openExample(tx, analytics, accountId));
}

/** Waits for both, and closes the database where the console cannot be built. */
async function both(opening: Promise<Database>, building: Promise<WebBuild>): Promise<[Database, WebBuild]> {
  const [database, folder] = await Promise.allSettled([opening, building]);
  if (database.status === 'rejected') throw database.reason;
  if (folder.status === 'fulfilled') return [database.value, folder.value];
  await database.value.close();
  throw folder.reason;
}

async function listen(http: Awaited<ReturnType<typeof createHttpServer>>, settings: Settings): Promise<void> {
  try {
    await http.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      httpProblems.raise('port-taken', { port: settings.port });
    throw error;
  }
}
