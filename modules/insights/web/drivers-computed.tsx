import type { Explanation } from '@common-measure/estimate';
import { Computation, HowComputed, useText } from '@common-measure/platform/web-kit';

/** "How was this computed?" of the drivers: formula, treatment of missing answers, bootstrap, design and R script. */
export function DriversComputed({ figure, explanation }: { figure: string; explanation: Explanation }) {
  const read = useText();
  return (
    <HowComputed figure={figure}>
      {() => (
        <Computation
          formula={read(explanation.formula)}
          facts={explanation.facts.map(({ term, value }) => ({ term: read(term), value: read(value) }))}
          script={explanation.script}
          method="/methods#key-drivers"
        />
      )}
    </HowComputed>
  );
}
