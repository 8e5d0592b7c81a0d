import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@common-measure/platform/testing';
import { machine } from './machine.ts';

/**
 * `npm start` on an installed checkout, to the first good answer of the sign-in page: the first time (database made and
 * migrated, console built), and again. The checkout is a fresh clone with the installed packages linked in.
 */
const root = path.resolve(import.meta.dirname, '..');
const folder = await mkdtemp(path.join(tmpdir(), 'bench-start-'));
try {
  const clone = path.join(folder, 'checkout');
  execFileSync('git', ['clone', '--quiet', root, clone]);
  execFileSync('cp', ['-al', path.join(root, 'node_modules'), path.join(clone, 'node_modules')]);
  console.log(machine(['fastify', 'vite']).join('\n'));
  console.log(`\nfirst start   ${await secondsToSignIn(clone)} s`);
  const again = [await secondsToSignIn(clone), await secondsToSignIn(clone), await secondsToSignIn(clone)];
  console.log(`second start  ${again.join(', ')} s`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function secondsToSignIn(checkout: string): Promise<string> {
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  const started = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment, CM_PORT: String(port), CM_DATA: path.join(checkout, 'data') },
  });
  child.stdout.resume();
  await answers(`http://127.0.0.1:${port}/en/sign-in`, child);
  const seconds = (performance.now() - started) / 1000;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
  return seconds.toFixed(2);
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const reply = await fetch(address).catch(() => null);
    if (reply?.status === 200 && (await reply.text()).includes('<html')) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`npm start ended with code ${child.exitCode}`);
}
