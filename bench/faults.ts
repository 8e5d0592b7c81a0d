import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withOwnerConnection } from '@common-measure/platform/database';
import { seeded } from './chance.ts';
import { Breach, person, program, type Surroundings } from './faults/clients.ts';
import { type Comparison, compare } from './faults/comparison.ts';
import { Insistence, sendings } from './faults/insistence.ts';
import { aQuestionnaireInPages } from './faults/questionnaire.ts';
import { Receipts } from './faults/receipts.ts';
import { Supervisor } from './faults/supervisor.ts';
import { drawnVictim, kill, type Victim, victims } from './faults/victims.ts';
import { spread } from './lean-client.ts';
import { machine } from './machine.ts';
import { anAnalyst, anOpenSurveyOf } from './platform.ts';

/**
 * Kills the platform and its database with SIGKILL at random while programs and people send and send again, then holds what the clients
 * were told against what the database holds. `node bench/faults.ts [kills] [seed] [minutes]`: 200 kills unless said, fewer where the
 * minutes are over (a quarter of one for each kill unless said). The seed draws victim and moment of each kill, and what the clients do. Ends with 1 where anything was lost, counted twice, or did not come back within five minutes
 * of the last kill.
 */
const kills = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 2026);
const clients = { programs: 12, people: 12 };
/** Between two kills the day turns now and then: responses of a day that is over are written anew, which kills must not disturb. */
const killsADay = 8;
const backWithinMs = 300_000;

