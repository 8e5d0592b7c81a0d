import type { DatasetSummary } from '@common-measure/modules/datasets/contract';
import {
  ButtonLink,
  Card,
  defineMessages,
  type HomeContribution,
  Link,
  Loaded,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { isComparable } from '../comparable.ts';
import { byNewest, useDatasets } from './dataset-chooser.tsx';
import { comparisonOf, everyone, figureOf } from './figures.ts';
import { ResultsLede } from './results-lede.tsx';
import { useResults } from './results-query.ts';
import { resultsMessages } from './results-words.ts';
import { wavePoints } from './wave-points.ts';
import { WavesFigure } from './waves-figure.tsx';

const messages = defineMessages({
  en: { latest: 'Latest results', read: 'Read the results', drivers: 'Drivers and priorities' },
  fr: { latest: 'Derniers résultats', read: 'Lire les résultats', drivers: 'Déterminants et priorités' },
});

/** The latest results on the home page: one sentence, and the trend where there are waves. */
export function useHome(): HomeContribution | null {
  const datasets = useDatasets().data;
  if (datasets === undefined) return null;
  const [latest] = [...datasets].sort(byNewest);
  return {
    hasContent: latest !== undefined,
    cards: latest ? [{ key: 'latest', span: 12, content: <LatestResults dataset={latest} /> }] : [],
    nextSteps: [],
  };
}

function LatestResults({ dataset }: { dataset: DatasetSummary }) {
  const words = useMessages(messages);
  const read = useText();
  const { named } = useMessages(resultsMessages);
  const query = useResults(dataset.id, undefined, undefined);
  return (
    <Card title={words.latest} stack>
      <p>
        <Link to={`/results/${dataset.id}`}>{read(dataset.title)}</Link>
      </p>
      <Loaded query={query}>
        {({ codebook, result, waves }) => {
          const overall = codebook.variables.find((variable) => variable.name === codebook.roles.overall);
          if (!overall) return null;
          const name = { statistic: 'score', variable: overall.name } as const;
          const before = waves.filter((wave) => wave.comparisons.every(isComparable)).at(-1);
          return (
            <>
              <ResultsLede
                outcome={named(read(overall.label))}
                estimate={figureOf(result, name)}
                comparison={before ? comparisonOf(before.comparisons, name, everyone, 'wave') : null}
              />
              <WavesFigure
                level={3}
                outcome={read(overall.label)}
                waves={wavePoints(codebook, result, waves)}
                threshold={result.threshold}
              />
            </>
          );
        }}
      </Loaded>
      <div className="actions">
        <ButtonLink kind="second" to={`/results/${dataset.id}`}>
          {words.read}
        </ButtonLink>
        <ButtonLink kind="plain" to={`/drivers/${dataset.id}`}>
          {words.drivers}
        </ButtonLink>
      </div>
    </Card>
  );
}
