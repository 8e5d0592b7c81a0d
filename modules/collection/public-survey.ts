import type { PublicSurvey } from '@common-measure/instrument';
import { clientScripts } from './client-scripts.ts';
import type { PublicWave } from './open-wave.ts';
import { styleIn, stylesheetPath } from './page-style.ts';

/** An open survey as its pages need it, here and on the devices that keep it. */
export function publicSurvey({ wave, instrument, organization, logo, notice }: PublicWave): PublicSurvey {
  return {
    token: wave.token,
    instrument,
    organization,
    logo,
    notice,
    closesOn: wave.closesOn,
    stylesheet: stylesheetPath,
    style: styleIn(notice.colour),
    script: clientScripts()?.tag ?? null,
  };
}
