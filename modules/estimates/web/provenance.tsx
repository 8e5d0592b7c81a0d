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
}

/** "How was this computed?" of one figure: asked for when it is opened. */
export function Provenance({ figure, address }: { figure: string; address: FigureAddress }) {
  return <HowComputed figure={figure}>{() => <Explained address={address} />}</HowComputed>;
}

function Explained({ address }: { address: FigureAddress }) {
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
      {({ formula, facts, script }) => (
        <Computation
          formula={read(formula)}
          facts={facts.map(({ term, value }) => ({ term: read(term), value: read(value) }))}
          script={script}
          method="/methods#scores"
        />
      )}
    </Loaded>
  );
}
