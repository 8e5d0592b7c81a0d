import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { asPrinted, newCode } from './once-code.ts';

/** A tablet or stand on which many people answer one after another. */
export interface KioskDevice {
  readonly id: string;
  readonly name: string;
  /** How long nothing may be touched before the page asks whether somebody is still there. */
  readonly idleSeconds: number;
}

/** A device as those who manage the survey see it. */
export interface KioskStanding extends KioskDevice {
  /** ISO instant of its last contact, to the quarter of an hour; null where it was never opened. */
  readonly seenAt: string | null;
  /** Answers that waited on it then, and those that the survey had not taken. */
  readonly waiting: number;
  readonly notTaken: number;
}

const keyHash = (code: string): Buffer =>
  createHash('sha256')
    .update(`common-measure kiosk\0${asPrinted(code)}`)
    .digest();

/** Six digits that open the screen of what waits on a device; they follow from its key, so that it knows them without a network. */
export function staffCodeOf(code: string): string {
  const bytes = createHash('sha256')
    .update(`common-measure kiosk staff\0${asPrinted(code)}`)
    .digest();
  return String(bytes.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** The device of that key, unless it was revoked. */
export async function findKiosk(
  tx: Tx,
  organizationId: string,
  studyId: string,
  code: string,
): Promise<KioskDevice | null> {
  const { rows } = await sql<KioskDevice>`SELECT id, name, idle_seconds AS "idleSeconds" FROM collection.kiosk_device
    WHERE organization_id = ${organizationId} AND study_id = ${studyId} AND key_hash = ${keyHash(code)} AND NOT revoked`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function listKiosks(tx: Tx, organizationId: string, studyId: string): Promise<KioskStanding[]> {
  const { rows } = await sql<Omit<KioskStanding, 'seenAt'> & { seenAt: Date | null }>`
    SELECT id, name, idle_seconds AS "idleSeconds", seen_at AS "seenAt", waiting, not_taken AS "notTaken"
    FROM collection.kiosk_device
    WHERE organization_id = ${organizationId} AND study_id = ${studyId} AND NOT revoked ORDER BY name, id`.execute(tx);
  return rows.map((row) => ({ ...row, seenAt: row.seenAt?.toISOString() ?? null }));
}

/** Notes that a device is in touch and what waits on it. */
export async function noteContact(
  tx: Tx,
  organizationId: string,
  id: string,
  { waiting, notTaken }: { readonly waiting: number; readonly notTaken: number },
  now: Date,
): Promise<void> {
  await sql`UPDATE collection.kiosk_device SET waiting = ${waiting}, not_taken = ${notTaken},
      seen_at = date_bin('15 minutes', ${now}, timestamptz '2000-01-01 00:00Z')
    WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
}

/** Under what the files of a device's waiting answers are sealed, revoked or not; null where there is no such device. */
export async function readSealingHash(
  tx: Tx,
  organizationId: string,
  studyId: string,
  id: string,
): Promise<Buffer | null> {
  const { rows } = await sql<{ hash: Buffer }>`SELECT key_hash AS hash FROM collection.kiosk_device
    WHERE organization_id = ${organizationId} AND study_id = ${studyId} AND id = ${id}`.execute(tx);
  return rows[0]?.hash ?? null;
}

/** Adds a device; its key, 130 bits, is given once and kept as a hash. */
export async function addKiosk(
  tx: Tx,
  organizationId: string,
  studyId: string,
  wanted: Omit<KioskDevice, 'id'>,
): Promise<KioskDevice & { readonly key: string }> {
  const key = newCode(26);
  const id = randomUUID();
  await sql`INSERT INTO collection.kiosk_device (organization_id, id, study_id, key_hash, name, idle_seconds)
    VALUES (${organizationId}, ${id}, ${studyId}, ${keyHash(key)}, ${wanted.name}, ${wanted.idleSeconds})`.execute(tx);
  return { id, ...wanted, key };
}

/** Revokes a device's key; false where there is none. */
export async function revokeKiosk(tx: Tx, organizationId: string, studyId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`UPDATE collection.kiosk_device SET revoked = true
    WHERE organization_id = ${organizationId} AND study_id = ${studyId} AND id = ${id} AND NOT revoked`.execute(tx);
  return numAffectedRows === 1n;
}
