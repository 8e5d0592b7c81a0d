import type { LocalizedText } from '@common-measure/kernel';
import type { Allotment } from '../allotment.ts';
import type { Entries } from '../entry.ts';
import type { Instrument } from '../instrument.ts';
import type { AnswerProblem } from '../read-answers.ts';
import type { OrganizationLogo } from './organization-logo.ts';
import type { PublicNotice } from './public-notice.ts';

/** Where the person is. `part` names a section by its code, and where that has several pages, one of them by a question on it. */
export type RespondentStep =
  | { readonly kind: 'introduction' }
  | {
      readonly kind: 'part';
      readonly section: string;
      readonly question?: string | null | undefined;
      readonly returnsToCheck: boolean;
      readonly newQuestions: boolean;
    }
  | { readonly kind: 'check' }
  /** `code` opens the answers on another device; left out, they can be finished on this one only. */
  | { readonly kind: 'saved'; readonly code?: string | undefined }
  | { readonly kind: 'receipt'; readonly receipt: string; readonly withdrawalCode: string }
  | { readonly kind: 'conflict' }
  /** A quota is full: she is thanked and not asked further. */
  | { readonly kind: 'full' };

/** What helps on a page where scripts run; the page says and does everything without it. */
export interface PageScript {
  readonly src: string;
  /** "sha384-…" of the file, which the browser compares. */
  readonly integrity: string;
  /** What it says, in the language of the page. */
  readonly words: Readonly<Record<string, string>>;
}

/** What surrounds the questions: whose survey it is and where its forms go. */
export interface RespondentFrame {
  readonly organization: LocalizedText;
  /** Left out, the page shows the name alone. */
  readonly logo?: OrganizationLogo | undefined;
  /** Address of the survey, without a slash at its end: "/s/4Q7…". */
  readonly base: string;
  readonly stylesheet: string;
  /** The style sheet itself, where the page carries it: one request less before it can be read. */
  readonly style?: string | undefined;
  /** Loaded after the page is shown; left out, the page has no script. */
  readonly script?: PageScript | undefined;
  /** Fields that travel with every form (the draft and response ids). */
  readonly hidden: Readonly<Record<string, string>>;
  readonly preview: boolean;
  /** It stands on a tablet or stand, which has one page at a time. */
  readonly onTablet?: boolean | undefined;
  /** Of a survey that lets nobody begin any more: until when those who have begun may finish, written out in the language of the page. */
  readonly finishUntil?: string | undefined;
  /** Last day on which answers are taken, ISO date; null where it is not fixed. */
  readonly closesOn: string | null;
  /** What the survey says besides its questions; left out, the standing words only. */
  readonly notice?: PublicNotice | undefined;
}

export interface RespondentView {
  readonly instrument: Instrument;
  readonly entries: Entries;
  /** What chance decided for this person; left out, options stand in their written order and every arm is shown. */
  readonly allotment?: Allotment;
  /** A language of the instrument. */
  readonly locale: string;
  readonly step: RespondentStep;
  /** What could not be understood, on this page or, on the check page, anywhere. */
  readonly problems: readonly AnswerProblem[];
  readonly frame: RespondentFrame;
}

/** Names of the fields that steer a form, beside those of the questions. */
export const steeringFields = {
  act: 'do',
  shown: 'shown',
  returns: 'returns',
  warned: 'warned',
  more: 'more',
} as const;
