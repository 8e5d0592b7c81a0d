import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aRunningServer } from '@common-measure/platform/testing';
import { machine, said } from './machine.ts';
import { anAnalyst } from './platform.ts';

/**
 * The fieldwork page of a wave of many responses, and their streamed CSV, asked of the running platform.
 * `node bench/fieldwork.ts [responses]`. The responses are stored by SQL, over sixty days that are over but for one day's worth that
 * arrived today, as `client_satisfaction_core` records them; everything else is what a browser does.
 */
const responses = Number(process.argv[2] ?? 1_000_000);
const looks = 20;

const folder = await mkdtemp(path.join(tmpdir(), 'bench-fieldwork-'));
const server = await aRunningServer({ dataFolder: path.join(folder, 'data') });
try {
  console.log(machine(['fastify', 'pg', 'kysely']).join('\n'));
  const person = await anAnalyst(server);
  const wanted = {
    name: { en: 'Speed', fr: 'Vitesse' },
    samplingClass: 'non-probability',
    timeZone: 'America/Regina',
    packId: 'client_satisfaction_core',
  };
  const survey = (await (await person.send('POST', '/api/surveys', wanted)).json()) as { id: string; waveId: string };
  const published = (await (await person.send('POST', `/api/surveys/${survey.id}/publish`, {})).json()) as {
    answerPath: string;
  };
  await oneResponse(published.answerPath);
  store(survey.waveId);
  const headers = { cookie: person.cookie };
  const session = (await (await fetch(`${server.address}/api/session`, { headers })).json()) as {
    account: { id: string };
  };
  await person.send('PATCH', `/api/members/${session.account.id}`, { mayReadSingleResponses: true });
  const fieldwork = `${server.address}/api/surveys/${survey.id}/fieldwork`;

  const took: number[] = [];
  let total = 0;
  for (let look = 0; look <= looks; look++) {
    const started = performance.now();
    const reply = await fetch(fieldwork, { headers });
    total = ((await reply.json()) as { total: number }).total;
    took.push(performance.now() - started);
  }
  const [first, ...again] = took;
  again.sort((a, b) => a - b);
  console.log(
    `fieldwork page, ${total} responses: first ${first?.toFixed(0)} ms, again p50 ${again[looks / 2]?.toFixed(0)} ms, p95 ${again[Math.floor(looks * 0.95)]?.toFixed(0)} ms`,
  );

  const before = residentMb();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentMb());
  }, 100);
  const started = performance.now();
  const file = await fetch(`${server.address}/api/surveys/${survey.id}/responses.csv`, { headers });
  if (!file.ok) throw new Error(`${file.status} ${await file.text()}`);
  let bytes = 0;
  let lines = 0;
  for await (const chunk of file.body!) {
    bytes += chunk.length;
    for (const byte of chunk as Uint8Array) if (byte === 10) lines++;
  }
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `CSV: ${lines - 1} rows, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s: ${((lines - 1) / seconds).toFixed(0)} rows/s; server process ${before} MB before, ${most} MB at most`,
  );
  console.log(machine([])[2]);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** One response by the front door: the others are made like it. */
async function oneResponse(answerPath: string): Promise<void> {
  const entries = {
    overall_satisfaction: ['4'],
    versus_expectations: ['3'],
    channel_used: ['counter'],
    ease: ['5'],
    timeliness: ['2'],
    staff_knowledge: ['5'],
    issue_problem: ['no'],
    comment_improve: ['A shorter line would help, and a sign at the door.'],
  };
  const reply = await fetch(`${server.address}/api/collect/${answerPath.slice(3)}/responses/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language: 'en', entries }),
  });
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
}

/** Many more like it, in the order of their ids within a day, as mixing leaves them. */
function store(waveId: string): void {
  const sql = `INSERT INTO collection.response (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, mixed)
    SELECT o, id, w, l, m, d, a, sha256(n::text::bytea), n % 61 > 0 FROM (
      SELECT r.organization_id AS o, gen_random_uuid() AS id, r.wave_id AS w, n, r.answered_on - (n % 61) AS d,
        CASE WHEN n % 4 = 0 THEN 'fr' ELSE 'en' END AS l, CASE WHEN n % 10 = 0 THEN 'phone' ELSE 'web' END AS m,
        jsonb_set(r.answers, '{overall_satisfaction,codes,0}', to_jsonb((1 + n % 5)::text)) AS a
      FROM collection.response r, generate_series(2, ${responses}) AS n WHERE r.wave_id = '${waveId}') AS made
    ORDER BY d, id`;
  psql(sql);
  psql('VACUUM ANALYZE collection.response');
}

function psql(sql: string): void {
  const socket = readFileSync(path.join(server.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[4] ?? '';
  execFileSync('psql', ['-h', socket, '-U', 'postgres', '-XAtc', sql, 'postgres'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Resident memory of the server's process. */
function residentMb(): number {
  return Math.round(Number(said('ps', ['-o', 'rss=', '-p', String(server.pid)])) / 1024);
}