const chance = seeded(seed);
const folder = await mkdtemp(path.join(tmpdir(), 'bench-faults-'));
const receipts = new Receipts(path.join(folder, 'receipts.jsonl'));
const killsForMs = 60_000 * Number(process.argv[4] ?? 1 + kills / 4);
const limitMs = killsForMs + 5 * 60_000;
let supervisor: Supervisor | null = null;
let lastKill = 0;
const events: string[] = [];
try {
  console.log(`${machine(['fastify', 'pg', 'kysely']).join('\n')}\nseed      ${seed}, ${kills} kills\n`);
  supervisor = await Supervisor.begin(path.join(folder, 'data'));
  process.exitCode = (await run(supervisor)) ? 0 : 1;
} finally {
  await supervisor?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function run(platform: Supervisor): Promise<boolean> {
  const analyst = await anAnalyst(platform);
  const survey = await anOpenSurveyOf(analyst, aQuestionnaireInPages());
  let marks = 0;
  const around: Surroundings = { token: survey.token, receipts, newMark: () => `visit ${lettersOf(marks++)}` };
  const breaches: unknown[] = [];
  const giveUp = new AbortController();
  const limit = AbortSignal.any([giveUp.signal, AbortSignal.timeout(limitMs)]);
  let isOver = false;
  const working = Array.from({ length: clients.programs + clients.people }, async (_, number) => {
    const own = seeded(seed + 1 + number);
    const line = new Insistence(platform.port, own, limit);
    const act = number < clients.programs ? program : person;
    while (!isOver && breaches.length === 0)
      await act(line, around, own).catch((error: unknown) => {
        if (!giveUp.signal.aborted) breaches.push(error);
      });
    line.close();
  });
  const started = performance.now();
  const recoveries = await killAll(platform, breaches);
  if (breaches.length > 0) console.log(await state(platform));
  isOver = true;
  if (breaches.length > 0) giveUp.abort();
  await Promise.all(working);
  const seconds = (performance.now() - started) / 1000;
  for (const breach of breaches) console.log(breach instanceof Breach ? `BREACH ${breach.message}` : breach);
  for (const said of [...platform.ends, ...platform.startsGivenUp]) console.log(`ended by itself with ${said}\n`);
  if (breaches.length > 0) console.log(`${events.slice(-8).join('\n')}\n${platform.printed.slice(-4000)}`);
  if (breaches.length > 0) return false;
  const headers = { cookie: analyst.cookie };
  const fieldwork = await fetch(`${platform.address}/api/surveys/${survey.id}/fieldwork`, { headers });
  const { total } = (await fieldwork.json()) as { total: number };
  const comparison = await compare({ dataFolder: platform.dataFolder }, receipts.all(), total);
  tell(comparison, recoveries, seconds, platform);
  const faults = Object.values(comparison.faults).flat().length + platform.ends.length;
  console.log(faults === 0 ? '\nHOLDS: nothing lost, nothing twice.' : `\nDOES NOT HOLD: ${faults} faults.`);
  return faults === 0;
}

/** Gives, by victim, the milliseconds from each kill to the next receipt. */
async function killAll(platform: Supervisor, breaches: unknown[]): Promise<Readonly<Record<Victim, number[]>>> {
  const recoveries: Record<Victim, number[]> = { server: [], database: [], both: [], connection: [] };
  const until = performance.now() + killsForMs;
  for (let done = 1; done <= kills && breaches.length === 0 && performance.now() < until; done++) {
    const [drawn, waits, moment, which] = [chance(), chance(), chance(), chance()];
    // One in five comes while the platform may still be getting up from the one before.
    if (waits < 0.8) await nextReceipt().catch((error: unknown) => breaches.push(error));
    if (breaches.length > 0) break;
    await pause(moment * 800);
    const victim = drawnVictim(drawn);
    const before = receipts.count;
    const at = performance.now();
    while (!kill(victim, platform, which) && performance.now() - at < backWithinMs) await pause(10);
    const killed = performance.now();
    lastKill = killed;
    events.push(`${new Date().toISOString()} killed: ${victim}`);
    void nextReceipt(before).then(
      () => recoveries[victim].push(performance.now() - killed),
      (error: unknown) => breaches.push(error),
    );
    if (done % killsADay === 0) await turnDay(platform);
    if (done % 10 === 0 || done === kills) console.log(`${done} kills, ${receipts.count} receipts`);
  }
  await nextReceipt().catch((error: unknown) => breaches.push(error));
  console.log(`${events.length} kills in all`);
  return recoveries;
}

/** Comes back with the next receipt after so many; throws where none comes in time after the last kill. */
async function nextReceipt(after = receipts.count): Promise<void> {
  const asked = performance.now();
  while (receipts.count <= after) {
    if (performance.now() > Math.max(asked, lastKill) + backWithinMs)
      throw new Breach('the platform did not come back');
    await pause(10);
  }
}

/** What the platform and its database are at, where it does not come back. */
async function state({ address, dataFolder }: Supervisor): Promise<string> {
  const began = performance.now();
  const page = await fetch(`${address}/s/none`, { signal: AbortSignal.timeout(30_000) }).then(
    (reply) => `a page is answered with ${reply.status}`,
    (error: unknown) => `no page is answered: ${error}`,
  );
  const sql = `SELECT state, wait_event, now() - xact_start AS since, left(query, 100) AS query FROM pg_stat_activity WHERE backend_type = 'client backend'`;
  const activity = await asked(dataFolder, sql).then(
    (rows) => JSON.stringify(rows, null, 1),
    (error: unknown) => `no database: ${error}`,
  );
  return `${new Date().toISOString()} ${page} after ${(performance.now() - began).toFixed(0)} ms\n${activity}`;
}

/** As if midnight had passed: what has arrived is of the day before. Where the database is just away, the day turns later. */
async function turnDay({ dataFolder }: Supervisor): Promise<void> {
  const sql = 'UPDATE collection.response SET answered_on = answered_on - 1 WHERE NOT mixed';
  try {
    await asked(dataFolder, sql);
  } catch {
    // Just away.
  }
}

/** Asks the database as it stands, and does not start it. */
async function asked(dataFolder: string, sql: string): Promise<readonly object[]> {
  const lines = readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const url = `postgresql://postgres@/postgres?host=${encodeURIComponent(lines[4] ?? '')}`;
  return withOwnerConnection({ url }, async (client) => (await client.query<object>(sql)).rows);
}

function tell(
  { faults, ...counts }: Comparison,
  recoveries: Readonly<Record<Victim, readonly number[]>>,
  seconds: number,
  platform: Supervisor,
): void {
  console.log(`\n${seconds.toFixed(0)} s under load of ${clients.programs} programs and ${clients.people} people`);
  for (const victim of victims) {
    const took = recoveries[victim];
    const { p50, p95 } = spread(took);
    const longest = Math.max(...took);
    if (took.length > 0)
      console.log(
        `${victim.padEnd(11)} killed ${took.length} times; next receipt after p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`,
      );
  }
  console.log(
    `sent ${sendings.all}: ${sendings.lost} without a reply (${sendings.cut} cut by the client), ${sendings.refused} refused for the time being (503), ${sendings.failed} failed otherwise (5xx), ${sendings.limited} limited (429)`,
  );
  console.log(
    `the server ended by itself ${platform.ends.length} times while it ran, and gave up starting ${platform.startsGivenUp.length} times`,
  );
  console.log(
    `acknowledged ${counts.acknowledged}, stored ${counts.stored}, withdrawn ${counts.withdrawn}, left as drafts ${counts.drafts}, written anew at midnight ${counts.mixed}`,
  );
  for (const [what, found] of Object.entries(faults))
    console.log(
      `${what.padEnd(34)} ${found.length === 0 ? 'none' : `${found.length}: ${found.slice(0, 5).join('; ')}`}`,
    );
}

/** A number in letters, as no rule of masking takes for anybody's. */
function lettersOf(number: number): string {
  const letter = 'abcdefghijklmnopqrstuvwxyz'[number % 26] ?? '';
  return number < 26 ? letter : `${lettersOf(Math.floor(number / 26) - 1)}${letter}`;
}
