import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aRunningServer } from '@common-measure/platform/testing';
import { aWaveOf, postgresOf } from './fieldwork-wave.ts';
import { machine } from './machine.ts';
import { anAnalyst } from './platform.ts';

/**
 * How long collecting waits while the pages of what was erased are written anew, in a round of many responses:
 * `node bench/clearing.ts [responses]`. One response is withdrawn, then the tables are rewritten as retention does it, while somebody sends
 * an answer every tenth of a second; the longest of these waits is the figure.
 */
const responses = Number(process.argv[2] ?? 1_000_000);
const tables = ['response', 'draft', 'original_text', 'conflicting_response', 'contact_request'];

/** Somebody who sends an answer every tenth of a second, whether or not the last one was taken. */
class Sending {
  refused = 0;
  #waits: number[] = [];
  readonly #open = new Set<Promise<void>>();
  readonly #timer: NodeJS.Timeout;

  constructor(address: string) {
    this.#timer = setInterval(() => {
      const one = this.#send(address).finally(() => this.#open.delete(one));
      this.#open.add(one);
    }, 100);
  }

  async #send(address: string): Promise<void> {
    const started = performance.now();
    const reply = await fetch(address + randomUUID(), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'en', entries: { overall_satisfaction: ['4'], ease: ['5'] } }),
    }).catch(() => null);
    if (reply?.ok) this.#waits.push(performance.now() - started);
    else this.refused += 1;
  }

  /** Of those taken since this was asked last. */
  longest(): number {
    return Math.round(Math.max(0, ...this.#waits));
  }

  taken(): number {
    const count = this.#waits.length;
    this.#waits = [];
    return count;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#open);
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'bench-clearing-'));
const server = await aRunningServer({ dataFolder: path.join(folder, 'data') });
try {
  console.log(machine(['fastify', 'pg']).join('\n'));
  const person = await anAnalyst(server);
  const { surveyId, waveId } = await aWaveOf(responses, server, person);
  // The connection of before has gone stale while the responses were stored.
  const ask = () => fetch(`${server.address}/api/surveys/${surveyId}`, { headers: { cookie: person.cookie } });
  const survey = (await (await ask().catch(ask)).json()) as { answerPath: string };
  const { socket } = postgresOf(server);
  const psql = (sql: string): string =>
    execFileSync('psql', ['-h', socket, '-U', 'postgres', '-XAtc', sql, 'postgres'], { encoding: 'utf8' }).trim();
  console.log(
    `${responses} responses, ${psql(`SELECT pg_size_pretty(pg_total_relation_size('collection.response'))`)}`,
  );
  psql(
    `DELETE FROM collection.response WHERE id = (SELECT id FROM collection.response WHERE wave_id = '${waveId}' LIMIT 1)`,
  );
  const sending = new Sending(`${server.address}/api/collect/${survey.answerPath.slice(3)}/responses/`);
  await pause(3000);
  console.log(`waits before: longest ${sending.longest()} ms of ${sending.taken()} sent`);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const started = performance.now();
  const rewriting = spawn(
    'psql',
    [
      '-h',
      socket,
      '-U',
      'postgres',
      '-X',
      '-c',
      '\\timing on',
      ...tables.flatMap((table) => ['-c', `VACUUM (FULL, ANALYZE) collection.${table}`]),
      'postgres',
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  rewriting.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`psql ended with ${code}`))));
  await promise;
  console.log(`tables written anew in ${Math.round(performance.now() - started)} ms`);
  await pause(1000);
  await sending.stop();
  console.log(
    `waits meanwhile: longest ${sending.longest()} ms of ${sending.taken()} sent, ${sending.refused} refused`,
  );
  console.log(machine([])[2]);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
