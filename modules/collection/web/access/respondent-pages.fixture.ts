import {
  contactPage,
  contactSentPage,
  type Entries,
  emptyNotice,
  nothingAllotted,
  noticePage,
  type OfflinePage,
  type OrganizationLogo,
  offlinePage,
  type PublicNotice,
  pageOfStep,
  type RespondentStep,
  resumePage,
  surveyFrame,
  withdrawalPage,
} from '@common-measure/instrument';
import { everyType } from '../../every-type.fixture.ts';
import { pageStyle, styleIn, stylesheetPath } from '../../page-style.ts';
import { onePerPage } from '../../paged.fixture.ts';
import { kioskWelcome } from '../../ways-in/kiosk-pages.ts';
import { kioskPage } from '../../ways-in/kiosk-tag.ts';
import { refusedWayPage } from '../../ways-in/way-page.ts';
import { queuedPage, staffClearingPage, staffCodePage, staffPage } from '../offline/kiosk-screen.ts';
import { withArabic } from './arabic.fixture.ts';

export const locales = ['en', 'fr', 'ar'] as const;
export type Locale = (typeof locales)[number];

/** A page that respondents meet. `isError`: it lists what cannot be understood. */
export interface RespondentPage {
  readonly name: string;
  readonly isError: boolean;
  readonly html: string;
}

const instrument = withArabic(everyType);
/** The questionnaire of the pages, in every language. */
export const pagesIn = instrument;
const paged = withArabic(onePerPage);
export const organization = { en: 'Province of Riverbend', fr: 'Province de Riverbend' };
const logo: OrganizationLogo = {
  en: { src: '/s/logo/en', width: 480, height: 112, isDrawing: true },
  fr: { src: '/s/logo/fr', width: 480, height: 112, isDrawing: true },
  alt: { en: 'Government of Riverbend', fr: 'Gouvernement de Riverbend' },
  saysName: false,
};
const notice: PublicNotice = {
  ...emptyNotice,
  otherWays: [
    {
      kind: 'telephone',
      text: { en: '1 800 555-0142, weekdays 8:00 to 18:00', fr: '1 800 555-0142, en semaine de 8 h à 18 h' },
      link: 'tel:+18005550142',
    },
    { kind: 'relay', text: { en: 'Call 711', fr: 'Composez le 711' }, link: 'tel:711' },
    {
      kind: 'sign-language',
      text: { en: 'Video in ASL or LSQ', fr: 'Vidéo en ASL ou en LSQ' },
      link: 'https://example.ca/video',
    },
    { kind: 'paper', text: { en: 'Ask at any counter', fr: 'Demandez à tout comptoir' }, link: null },
  ],
  purpose: { en: 'To decide what to mend first.', fr: 'Pour décider quoi améliorer en premier.' },
  keptFor: { en: 'Two years.', fr: 'Deux ans.' },
  contact: { en: 'Privacy office, 555-0100.', fr: 'Bureau de la vie privée, 555-0100.' },
  contactDays: 60,
  colour: '#7a0019',
};
const survey = {
  token: 'abc123def456',
  instrument,
  organization,
  logo,
  notice,
  closesOn: '2027-06-30',
  stylesheet: stylesheetPath,
  style: styleIn(notice.colour),
  script: null,
};

const wrong: Entries = {
  purpose: ['other'],
  used: ['desk'],
  order: ['staff=1', 'hours=1'],
  minutes: ['700'],
  day: ['2026-6-31'],
};
const right: Entries = {
  consent: ['yes'],
  clear: ['3'],
  calm: ['-na'],
  likely: ['10'],
  helpful: ['1'],
  purpose: ['books'],
  used: ['desk', 'shelves'],
  order: ['staff=1', 'hours=2'],
  minutes: ['45'],
  day: ['2026-06-01'],
  branch: ['12'],
  found: ['yes'],
  found_long: ['yes'],
  again: ['no'],
};

