import type { Instrument, PublicNotice } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { findOrganization, workIn } from '@common-measure/modules/accounts/server';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import {
  type FieldedWave,
  findWave,
  readFieldedWave,
  readNotice,
  takesAnswers,
} from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { readOnceSeries } from './ways-in/once-store.ts';

/** A wave behind a public token with all that its pages need. */
export interface PublicWave {
  readonly wave: FieldedWave;
  readonly instrument: Instrument;
  readonly organization: LocalizedText;
  readonly takesAnswers: boolean;
  readonly notice: PublicNotice;
  /** Links that can be used once are the only way in. */
  readonly needsOwnLink: boolean;
}

/** Resolves a public token; from here on the transaction works in the organization of that wave. Null where nobody has given it out. */
export async function enterPublicWave(tx: Tx, token: string, now: Date): Promise<PublicWave | null> {
  const found = await findWave(tx, token);
  if (!found) return null;
  await workIn(tx, found.organizationId);
  const wave = await readFieldedWave(tx, found.organizationId, found.waveId);
  const organization = await findOrganization(tx, found.organizationId);
  if (!wave || !organization) return null;
  return {
    wave,
    instrument: await publishedInstrument(tx, found.organizationId, wave.instrumentVersionId),
    organization: organization.name,
    takesAnswers: takesAnswers(wave, now),
    notice: await readNotice(tx, found.organizationId, wave.surveyId),
    needsOwnLink: (await readOnceSeries(tx, found.organizationId, found.waveId)).onlyWay,
  };
}
