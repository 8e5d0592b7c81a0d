import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseLocation } from '@common-measure/platform/database';
import { readSettings } from '@common-measure/platform/settings';
import { aRunningServer } from '@common-measure/platform/testing';
import { seeded } from './chance.ts';
import { Insistence } from './faults/insistence.ts';
import { aQuestionnaireInPages, entriesOf, numbers } from './faults/questionnaire.ts';
import { machine } from './machine.ts';
import { anAnalyst, anOpenSurveyOf } from './platform.ts';
import { type Difference, difference, type KeptRows, keptRows } from './restore-drill/kept-rows.ts';
import { backUp, restore } from './restore-drill/terminal.ts';

/**
 * Backups that are restored elsewhere and compared response by response, every column.
 * `node bench/restore-drill.ts FILE`: a backup of your own (`./cm backup FILE`) is restored into a folder that passes, and each of its
 * responses compared with what the platform of CM_DATA or DATABASE_URL keeps now; nothing of yours is changed.
 * `node bench/restore-drill.ts [backups]`: a platform is started, twelve clients send without a pause, and so many backups (3 unless said)
 * are made meanwhile; each must hold every response acknowledged before it began. Ends with 1 where anything differs.
 */
const given = process.argv[2] ?? '3';
const folder = await mkdtemp(path.join(tmpdir(), 'restore-drill-'));
try {
  console.log(`${machine(['pg']).join('\n')}\n`);
  process.exitCode = (await (/^\d+$/.test(given) ? collecting(Number(given)) : own(given))) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function own(file: string): Promise<boolean> {
  const { databaseUrl, dataFolder } = readSettings(process.env, process.cwd());
  const source = databaseUrl === null ? { dataFolder } : { url: databaseUrl };
  const { found } = await compared(file, source, dataFolder);
  tell(file, found);
  return holds(found);
}

/** What a backup holds, restored into a folder of its own, beside what the source holds by now. */
async function compared(
  file: string,
  source: DatabaseLocation,
  sourceFolder: string,
): Promise<{ readonly restored: KeptRows; readonly found: Difference }> {
  const place = path.join(folder, `restored-${randomBytes(4).toString('hex')}`);
  await restore(path.resolve(file), place, sourceFolder);
  const restored = await keptRows({ dataFolder: place });
  return { restored, found: difference(await keptRows(source), restored) };
}

function holds({ different, strange }: Difference): boolean {
  return different.length + strange.length === 0;
}

function tell(file: string, { equal, different, strange, withdrawnSince, later }: Difference): void {
  console.log(
    `${path.basename(file)}: ${equal} responses equal in every column, ${different.length} different, ${strange.length} of unknown origin, ${withdrawnSince} withdrawn since, ${later.length} arrived since`,
  );
  for (const id of [...different, ...strange].slice(0, 10)) console.log(`  look at ${id}`);
}

interface Sent {
  readonly begun: number;
  readonly acknowledged: number;
}

async function collecting(backups: number): Promise<boolean> {
  const server = await aRunningServer({ dataFolder: path.join(folder, 'data') });
  const over = new AbortController();
  const sent = new Map<string, Sent>();
  try {
    const survey = await anOpenSurveyOf(await anAnalyst(server), aQuestionnaireInPages());
    const clients = Array.from({ length: 12 }, (_, number) =>
      client(server.address, survey.token, number, over.signal, sent),
    );
    const made: { readonly file: string; readonly began: number; readonly ended: number }[] = [];
    while (made.length < backups) {
      const enough = sent.size + 200;
      for (let waited = 0; sent.size < enough && waited < 60_000; waited += 50) await pause(50);
      const [file, began] = [path.join(folder, `backup-${made.length + 1}.tar.gz`), performance.now()];
      await backUp(server.dataFolder, file);
      made.push({ file, began, ended: performance.now() });
    }
    over.abort();
    await Promise.all(clients);
    const results: boolean[] = [];
    for (const { file, began, ended } of made) {
      const { restored, found } = await compared(file, { dataFolder: server.dataFolder }, server.dataFolder);
      tell(file, found);
      const ids = [...sent];
      const before = ids.filter(([, { acknowledged }]) => acknowledged < began);
      const missing = before.filter(([id]) => !restored.rows.has(id));
      const early = ids.filter(([id, { begun }]) => begun > ended && restored.rows.has(id));
      const during = ids.filter(([, one]) => one.acknowledged >= began && one.begun <= ended);
      console.log(
        `  made in ${((ended - began) / 1000).toFixed(1)} s while ${during.length} arrived; acknowledged before it began ${before.length}, of these missing ${missing.length}; begun after it ended and in it ${early.length}`,
      );
      results.push(holds(found) && missing.length + early.length === 0 && before.length > 0 && during.length > 0);
    }
    const isWhole = results.every(Boolean);
    console.log(
      isWhole
        ? '\nHOLDS: every response acknowledged before a backup began is in it, as it was sent.'
        : '\nDOES NOT HOLD.',
    );
    return isWhole;
  } finally {
    over.abort();
    await server.stop();
  }
}

/** Sends one response after another until told to stop; what is under way then is left as it is. */
async function client(
  address: string,
  token: string,
  number: number,
  over: AbortSignal,
  sent: Map<string, Sent>,
): Promise<void> {
  const chance = seeded(number + 1);
  const line = new Insistence(Number(new URL(address).port), chance, over);
  while (!over.aborted) {
    const id = randomUUID();
    const values = numbers.map((code) => [code, Math.floor(chance() * 1000)]);
    const entries = entriesOf({ mark: `client ${'abcdefghijkl'[number]}`, ...Object.fromEntries(values) });
    const body = JSON.stringify({ language: chance() < 0.5 ? 'en' : 'fr', entries });
    const begun = performance.now();
    const path = `/api/collect/${token}/responses/${id}`;
    const reply = await line.send({ method: 'PUT', path, type: 'application/json', body }).catch(() => null);
    if (reply?.status === 200) sent.set(id, { begun, acknowledged: performance.now() });
    else if (reply !== null) throw new Error(`answered with ${reply.status}: ${reply.text}`);
  }
  line.close();
}
