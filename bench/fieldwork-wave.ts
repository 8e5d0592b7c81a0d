import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { RunningServer } from '@common-measure/platform/testing';
import type { Analyst } from './platform.ts';

export interface BenchWave {
  readonly surveyId: string;
  readonly waveId: string;
}

/**
 * A published wave of so many responses of `client_satisfaction_core`, with a draft left behind for every fifty. The first response comes
 * by the front door; the others are stored by SQL like it, through the same triggers and counters, over sixty days that are over but for
 * one day's worth that arrived today.
 */
export async function aWaveOf(responses: number, server: RunningServer, person: Analyst): Promise<BenchWave> {
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
  await oneResponse(server, published.answerPath);
  await store(server, survey.waveId, responses);
  return { surveyId: survey.id, waveId: survey.waveId };
}

/** Process ids and socket of the server's PostgreSQL. */
export function postgresOf(server: RunningServer): { readonly postmaster: number; readonly socket: string } {
  const lines = readFileSync(path.join(server.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  return { postmaster: Number(lines[0]), socket: lines[4] ?? '' };
}

async function oneResponse(server: RunningServer, answerPath: string): Promise<void> {
  const entries = {
    overall_satisfaction: ['4'],
    versus_expectations: ['3'],
    channel_used: ['counter'],
    region: ['ns'],
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

/** Fifty more like those of the wave that arrive today. */
export async function fewMoreToday(server: RunningServer, waveId: string): Promise<void> {
  await psql(
    server,
    `INSERT INTO collection.response (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash)
    SELECT organization_id, gen_random_uuid(), wave_id, language, mode, current_date, answers, content_hash
    FROM (SELECT * FROM collection.response WHERE wave_id = '${waveId}' LIMIT 50) AS few`,
  );
}

async function psql(server: RunningServer, sql: string): Promise<void> {
  const { socket } = postgresOf(server);
  const options = ['-h', socket, '-U', 'postgres', '-v', 'ON_ERROR_STOP=1', '-XAtc', sql, 'postgres'];
  await promisify(execFile)('psql', options);
}

/** Many more like it, in the order of their ids within a day, as mixing leaves them. */
async function store(server: RunningServer, waveId: string, responses: number): Promise<void> {
  await psql(
    server,
    `INSERT INTO collection.response (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, mixed,
      straight_lined, hasty)
    SELECT o, id, w, l, m, d, a, sha256(n::text::bytea), n % 61 > 0, n % 23 = 0, CASE WHEN n % 10 > 0 THEN n % 17 = 0 END FROM (
      SELECT r.organization_id AS o, gen_random_uuid() AS id, r.wave_id AS w, n, r.answered_on - (n % 61) AS d,
        CASE WHEN n % 4 = 0 THEN 'fr' ELSE 'en' END AS l, CASE WHEN n % 10 = 0 THEN 'phone' ELSE 'web' END AS m,
        jsonb_set(r.answers, '{overall_satisfaction,codes,0}', to_jsonb((1 + n % 5)::text)) AS a
      FROM collection.response r, generate_series(2, ${responses}) AS n WHERE r.wave_id = '${waveId}') AS made
    ORDER BY d, id`,
  );
  await psql(
    server,
    `INSERT INTO collection.draft (organization_id, key_hash, wave_id, language, entries, section, touched_on)
    SELECT r.organization_id, sha256(n::text::bytea), r.wave_id, 'en', '{"overall_satisfaction": ["4"]}',
      (SELECT v.content -> 'sections' -> (n % jsonb_array_length(v.content -> 'sections')) ->> 'code' FROM instruments.version v LIMIT 1),
      current_date - (n % 30)
    FROM (SELECT organization_id, wave_id FROM collection.response WHERE wave_id = '${waveId}' LIMIT 1) AS r,
      generate_series(1, ${Math.floor(responses / 50)}) AS n`,
  );
  await psql(server, 'VACUUM ANALYZE collection.response');
  await psql(server, 'VACUUM ANALYZE collection.draft');
}
