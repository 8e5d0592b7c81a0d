import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The id of the PostgreSQL process that serves the data in `folder`; null where none does, whatever postmaster.pid says. */
export function runningPostmaster(folder: string): number | null {
  const pid = lockedBy(path.join(folder, 'postmaster.pid'));
  return pid !== null && serves(pid, folder) ? pid : null;
}

/** Whether a process is at work: one that was killed and not yet taken leave of is not. */
export function isAtWork(pid: number): boolean {
  return argumentsOf(pid).length > 0;
}

/** How long what is left of a killed server may take to end by itself, in milliseconds: it does as soon as it notices. */
const patienceMs = 3000;

/**
 * Clears the way for a start over data whose server was killed: its children hold the shared memory until they notice, and its locks name
 * a process number that PostgreSQL takes for a running server's while there is any process of that number: one that another program was
 * given since, or the killed one itself for as long as nobody has taken leave of it. Only to be called where no postmaster runs over
 * `folder`.
 */
export async function clearAfterKilled(folder: string, socketFolder: string): Promise<void> {
  for (let waited = 0; waited < patienceMs && leftProcesses(folder).length > 0; waited += 50) await pause(50);
  for (const pid of leftProcesses(folder)) send(pid, 'SIGKILL');
  for (let waited = 0; waited < patienceMs && leftProcesses(folder).length > 0; waited += 50) await pause(50);
  for (const lock of [path.join(folder, 'postmaster.pid'), path.join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const pid = lockedBy(lock);
    if (pid !== null && existsSync(`/proc/${pid}`) && !serves(pid, folder)) rmSync(lock, { force: true });
  }
}

/** Ends a postmaster: fast (open transactions are rolled back, everything committed is on disk), and at once where that takes 20 s. */
export async function stopPostmaster(pid: number): Promise<void> {
  send(pid, 'SIGINT');
  for (let waited = 0; waited < 20_000 && isAtWork(pid); waited += 25) await pause(25);
  if (isAtWork(pid)) send(pid, 'SIGQUIT');
}

function serves(pid: number, folder: string): boolean {
  const [title = '', ...given] = argumentsOf(pid);
  return title.includes('postgres') && !isChild(title) && (given.includes(folder) || worksIn(pid, folder));
}

const isChild = (title: string): boolean => title.startsWith('postgres: ');

/** Processes of PostgreSQL that work in `folder`: each has made it its working folder, and tells its task as its title. */
function leftProcesses(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, folder) && isChild(argumentsOf(pid)[0] ?? ''));
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/** The process number in the first line of a lock file. */
function lockedBy(file: string): number | null {
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Empty where there is no such process any more. */
function argumentsOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    return [];
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}
