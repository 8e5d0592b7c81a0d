import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noteServer } from './left-runs.ts';
import { anEmptyDatabase } from './template-database.ts';

export interface RunningServer {
  /** Without a trailing slash. */
  readonly address: string;
  readonly pid: number;
  readonly dataFolder: string;
  /** Null: the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** The one-time sign-in link that the first start prints; null afterwards. */
  signInLink(language: 'en' | 'fr'): string | null;
  /** Everything printed so far. */
  printed(): string;
  /** Ends it as Ctrl+C does and waits for its end; its data folder goes with it unless the caller gave the folder. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Data of an earlier start; a new temporary folder if left out. */
  readonly dataFolder?: string;
  /** An existing database. If it and the data folder are left out: a new one on the server of DATABASE_URL, else the embedded one. */
  readonly databaseUrl?: string;
  /** Arguments such as "--example". */
  readonly arguments?: readonly string[];
  /** Further settings, such as CM_KEEP_FREE_MB. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long it may take to answer: 60,000 ms if left out. */
  readonly timeoutMs?: number;
}

const main = path.resolve(import.meta.dirname, '../../apps/server/src/main.ts');

/** Starts the whole platform as `npm start` does, on a port that the system chooses. Throws with what it printed where it does not start. */
export async function aRunningServer(options: ServerOptions = {}): Promise<RunningServer> {
  const run = process.env.CM_TEST_RUN;
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(run ?? tmpdir(), 'cm-server-')));
  const fresh = options.dataFolder === undefined && options.databaseUrl === undefined ? await anEmptyDatabase() : null;
  const databaseUrl = options.databaseUrl ?? fresh?.url ?? null;
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [main, ...(options.arguments ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      LC_ALL: 'C',
      CM_DATA: dataFolder,
      CM_HOST: '127.0.0.1',
      CM_PORT: '0',
      ...options.environment,
    },
  });
  if (run !== undefined && child.pid !== undefined) noteServer(run, child.pid, dataFolder);
  const stop = async () => {
    await ended(child);
    await fresh?.drop();
    if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  let printed = '';
  const listen = (part: Buffer) => {
    printed += part.toString('utf8');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  try {
    await running(child, () => printed, options.timeoutMs ?? 60_000);
  } catch (error) {
    await stop();
    throw error;
  }
  const address = /running at (\S+)/.exec(printed)?.[1] ?? '';
  return {
    address,
    pid: child.pid ?? 0,
    dataFolder,
    databaseUrl,
    signInLink: (language) => new RegExp(`\\S+/${language}/sign-in-link#\\S+`).exec(printed)?.[0] ?? null,
    printed: () => printed,
    stop,
  };
}

/** Waits for the last line of a good start. */
async function running(child: ChildProcess, printed: () => string, timeoutMs: number): Promise<void> {
  const until = Date.now() + timeoutMs;
  while (!printed().includes('Ctrl+C')) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}:\n${printed()}`);
    if (Date.now() > until) throw new Error(`The server did not start within ${timeoutMs} ms:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill('SIGTERM');
  await closed;
}
