import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aRunningServer, type RunningServer } from '@common-measure/platform/testing';
import { type LeanFigures, type LeanRequest, runLean } from './lean-client.ts';
import { machine } from './machine.ts';
import { barePostgres, pgbench } from './pgbench.ts';
import { anAnalyst, anOpenPackSurvey } from './platform.ts';
import { processorTime, shareOfEach } from './processor-time.ts';

/**
 * Durable submissions of one page over HTTP, 16 clients at once, each acknowledged after its commit; beside pgbench, which inserts
 * single rows of the same answers into a bare table of the same PostgreSQL server, 16 clients too, in turns.
 * Plain: each client answers a survey of its own, so that every submission has a transaction of its own. Shared: all answer one survey.
 * `node bench/submissions.ts [seconds] [turns]`; pgbench comes with Debian's postgresql package.
 */
const seconds = Number(process.argv[2] ?? 8);
const turns = Number(process.argv[3] ?? 3);
const clients = 16;
const body = JSON.stringify({ language: 'en', entries: { overall_satisfaction: ['4'] } });

const folder = await mkdtemp(path.join(tmpdir(), 'bench-submissions-'));
const server = await aRunningServer({ dataFolder: path.join(folder, 'data') });
const port = Number(new URL(server.address).port);
try {
  console.log(machine(['fastify', 'pg', 'kysely']).join('\n'));
  const person = await anAnalyst(server);
  const tokens: string[] = [];
  while (tokens.length < clients) tokens.push(await anOpenPackSurvey(person));
  const postmaster = (await readFile(path.join(server.dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const [one = ''] = tokens;
  await submit(server, () => one, 3);
  const bare = await barePostgres(postmaster[4] ?? '', folder);
  console.log(`\n${clients} clients, ${seconds} s a turn, answers of ${bare.bytes} bytes\n`);
  for (let turn = 0; turn < turns; turn++) {
    const before = processorTime(server.pid, Number(postmaster[0]));
    const plain = await submit(server, (client) => tokens[client] ?? one, seconds);
    const between = processorTime(server.pid, Number(postmaster[0]));
    const shared = await submit(server, () => one, seconds);
    const after = processorTime(server.pid, Number(postmaster[0]));
    const theirs = pgbench(bare, clients, seconds);
    const last = processorTime(server.pid, Number(postmaster[0]));
    console.log(`pgbench ${theirs.perSecond.toFixed(0)}/s, processor each: PostgreSQL ${((1e6 * (last.postgres - after.postgres)) / theirs.rows).toFixed(0)} µs
plain   ${told(plain, theirs.perSecond)}; ${shareOfEach(before, between, plain.sent)}
shared  ${told(shared, theirs.perSecond)}; ${shareOfEach(between, after, shared.sent)}\n`);
  }
} catch (error) {
  console.error(server.printed());
  throw error;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

function told(ours: LeanFigures, theirs: number): string {
  const ratio = ((100 * ours.perSecond) / theirs).toFixed(0);
  return `${ours.perSecond.toFixed(0)}/s, ${ratio} % of pgbench; p50 ${ours.p50.toFixed(1)} ms, p95 ${ours.p95.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms`;
}

/** Sends for so long; every reply must be the receipt of its response. */
function submit(running: RunningServer, tokenOf: (client: number) => string, lasting: number): Promise<LeanFigures> {
  const { host } = new URL(running.address);
  const next = (client: number): LeanRequest => {
    const id = randomUUID();
    const text = `PUT /api/collect/${tokenOf(client)}/responses/${id} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    return { text, receipt: `{"responseId":"${id}","repeated":false}` };
  };
  return runLean({ port, clients, seconds: lasting, status: 200, perAddress: 1000, next });
}
