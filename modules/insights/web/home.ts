import { byNewest, useDatasets } from '@common-measure/modules/estimates/web';
import { defineMessages, type HomeContribution, useMessages } from '@common-measure/platform/web-kit';

const messages = defineMessages({
  en: {
    title: 'See what goes along with satisfaction',
    text: 'Which items go together with the overall score, and which of them score low.',
    action: 'See drivers',
  },
  fr: {
    title: 'Voyez ce qui va de pair avec la satisfaction',
    text: 'Quels éléments vont de pair avec le score global, et lesquels ont un score bas.',
    action: 'Voir les déterminants',
  },
});

/** The way from the latest results to their drivers. */
export function useHome(): HomeContribution | null {
  const words = useMessages(messages);
  const datasets = useDatasets().data;
  if (datasets === undefined) return null;
  const [latest] = [...datasets].sort(byNewest);
  return {
    hasContent: latest !== undefined,
    cards: [],
    nextSteps: latest ? [{ key: 'drivers', ...words, to: `/drivers/${latest.id}` }] : [],
  };
}
