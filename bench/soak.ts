import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine, segmentRows } from '@common-measure/platform/analytics';
import { withOwnerConnection } from '@common-measure/platform/database';
import { aRunningServer } from '@common-measure/platform/testing';
import { spread } from './lean-client.ts';
import { machine } from './machine.ts';
import { type Analyst, anAnalyst, anOpenSurveyOf } from './platform.ts';
import { arrive } from './soak/arrivals.ts';
import { wholeAnswers } from './soak/whole-answers.ts';
import { aLongInstrument } from './synthetic-instrument.ts';

/**
 * A long questionnaire answered whole, so many times a second: all must be accepted, and every way out must then hold as many rows as the
 * database. `node bench/soak.ts [questions] [perSecond] [seconds]`: 250 questions, 50 a second, for 30 s, unless said. Submissions are sent
 * at fixed moments, whatever the replies take, and timed from the moment at which they were due. Ends with 1 where one was not accepted
 * or a count differs.
 */
const questions = Number(process.argv[2] ?? 250);
const perSecond = Number(process.argv[3] ?? 50);
const seconds = Number(process.argv[4] ?? 30);

const folder = await mkdtemp(path.join(tmpdir(), 'bench-soak-'));
const dataFolder = path.join(folder, 'data');
const server = await aRunningServer({ dataFolder });
try {
  console.log(machine(['fastify', 'pg', 'kysely']).join('\n'));
  const analyst = await anAnalyst(server);
  const instrument = aLongInstrument(questions);
  const survey = await anOpenSurveyOf(analyst, instrument);
  const ids = Array.from({ length: perSecond * seconds }, () => randomUUID());
  const bodies = ids.map((_, number) => JSON.stringify({ language: 'en', entries: wholeAnswers(instrument, number) }));
  const { sent, accepted, took, others, mostUnderWay } = await arrive({
    port: Number(new URL(server.address).port),
    perSecond,
    seconds,
    next: (number) => ({
      path: `/api/collect/${survey.token}/responses/${ids[number]}`,
      body: bodies[number] ?? '',
    }),
  });
  const { p50, p95, p99 } = spread(took);
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length;
  console.log(`\n${questions} questions, ${perSecond} a second for ${seconds} s, ${bytes.toFixed(0)} bytes each`);
  console.log(
    `accepted ${accepted} of ${sent} (${((100 * accepted) / sent).toFixed(1)} %), ${mostUnderWay} at once at most`,
  );
  for (const [outcome, times] of others) console.log(`not accepted: ${outcome}, ${times} times`);
  console.log(
    `from the due moment to the receipt: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${Math.max(...took).toFixed(1)} ms`,
  );
  const counts = await waysOut(analyst, survey, new Set(ids));
  for (const [what, count] of Object.entries(counts)) console.log(`${what.padEnd(40)} ${count}`);
  console.log(machine([])[2]);
  const holds = accepted === sent && Object.values(counts).every((count) => count === sent);
  console.log(holds ? '\nHOLDS: all accepted, every way out has as many rows.' : '\nDOES NOT HOLD.');
  process.exitCode = holds ? 0 : 1;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** How many of the responses that were sent stand in the database and in each way out of the wave. */
async function waysOut(
  analyst: Analyst,
  survey: { readonly id: string; readonly waveId: string },
  sent: ReadonlySet<string>,
): Promise<Readonly<Record<string, number>>> {
  const headers = { cookie: analyst.cookie };
  const get = async <T>(route: string): Promise<T> => (await fetch(server.address + route, { headers })).json() as T;
  const { account } = await get<{ account: { id: string } }>('/api/session');
  await analyst.send('PATCH', `/api/members/${account.id}`, { mayReadSingleResponses: true });
  const stored = await withOwnerConnection({ dataFolder }, (client) =>
    client.query<{ id: string }>('SELECT id FROM collection.response'),
  );
  const fieldwork = await get<{ total: number }>(`/api/surveys/${survey.id}/fieldwork`);
  const file = await fetch(`${server.address}/api/surveys/${survey.id}/responses.csv`, { headers });
  const lines = (await file.text()).trimEnd().split('\n').slice(1);
  const dataset = (await (await analyst.send('POST', `/api/waves/${survey.waveId}/dataset`, {})).json()) as {
    id: string;
  };
  const { rows } = await get<{ rows: number }>(`/api/datasets/${dataset.id}`);
  return {
    'rows of the database': stored.rows.filter(({ id }) => sent.has(id)).length,
    'fieldwork page': fieldwork.total,
    'rows of responses.csv': lines.length,
    'ids of responses.csv that were sent': lines.filter((line) => sent.has(line.split(',')[0] ?? '')).length,
    'rows of the dataset': rows,
    'rows in the files of the dataset': await rowsOfColumns(),
  };
}

/** Rows of the column files that the dataset was written to. */
async function rowsOfColumns(): Promise<number> {
  const directory = path.join(dataFolder, 'datasets');
  const names = await readdir(directory, { recursive: true });
  const files = names.filter((name) => name.endsWith('.parquet')).map((name) => path.join(directory, name));
  const engine = await openEngine({ directory, spillDirectory: path.join(folder, 'spill'), memoryMegabytes: 256 });
  try {
    const counted = await engine.query(`SELECT count(*) FROM ${segmentRows(files)}`);
    return Number(counted.rows[0]?.[0]);
  } finally {
    engine.close();
  }
}
