import type { LocalizedText } from '@common-measure/kernel';
import type { Instrument } from '../instrument.ts';
import { offlineWordsIn } from './offline-words.ts';
import type { OrganizationLogo } from './organization-logo.ts';
import type { PublicNotice } from './public-notice.ts';
import type { PageScript, RespondentFrame } from './respondent-view.ts';

/** A survey as its pages need it, whoever makes them: the server, or a device that keeps this for the time without a network. */
export interface PublicSurvey {
  readonly token: string;
  readonly instrument: Instrument;
  readonly organization: LocalizedText;
  readonly logo?: OrganizationLogo | undefined;
  readonly notice: PublicNotice;
  readonly closesOn: string | null;
  readonly stylesheet: string;
  readonly style: string;
  /** The script of the pages, by its address; null where they have none. */
  readonly script: Pick<PageScript, 'src' | 'integrity'> | null;
}

/** What surrounds the questions on the pages of a survey; `hidden` travels with every form beside the language. */
export function surveyFrame(
  survey: PublicSurvey,
  locale: string,
  hidden: Readonly<Record<string, string>>,
): RespondentFrame {
  return {
    organization: survey.organization,
    logo: survey.logo,
    base: `/s/${survey.token}`,
    stylesheet: survey.stylesheet,
    style: survey.style,
    script: survey.script === null ? undefined : pageScript(survey.script, survey.instrument, locale),
    hidden: { ...hidden, lang: locale },
    preview: false,
    closesOn: survey.closesOn,
    notice: survey.notice,
  };
}

const wordsOfScript = [
  'offlineNow',
  'onlineAgain',
  'restored',
  'fewLeft',
  'sentNow',
  'seeReceipt',
  'late',
  'toAnswers',
] as const;

/** The script with the few words that it says, in the language of the page. */
export function pageScript(
  script: Pick<PageScript, 'src' | 'integrity'>,
  instrument: Pick<Instrument, 'pageWords'>,
  locale: string,
): PageScript {
  const say = offlineWordsIn(instrument, locale);
  return { ...script, words: Object.fromEntries(wordsOfScript.map((name) => [name, say[name]])) };
}
