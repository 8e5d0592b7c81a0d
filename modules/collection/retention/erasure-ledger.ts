import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { z } from 'zod';

/** The name of the ledger in the data folder. It goes into every backup with the other files. */
export const ledgerName = 'erasures.jsonl';

export function ledgerPath(dataFolder: string): string {
  return path.join(dataFolder, ledgerName);
}

/** One erasure as it stands outside of the database: what to erase again, and nothing that was erased. */
const factSchema = z.object({
  id: z.uuid(),
  organization: z.uuid(),
  wave: z.uuid(),
  what: z.enum(['response', 'responses', 'comments', 'drafts', 'originals', 'pretest']),
  response: z.string().nullable(),
  before: z.string().nullable(),
  on: z.string(),
  number: z.int(),
});
export type ErasureFact = z.infer<typeof factSchema>;

/**
 * The facts of a ledger; none where there is no file. A last line that was cut off while it was being written is left out: its erasure
 * stands in the database still.
 */
export async function readLedger(file: string): Promise<readonly ErasureFact[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return parseLedger(text);
}

export function parseLedger(text: string): readonly ErasureFact[] {
  const lines = text.split('\n');
  const last = lines.pop();
  const whole = last === undefined || last === '' ? lines : isWhole(last) ? [...lines, last] : lines;
  return whole.filter((line) => line !== '').map((line) => factSchema.parse(JSON.parse(line)));
}

function isWhole(line: string): boolean {
  try {
    return factSchema.safeParse(JSON.parse(line)).success;
  } catch {
    return false;
  }
}

/**
 * Appends to the ledger the erasures that the database knows and the file does not; they are on the disk when this returns. With
 * `everything` it compares all, else those not marked as written: for every few seconds. Gives how many were added.
 */
export async function writeLedger(client: pg.ClientBase, file: string, everything: boolean): Promise<number> {
  if (!(await hasErasures(client))) return 0;
  const { rows } = await client.query<ErasureFact>(
    `SELECT id, organization_id AS organization, wave_id AS wave, what, encode(response_hash, 'hex') AS response,
       before::text AS before, erased_on::text AS "on", number
     FROM collection.erasure ${everything ? '' : 'WHERE NOT written'} ORDER BY erased_on, id`,
  );
  if (rows.length === 0) return 0;
  const present = await readFile(file, 'utf8').catch(() => '');
  const known = new Set(parseLedger(present).map(({ id }) => id));
  const missing = rows.filter(({ id }) => !known.has(id));
  if (missing.length > 0) {
    const lines = missing.map((fact) => `${JSON.stringify(factSchema.parse(fact))}\n`).join('');
    const handle = await open(file, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY, 0o600);
    try {
      await handle.appendFile(`${present === '' || present.endsWith('\n') ? '' : '\n'}${lines}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  await client.query('UPDATE collection.erasure SET written = true WHERE NOT written AND id = ANY ($1::uuid[])', [
    rows.map(({ id }) => id),
  ]);
  return missing.length;
}

/** Whether the schema knows erasures; one that an earlier version made, or nobody yet, does not. */
export async function hasErasures(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ made: boolean }>(
    `SELECT to_regclass('collection.erasure') IS NOT NULL AS made`,
  );
  return rows[0]?.made === true;
}

/** Erases again what a restored backup has brought back and these facts name; gives how many things it were. */
export async function replayErasures(client: pg.ClientBase, facts: readonly ErasureFact[]): Promise<number> {
  if (facts.length === 0) return 0;
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ gone: number }>('SELECT collection.replay_erasures($1::jsonb) AS gone', [
      JSON.stringify(facts),
    ]);
    await client.query('COMMIT');
    return rows[0]?.gone ?? 0;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
