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

const keyHash = (code: string): Buffer =>
  createHash('sha256')
    .update(`common-measure kiosk\0${asPrinted(code)}`)
    .digest();

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

export async function listKiosks(tx: Tx, organizationId: string, studyId: string): Promise<KioskDevice[]> {
  const { rows } = await sql<KioskDevice>`SELECT id, name, idle_seconds AS "idleSeconds" FROM collection.kiosk_device
    WHERE organization_id = ${organizationId} AND study_id = ${studyId} AND NOT revoked ORDER BY name, id`.execute(tx);
  return rows;
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
