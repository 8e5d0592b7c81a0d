import { type Beginning, lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export type { Survey } from '../contract.ts';
export { inRound, surveysApi } from '../contract.ts';
export { type FinishChoice, finishChoices } from './closing-fields.tsx';
export { roundMessages } from './round-words.ts';
export { RoundList } from './rounds.tsx';
export { surveyAddress, useMayManage, useSurvey, useSurveyAct, useSurveys } from './survey-queries.ts';
export { surveyMessages } from './survey-words.ts';
export { isDayToCome, isPastDay } from './time-zone-field.tsx';

export const pages: readonly SlicePage[] = [
  { path: '/surveys/new', component: lazyPage(() => import('./new-survey-page.tsx'), 'NewSurveyPage') },
  { path: '/surveys/$surveyId', component: lazyPage(() => import('./survey-page.tsx'), 'SurveyPage') },
  {
    path: '/surveys/$surveyId/languages',
    component: lazyPage(() => import('./survey-languages-page.tsx'), 'SurveyLanguagesPage'),
  },
  {
    path: '/surveys/$surveyId/settings',
    component: lazyPage(() => import('./survey-settings-page.tsx'), 'SurveySettingsPage'),
  },
];

export const stations: readonly Station[] = [{ path: '/surveys', label: { en: 'Surveys', fr: 'Sondages' } }];

export const beginnings: readonly Beginning[] = [
  {
    key: 'survey',
    icon: 'form',
    title: { en: 'A service to ask about', fr: 'Un service à évaluer' },
    text: {
      en: 'Build a survey from the bank, in both languages. About ten minutes to a first draft.',
      fr: 'Bâtissez un sondage à partir de la banque, dans les deux langues. Une première version en dix minutes environ.',
    },
    action: { en: 'Start a survey', fr: 'Commencer un sondage' },
    to: '/surveys/new',
  },
];
