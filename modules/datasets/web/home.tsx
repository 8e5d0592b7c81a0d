import { type HomeContribution, type NextStep, useMessages } from '@common-measure/platform/web-kit';
import { dataMessages } from './data-words.ts';
import { useDatasets, useImports } from './dataset-queries.ts';
import { homeMessages } from './home-words.ts';
import { useMayBring } from './may-bring.ts';

/** Data on the home page: the files that wait for choices. The datasets themselves show there by their results. */
export function useHome(): HomeContribution | null {
  const words = useMessages(homeMessages);
  const data = useMessages(dataMessages);
  const mayBring = useMayBring();
  const datasets = useDatasets().data;
  const imports = useImports(mayBring).data;
  if (datasets === undefined || (mayBring && imports === undefined)) return null;
  const waiting = (imports ?? []).filter((one) => one.state === 'ready');
  const nextSteps: NextStep[] = waiting.map((one) => ({
    key: one.id,
    title: words.settle,
    text: words.settleText(one.fileName),
    action: data.goOn,
    to: `/datasets/imports/${one.id}`,
  }));
  return {
    hasContent: datasets.length > 0 || (imports ?? []).length > 0,
    cards: [],
    nextSteps: nextSteps.slice(0, 3),
  };
}
