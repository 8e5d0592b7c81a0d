import type { KeptDevice } from './kept-device.ts';
import type { KeptSurvey, KeptVisit } from './kept-visit.ts';

/** What the server tells a device of a survey and of the person; the survey only where the device has another version of it. */
export interface ToldVisit {
  readonly survey: KeptSurvey | null;
  readonly visit: Pick<KeptVisit, 'key' | 'locale' | 'hidden' | 'given' | 'draft'>;
  /** Where the way in is a tablet's: what it needs to begin anew for the next person. */
  readonly kiosk: Pick<KeptDevice, 'id' | 'name' | 'idleSeconds' | 'shell' | 'welcome'> | null;
}
