import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aRunningServer } from '@common-measure/platform/testing';
import { startBareHttp } from './bare-http.ts';
import type { LeanFigures } from './lean-client.ts';
import { machine } from './machine.ts';
import { barePostgres, pgbench } from './pgbench.ts';
import { anAnalyst, anOpenPackSurvey } from './platform.ts';
import { processorTime, shareOfEach } from './processor-time.ts';
import { clients, submit } from './submission-request.ts';

/**
 * Durable submissions of one page over HTTP, 16 clients at once, each acknowledged after its commit; beside pgbench, which inserts
 * single rows of the same answers into a bare table of the same PostgreSQL server, 16 clients too, in turns: prepared once, which the ratio
 * is of, and by pgbench's default protocol, which reads the statement each time.
 * Plain: each client answers a survey of its own, so that every submission has a transaction of its own. Shared: all answer one survey.
 * Beside them a server that keeps nothing: what Node and the clients take of the machine before anything is done.
 * `node bench/submissions.ts [seconds] [turns]`; pgbench comes with Debian's postgresql package.
 */
const seconds = Number(process.argv[2] ?? 8);
const turns = Number(process.argv[3] ?? 3);

const folder = await mkdtemp(path.join(tmpdir(), 'bench-submissions-'));
const server = await aRunningServer({ dataFolder: path.join(folder, 'data') });
const bareHttp = await startBareHttp();
const port = Number(new URL(server.address).port);
try {
  console.log(machine(['fastify', 'pg', 'kysely']).join('\n'));
  const person = await anAnalyst(server);
  const tokens: string[] = [];
  while (tokens.length < clients) tokens.push(await anOpenPackSurvey(person));
  const postmaster = (await readFile(path.join(server.dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const [one = ''] = tokens;
  await submit(bareHttp.port, () => one, 2);
  await submit(port, () => one, 5);
  const bare = await barePostgres(postmaster[4] ?? '', folder);
  console.log(`\n${clients} clients, ${seconds} s a turn, answers of ${bare.bytes} bytes\n`);
  const used = () => processorTime(server.pid, Number(postmaster[0]));
  for (let turn = 0; turn < turns; turn++) {
    const atFirst = used();
    const plain = await submit(port, (client) => tokens[client] ?? one, seconds);
    const between = used();
    const shared = await submit(port, () => one, seconds);
    const after = used();
    const theirs = pgbench(bare, clients, seconds);
    const atLast = used();
    const parsed = pgbench(bare, clients, seconds, 'simple');
    const nothing = await submit(bareHttp.port, () => one, seconds);
    const rowMicroseconds = (1e6 * (atLast.postgres - after.postgres)) / theirs.rows;
    const inTurn = 1 / (1 / nothing.perSecond + 1 / theirs.perSecond);
    console.log(`pgbench ${theirs.perSecond.toFixed(0)}/s prepared; processor each: PostgreSQL ${rowMicroseconds.toFixed(0)} µs
        ${parsed.perSecond.toFixed(0)}/s by its default protocol, of which we reach ${((100 * shared.perSecond) / parsed.perSecond).toFixed(0)} %
plain   ${told(plain, theirs.perSecond)}; ${shareOfEach(atFirst, between, plain.sent)}
shared  ${told(shared, theirs.perSecond)}; ${shareOfEach(between, after, shared.sent)}
bare    ${nothing.perSecond.toFixed(0)}/s by a server that keeps nothing; that and an insert of pgbench, one after the other, ${inTurn.toFixed(0)}/s: ${((100 * inTurn) / theirs.perSecond).toFixed(0)} % of pgbench\n`);
  }
} catch (error) {
  console.error(server.printed());
  throw error;
} finally {
  bareHttp.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

function told(ours: LeanFigures, theirs: number): string {
  const ratio = ((100 * ours.perSecond) / theirs).toFixed(0);
  return `${ours.perSecond.toFixed(0)}/s, ${ratio} % of pgbench; p50 ${ours.p50.toFixed(1)} ms, p95 ${ours.p95.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms`;
}
