import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { studiesProblems } from './problems.ts';

/** An area and a place in it, which have a clock of their own; abbreviations and offsets do not tell when it changes. */
const areaAndPlace =
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Canada|Europe|Indian|Pacific)(\/[A-Za-z0-9_-]+){1,2}$|^(Etc\/)?UTC$/;

/** Ends the request where a time zone is none by its name in the IANA list, or one that this server or its database does not know. */
export async function refuseUnknownZone(tx: Tx, zone: string): Promise<void> {
  if (areaAndPlace.test(zone) && isKnownHere(zone) && (await isKnownThere(tx, zone))) return;
  studiesProblems.raise('time-zone-unknown', { zone });
}

function isKnownHere(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

async function isKnownThere(tx: Tx, zone: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM pg_timezone_names WHERE name = ${zone}`.execute(tx);
  return rows.length > 0;
}
