import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedServer, startEmbeddedServer } from '@common-measure/platform/database';
import {
  type AnsweredSurvey,
  anAnsweredSurvey,
  aRunningServer,
  type RunningServer,
  standStill,
} from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
let postgres: EmbeddedServer;
let server: RunningServer;
let survey: AnsweredSurvey;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cm-away-'));
  postgres = await startEmbeddedServer(path.join(folder, 'elsewhere'));
  const { host, port, user } = postgres.connection;
  server = await aRunningServer({
    dataFolder: path.join(folder, 'data'),
    databaseUrl: `postgresql://${user}@/postgres?host=${encodeURIComponent(host)}&port=${port}`,
  });
  survey = await anAnsweredSurvey(server);
});
afterAll(async () => {
  await server?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Told {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly ms: number;
}

async function ask(address: string, init: RequestInit = {}): Promise<Told> {
  const started = performance.now();
  const reply = await fetch(server.address + address, init);
  const text = await reply.text();
  return { status: reply.status, retryAfter: reply.headers.get('retry-after'), text, ms: performance.now() - started };
}
const health = async () => Object(JSON.parse((await ask('/api/health')).text));
async function until(database: 'answers' | 'away'): Promise<void> {
  for (let waited = 0; (await health()).database !== database; waited += 100) {
    if (waited > 60_000) throw new Error(`the database was not ${database} within a minute`);
    await pause(100);
  }
}

const people = { accept: 'text/html,*/*;q=0.8', 'accept-language': 'fr-CA' };
const form = { ...people, 'content-type': 'application/x-www-form-urlencoded' };
/** Every kind of request that people and machines make. */
const asked = (id: string): readonly Promise<Told>[] => [
  ask(`/s/${survey.token}`, { headers: people }),
  ask(`/s/${survey.token}/send`, {
    method: 'POST',
    headers: form,
    body: 'q-overall_satisfaction=4&shown=overall_satisfaction',
  }),
  ask(`/s/${survey.token}/draft`, {
    method: 'POST',
    headers: form,
    body: 'q-overall_satisfaction=4&shown=overall_satisfaction',
  }),
  ask(`/api/collect/${survey.token}/responses/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language: 'en', entries: { overall_satisfaction: ['4'] } }),
  }),
  ask('/api/session', { headers: { cookie: 'cm_session=abc' } }),
];

async function everythingIsRefused(id: string, withinMs: number): Promise<void> {
  const told = await Promise.all(asked(id));
  for (const one of told) {
    expect([one.status, one.retryAfter]).toEqual([503, '10']);
    expect(one.ms).toBeLessThan(withinMs);
  }
  const [page, sent, , machine] = told;
  for (const one of [page, sent])
    expect(one?.text).toMatch(/<html lang="fr">.*ne peut joindre ses données.*cannot reach its records/s);
  expect(JSON.parse(machine?.text ?? '')).toMatchObject({ code: 'database-away', status: 503 });
  expect(await ask('/api/health')).toMatchObject({ status: 503 });
  expect(await health()).toMatchObject({ takesAnswers: false, database: 'away' });
}

async function takesItNow(id: string): Promise<void> {
  const stored = await survey.stored();
  const reply = await survey.answer(id);
  expect([reply.status, Object(await reply.json()).repeated]).toEqual([200, false]);
  expect(await survey.stored()).toBe(stored + 1);
}

test('a database that was stopped: everybody is told at once, and it goes on by itself when it is started', async () => {
  await takesItNow(randomUUID());
  await postgres.stop();
  await until('away');
  const id = randomUUID();
  await everythingIsRefused(id, 3000);
  postgres = await startEmbeddedServer(path.join(folder, 'elsewhere'));
  await until('answers');
  await takesItNow(id);
});

test('a database that stands still with its connections open: everybody is told within fifteen seconds', async () => {
  const goOn = standStill(path.join(folder, 'elsewhere'));
  const id = randomUUID();
  try {
    // Nobody knows yet: these wait until it is certain.
    // For a second the first page of a survey is shown from memory.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const first = await Promise.all(asked(id));
    for (const one of first) {
      expect([one.status, one.retryAfter]).toEqual([503, '10']);
      expect(one.ms).toBeLessThan(15_000);
    }
    await everythingIsRefused(id, 3000);
  } finally {
    goOn();
  }
  await until('answers');
  // Whatever the database took up of it when it went on, it counts once.
  expect((await survey.answer(id)).status).toBe(200);
  expect(Object(await (await survey.answer(id)).json())).toMatchObject({ repeated: true });
  await takesItNow(randomUUID());
});
