import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stopLeftServer } from '@common-measure/platform/database';
import { freePort } from '@common-measure/platform/testing';

const main = path.resolve(import.meta.dirname, '../../apps/server/src/main.ts');

/** Keeps the platform running on one port, as a supervisor such as systemd does: whenever it ends, it is started again. */
export class Supervisor {
  readonly dataFolder: string;
  readonly port: number;
  /** What it printed, ends included. */
  printed = '';
  /** What it said last where it ended, without having been killed from here, while it ran. */
  readonly ends: string[] = [];
  /** The same where it gave up starting: its database was killed under the start. */
  readonly startsGivenUp: string[] = [];
  #child: ChildProcess | null = null;
  #isOver = false;
  #killed = new Set<number>();

  private constructor(dataFolder: string, port: number) {
    this.dataFolder = dataFolder;
    this.port = port;
  }

  /** Comes back when the platform says that it runs. */
  static async begin(dataFolder: string): Promise<Supervisor> {
    const supervisor = new Supervisor(dataFolder, await freePort());
    supervisor.#start();
    for (let waited = 0; !supervisor.printed.includes('Ctrl+C'); waited += 25) {
      if (waited > 60_000 || supervisor.startsGivenUp.length > 0) {
        await supervisor.stop();
        throw new Error(`The platform did not start:\n${supervisor.printed}`);
      }
      await pause(25);
    }
    return supervisor;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  signInLink(language: 'en' | 'fr'): string | null {
    return new RegExp(`\\S+/${language}/sign-in-link#\\S+`).exec(this.printed)?.[0] ?? null;
  }

  /** Kills the platform's process, and nothing else; false where it does not run at this moment. */
  kill(): boolean {
    const pid = this.#child?.pid;
    if (pid === undefined || this.#child?.exitCode !== null || this.#child.signalCode !== null) return false;
    this.#killed.add(pid);
    return this.#child.kill('SIGKILL');
  }

  /** Ends it as Ctrl+C does, and what it may have left. */
  async stop(): Promise<void> {
    this.#isOver = true;
    const child = this.#child;
    if (child !== null && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, pause(30_000, undefined, { ref: false })]);
      if (child.exitCode === null) child.kill('SIGKILL');
    }
    await stopLeftServer(this.dataFolder);
  }

  #start(): void {
    const { DATABASE_URL: _, ...environment } = process.env;
    const child = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...environment,
        LC_ALL: 'C',
        CM_DATA: this.dataFolder,
        // It starts so often that reading its sources anew each time would take most of the run.
        NODE_COMPILE_CACHE: path.join(this.dataFolder, '..', 'compiled'),
        CM_HOST: '127.0.0.1',
        CM_PORT: String(this.port),
      },
    });
    let said = '';
    const listen = (part: Buffer) => {
      said += part.toString('utf8');
      this.printed = (this.printed + part.toString('utf8')).slice(-200_000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    this.#child = child;
    child.once('exit', (code, signal) => {
      if (this.#isOver) return;
      if (!this.#killed.has(child.pid ?? 0))
        (said.includes('Ctrl+C') ? this.ends : this.startsGivenUp).push(`${code ?? signal}: ${said.slice(-1500)}`);
      setTimeout(() => this.#isOver || this.#start(), 100);
    });
  }
}
