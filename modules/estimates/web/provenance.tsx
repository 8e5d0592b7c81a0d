import type { Explanation, Statistic } from '@common-measure/estimate';
import { api, Computation, HowComputed, Loaded, useText } from '@common-measure/platform/web-kit';
import { useQuery } from '@tanstack/react-query';
import { estimatesApi } from '../contract.ts';

export interface FigureAddress {
  readonly datasetId: string;
  readonly statistic: Statistic;
  readonly variable: string;
  readonly value?: string;
  readonly by?: string;
  readonly group?: string;
  /** A difference instead of the figure: from the rest of its breakdown, or since the wave `against`. */
  readonly compare?: 'complement' | 'wave';
  readonly against?: string;
  readonly family?: 'headline' | 'items';
}

/** "How was this computed?" of one figure: asked for when it is opened. */
export function Provenance({ figure, address }: { figure: string; address: FigureAddress }) {
  return <HowComputed figure={figure}>{() => <Explained address={address} />}</HowComputed>;
}

/** Formula, facts and R script of one figure or difference. */
export function Explained({ address }: { address: FigureAddress }) {
  const read = useText();
  const { datasetId, ...query } = address;
  const search = new URLSearchParams(Object.entries(query)).toString();
  const explanation = useQuery({
    queryKey: ['explanation', datasetId, search],
    queryFn: ({ signal }) =>
      api.get<Explanation>(`${estimatesApi.explanation.replace(':id', datasetId)}?${search}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Loaded query={explanation}>
      {({ formula, facts, script, method }) => (
        <Computation
          formula={read(formula)}
          facts={facts.map(({ term, value }) => ({ term: read(term), value: read(value) }))}
          script={script}
          method={`/methods#${method}`}
        />
      )}
    </Loaded>
  );
}
