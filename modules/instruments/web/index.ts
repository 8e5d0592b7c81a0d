import { lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export type { InstrumentDraft } from '../contract.ts';
export { builderMessages } from './builder-words.ts';
export { CommentedInstrument } from './comment-queries.ts';
export { ComparePanel } from './compare-panel.tsx';
export { type DraftEditing, useDraftEditing, useInstrument } from './draft.ts';
export { FlawList, placeOfFlaw, wayToFlaw } from './flaw-list.tsx';
export { FrozenInstrument } from './frozen-instrument.tsx';
export { historyMessages } from './history-words.ts';
export { InstrumentBuilder } from './instrument-builder.tsx';
export { LanguageNotice } from './language-notice.tsx';
export { languageMessages } from './language-words.ts';
export { LanguagesView } from './languages-view.tsx';
export { useQuestionnaireFacts } from './questionnaire-facts.tsx';

export { useGiveUpRevision, useRevise, useVersion } from './revision-queries.ts';

export const pages: readonly SlicePage[] = [
  {
    path: '/instruments/$instrumentId/preview',
    component: lazyPage(() => import('./preview-page.tsx'), 'PreviewPage'),
    frame: 'entry',
  },
];
export const stations: readonly Station[] = [];
