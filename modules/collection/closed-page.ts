import { noticePage } from '@common-measure/instrument';
import { finishUntil, presentToken } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import type { RawReply } from '@common-measure/platform/http';
import type { PublicWave } from './open-wave.ts';
import { styleIn, stylesheetPath } from './page-style.ts';
import { htmlReply } from './visit.ts';

/** The page of a wave that takes no answers any more, or lets nobody begin: why, and where the survey goes on, if it does. */
export async function closedPage(tx: Tx, open: PublicWave, locale: string, now: Date): Promise<RawReply> {
  const { wave, instrument } = open;
  const token = await presentToken(tx, wave.organizationId, wave.surveyId, now);
  const isByDay = wave.endedBecause === 'day' || (wave.endedBecause === null && finishUntil(wave, now) !== null);
  const told = {
    presentRound: token === null ? null : `/s/${token}`,
    hasEnough: wave.endedBecause === 'answers' || wave.endedBecause === 'quotas',
    lastDay: isByDay ? wave.closesOn : null,
    notice: open.notice,
  };
  return htmlReply(noticePage('closed', locale, frameOf(open), instrument, told), 410);
}

/** What surrounds a page without questions of a survey. */
export function frameOf(open: PublicWave) {
  return {
    organization: open.organization,
    logo: open.logo,
    stylesheet: stylesheetPath,
    style: styleIn(open.notice.colour),
    preview: false,
    base: `/s/${open.wave.token}`,
  };
}
