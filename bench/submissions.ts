import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aRunningServer, type RunningServer } from '@common-measure/platform/testing';
import { machine, said } from './machine.ts';
import { anAnalyst } from './platform.ts';

/**
 * Durable submissions of one page over HTTP, 16 clients at once, each acknowledged after its commit; beside pgbench, which inserts
 * single rows of the same answers into a bare table of the same PostgreSQL server, 16 clients too, in turns.
 * `node bench/submissions.ts [seconds] [turns]`; pgbench comes with Debian's postgresql package.
 */
const seconds = Number(process.argv[2] ?? 8);
const turns = Number(process.argv[3] ?? 3);
const clients = 16;
const entries = { overall_satisfaction: ['4'] };
/** Networks used so far: public posts are limited by network. */
let networks = 0;

const folder = await mkdtemp(path.join(tmpdir(), 'bench-submissions-'));
const server = await aRunningServer({ dataFolder: path.join(folder, 'data') });
try {
  console.log(machine(['fastify', 'pg', 'kysely']).join('\n'));
  const token = await anOpenSurvey(server);
  const database = await socketFolder();
  const bare = await bareTable(database, token);
  console.log(`\n${clients} clients, ${seconds} s a turn, answers of ${bare.bytes} bytes\n`);
  await submit(token, 2);
  for (let turn = 0; turn < turns; turn++) {
    const ours = await submit(token, seconds);
    const theirs = pgbench(database, bare.script);
    console.log(
      `ours ${ours.perSecond.toFixed(0)}/s, p50 ${ours.p50.toFixed(1)} ms, p95 ${ours.p95.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms; pgbench ${theirs.toFixed(0)}/s; ratio ${((100 * ours.perSecond) / theirs).toFixed(0)} %`,
    );
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function anOpenSurvey(running: RunningServer): Promise<string> {
  const person = await anAnalyst(running);
  const name = { en: 'Speed', fr: 'Vitesse' };
  const wanted = {
    name,
    samplingClass: 'non-probability',
    timeZone: 'America/Regina',
    packId: 'client_satisfaction_core',
  };
  const survey = (await (await person.send('POST', '/api/surveys', wanted)).json()) as { id: string };
  const reply = await person.send('POST', `/api/surveys/${survey.id}/publish`, {});
  const { answerPath } = (await reply.json()) as { answerPath: string };
  return answerPath.slice(3);
}

/** Sends for so long, each client one after the other over its own connection; every reply must be a receipt. */
async function submit(token: string, lasting: number) {
  const { hostname, port } = new URL(server.address);
  const body = JSON.stringify({ language: 'en', entries });
  const took: number[] = [];
  const until = performance.now() + lasting * 1000;
  const client = async (number: number) => {
    // From several addresses each: public posts are limited by network.
    const agents = Array.from({ length: 8 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
    for (let sent = 0; performance.now() < until; sent++) {
      const at = sent % agents.length;
      const started = performance.now();
      const status = await put(
        { hostname, port, agent: agents[at]!, localAddress: `127.0.${networks}.${1 + number * 8 + at}` },
        `/api/collect/${token}/responses/${randomUUID()}`,
        body,
      );
      if (status !== 200) throw new Error(`a submission was answered with ${status}`);
      took.push(performance.now() - started);
    }
    for (const agent of agents) agent.destroy();
  };
  networks += 1;
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  const elapsed = (performance.now() - started) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN;
  return { perSecond: took.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function put(to: object, address: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ ...to, method: 'PUT', path: address, headers }, (reply) => {
      reply.resume();
      reply.on('end', () => resolve(reply.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Where the server that was started beside the platform listens. */
async function socketFolder(): Promise<string> {
  const lines = (await readFile(path.join(server.dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return lines[4] ?? '';
}

function psql(host: string, sql: string): string {
  return execFileSync('psql', ['-h', host, '-U', 'postgres', '-XAtc', sql, 'postgres'], { encoding: 'utf8' }).trim();
}

/** A table of the columns of a response with its primary key alone, and the script that adds a row of the same answers. */
async function bareTable(host: string, token: string) {
  await submit(token, 0.2);
  const sample = psql(host, 'SELECT answers::text FROM collection.response LIMIT 1');
  psql(
    host,
    'CREATE TABLE bare_response (organization_id uuid, id uuid, wave_id uuid, language text, mode text, answered_on date, answers jsonb, content_hash bytea, withdrawal_hash bytea, PRIMARY KEY (organization_id, id))',
  );
  const script = path.join(folder, 'insert.sql');
  const answers = sample.replaceAll("'", "''");
  const hash = 'ab'.repeat(32);
  await writeFile(
    script,
    `INSERT INTO bare_response VALUES ('00000000-0000-4000-8000-000000000000', gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'en', 'web', '2026-11-22', '${answers}', '\\x${hash}', NULL);\n`,
  );
  return { script, bytes: Buffer.byteLength(sample) };
}

/** Rows a second, each its own durable transaction. */
function pgbench(host: string, script: string): number {
  const program = said('sh', ['-c', 'command -v pgbench || ls /usr/lib/postgresql/*/bin/pgbench | tail -1']);
  const printed = execFileSync(
    program,
    [
      '-h',
      host,
      '-U',
      'postgres',
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      String(seconds),
      '-f',
      script,
      'postgres',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return Number(/tps = ([\d.]+)/.exec(printed)?.[1]);
}