/** Every type of page in one language, each with all that it can show. */
export function respondentPages(locale: Locale): readonly RespondentPage[] {
  const frame = surveyFrame(survey, locale, { key: 'k' });
  const at = (step: RespondentStep, entries: Entries = right, strict = false, asked = instrument): string =>
    pageOfStep(asked, entries, nothingAllotted, { step, strict, locale, frame });
  const part = (section: string, question: string | null = null): RespondentStep => ({
    kind: 'part',
    section,
    question,
    returnsToCheck: false,
    newQuestions: false,
  });
  const finishing = pageOfStep(instrument, right, nothingAllotted, {
    step: part('typed'),
    strict: false,
    locale,
    frame: { ...frame, finishUntil: '12:30' },
  });
  const onTablet = (step: RespondentStep): string =>
    pageOfStep(instrument, right, nothingAllotted, {
      step,
      strict: false,
      locale,
      frame: { ...frame, onTablet: true },
    }).replace('<body', '<body class="k"');
  const place = { instrument, organization, logo, notice, wave: { token: survey.token } };
  const page = (name: string, html: string, isError = false): RespondentPage => ({ name, html, isError });
  const codes = { receipt: 'K7M2-9QX4', withdrawalCode: 'a3f9-77c1-02be-4d55' };
  const standing = ['closed', 'notOpen', 'paused', 'withdrawn'] as const;
  const ours = {
    ...frame,
    organization: { en: 'Common Measure', fr: 'Mesure commune' },
    logo: undefined,
    style: pageStyle,
  };
  const offline: readonly OfflinePage[] = [
    'waiting',
    'late',
    'refused',
    'used',
    'clearing',
    'cleared',
    'needs-network',
  ];
  const refusals = ['own-link-needed', 'link-used', 'link-unknown', 'office-link-unknown', 'device-revoked'] as const;
  const facts = { presentRound: '/s/next', hasEnough: true, lastDay: '2027-06-30', firstDay: '2027-03-01', notice };
  const notReached = { reach: '', name: 'Eve', about: '' };
  return [
    page('introduction', at({ kind: 'introduction' }, {})),
    ...['before', 'rated', 'chosen', 'typed', 'after'].map((section) => page(`part-${section}`, at(part(section)))),
    page('part-alone', at(part('call', 'waited'), {}, false, paged)),
    page('errors-consent', at(part('before'), {}, true), true),
    page('errors-chosen', at(part('chosen'), wrong, true), true),
    page('errors-typed', at(part('typed'), wrong, true), true),
    page('left-empty', at(part('chosen'), { ...right, purpose: [] }, true)),
    page('check', at({ kind: 'check' })),
    page('check-errors', at({ kind: 'check' }, wrong, true), true),
    page('saved', at({ kind: 'saved', code: 'abcd-efgh-jkmn-pqrs' })),
    page('receipt', at({ kind: 'receipt', ...codes })),
    page('conflict', at({ kind: 'conflict' })),
    page('quota-full', at({ kind: 'full' })),
    page('withdrawal', withdrawalPage(locale, frame, null, instrument)),
    page('withdrawal-wrong', withdrawalPage(locale, frame, 'zzzz', instrument), true),
    page('resume', resumePage(locale, frame, { typed: '', isWrong: false }, instrument)),
    page('resume-wrong', resumePage(locale, frame, { typed: 'zzzz', isWrong: true }, instrument), true),
    page('contact', contactPage(locale, frame, instrument, 60, null)),
    page('contact-wrong', contactPage(locale, frame, instrument, 60, notReached), true),
    page('contact-sent', contactSentPage(locale, frame, instrument)),
    page('receipt-tablet', onTablet({ kind: 'receipt', ...codes })),
    ...standing.map((one) => page(one, noticePage(one, locale, frame, instrument, facts))),
    page('unknown', noticePage('unknown', locale === 'fr' ? 'fr' : 'en', ours)),
    ...refusals.map((one) => page(one, String(refusedWayPage(one, locale, place).body))),
    ...offline.map((one) => page(`offline-${one}`, offlinePage(one, { instrument, locale, frame }))),
    page('part-finishing', finishing),
    ...tabletPages(locale).map(([name, html, isError]) =>
      page(
        name,
        kioskPage(html, { idleSeconds: 60 }, { token: survey.token, locale }, 'staff').replace(
          /<script.*?<\/script>|<noscript>.*?<\/noscript>/g,
          '',
        ),
        isError,
      ),
    ),
    page('kiosk', String(kioskWelcome({ open: place, token: survey.token }).body)),
  ];
}

/** The pages that only a tablet and its staff see; they are written in English and French. */
function tabletPages(locale: Locale): readonly (readonly [name: string, html: string, isError?: boolean])[] {
  if (locale === 'ar') return [];
  const place = { survey: { ...survey, policy: '', version: '' }, locale };
  const standing = { html: '', policy: '' };
  const device = {
    token: survey.token,
    id: 'd',
    name: 'Lobby',
    idleSeconds: 60,
    way: 'k-1',
    shell: standing,
    welcome: standing,
    standing: 'open',
    contactAt: Date.UTC(2027, 2, 1, 15, 4),
    mustForget: false,
    wrongCodes: 0,
    lockedUntil: 0,
  } as const;
  return [
    ['tablet-queued', queuedPage(place, { receipt: 'K7M2-9QX4', withdrawalCode: 'a3f9-77c1-02be-4d55' })],
    ['tablet-staff-code', staffCodePage(place, null)],
    ['tablet-staff-code-wrong', staffCodePage(place, 'codeWrong'), true],
    ['tablet-staff', staffPage({ ...place, device, queue: [], isAway: false }, '1')],
    ['tablet-staff-clearing', staffClearingPage({ ...place, queue: [] }, '1')],
  ];
}
