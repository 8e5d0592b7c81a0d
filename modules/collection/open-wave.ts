import type { Instrument, OrganizationLogo, PublicNotice } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { findPublicOrganization, type PublicOrganization, workIn } from '@common-measure/modules/accounts/server';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import {
  type FieldedWave,
  findWave,
  letsIn,
  readFieldedWave,
  readNotice,
  takesAnswers,
} from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { findPretest, readPretest, waveOfPretest } from './fieldwork/pretest-store.ts';
import { planBeforeAnswers } from './fieldwork/wave-plan.ts';
import { readOnceSeries } from './ways-in/once-store.ts';

/** A wave behind a public token with all that its pages need. */
export interface PublicWave {
  readonly wave: FieldedWave;
  readonly instrument: Instrument;
  readonly organization: LocalizedText;
  readonly logo: OrganizationLogo | undefined;
  /** Of those who have begun. */
  readonly takesAnswers: boolean;
  /** Whether somebody may begin. */
  readonly letsIn: boolean;
  readonly notice: PublicNotice;
  /** Links that can be used once are the only way in. */
  readonly needsOwnLink: boolean;
  /** A trial of the questionnaire: nothing sent to it counts. */
  readonly isPretest: boolean;
}

/** Resolves a public token; from here on the transaction works in the organization of that wave. Null where nobody has given it out. */
export async function enterPublicWave(tx: Tx, token: string, now: Date): Promise<PublicWave | null> {
  const found = await findWave(tx, token);
  if (!found) return enterPretest(tx, token);
  await workIn(tx, found.organizationId);
  const wave = await readFieldedWave(tx, found.organizationId, found.waveId);
  const organization = await findPublicOrganization(tx, found.organizationId);
  if (!wave || !organization) return null;
  const instrument = await publishedInstrument(tx, found.organizationId, wave.instrumentVersionId);
  await planBeforeAnswers(tx, found.organizationId, found.waveId, instrument);
  return {
    wave,
    instrument,
    organization: organization.name,
    takesAnswers: takesAnswers(wave, now),
    letsIn: letsIn(wave, now),
    ...lookOf(await readNotice(tx, found.organizationId, wave.surveyId), organization),
    needsOwnLink: (await readOnceSeries(tx, found.organizationId, found.waveId)).onlyWay,
    isPretest: false,
  };
}

async function enterPretest(tx: Tx, token: string): Promise<PublicWave | null> {
  const found = await findPretest(tx, token);
  if (!found) return null;
  const { organizationId, pretestId } = found;
  await workIn(tx, organizationId);
  const pretest = await readPretest(tx, organizationId, { id: pretestId });
  const organization = await findPublicOrganization(tx, organizationId);
  if (!pretest || !organization) return null;
  return {
    wave: await waveOfPretest(tx, organizationId, pretest),
    instrument: pretest.instrument,
    organization: organization.name,
    takesAnswers: true,
    letsIn: true,
    ...lookOf(await readNotice(tx, organizationId, pretest.surveyId), organization),
    needsOwnLink: false,
    isPretest: true,
  };
}

/** A survey wears the logo and the colour of its organization, unless it says otherwise. */
export function lookOf(notice: PublicNotice, organization: PublicOrganization): Pick<PublicWave, 'notice' | 'logo'> {
  return {
    notice: { ...notice, colour: notice.colour ?? organization.colour ?? undefined },
    logo: notice.withoutLogo ? undefined : organization.logo,
  };
}
