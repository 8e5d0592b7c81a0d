import type { Comparison, Estimate } from '@common-measure/estimate';
import { defineMessages, useMessages } from '@common-measure/platform/web-kit';
import { useFigureFormat } from './figure-format.ts';
import { isClear } from './figures.ts';

const messages = defineMessages({
  en: {
    isBefore: (outcome: string) => `${outcome}: `,
    isAfter: ' out of 100.',
    noChange: (label: string) => `That is no clear change from ${label}.`,
    higher: (label: string, by: string) => `That is higher than in ${label}, by ${by} points.`,
    lower: (label: string, by: string) => `That is lower than in ${label}, by ${by} points.`,
    notComparable: (label: string) => `It cannot be compared with ${label}.`,
    noMargin: 'No margin of error applies.',
    withheld: (outcome: string) => `${outcome}: the score is withheld for this audience.`,
  },
  fr: {
    isBefore: (outcome: string) => `${outcome} : `,
    isAfter: ' sur 100.',
    noChange: (label: string) => `Aucun changement net depuis ${label}.`,
    higher: (label: string, by: string) => `C’est plus qu’en ${label}, de ${by} points.`,
    lower: (label: string, by: string) => `C’est moins qu’en ${label}, de ${by} points.`,
    notComparable: (label: string) => `La comparaison avec ${label} n’est pas possible.`,
    noMargin: 'Aucune marge d’erreur ne s’applique.',
    withheld: (outcome: string) => `${outcome} : le score est retenu pour ce public.`,
  },
});

/** The opening sentence: the overall score and what became of it, no stronger than the design allows. */
export function ResultsLede({
  outcome,
  estimate,
  comparison,
}: {
  outcome: string;
  estimate: Estimate | null;
  comparison: Comparison | null;
}) {
  const words = useMessages(messages);
  const format = useFigureFormat();
  if (estimate?.status !== 'shown') return <p className="lede">{words.withheld(outcome)}</p>;
  return (
    <p className="lede">
      {words.isBefore(outcome)}
      <b>{format.value('score', estimate.value)}</b>
      {words.isAfter} {estimate.ci === null ? words.noMargin : <Change comparison={comparison} />}
    </p>
  );
}

function Change({ comparison }: { comparison: Comparison | null }) {
  const words = useMessages(messages);
  const format = useFigureFormat();
  if (comparison === null || comparison.with.kind !== 'wave') return null;
  const { label } = comparison.with;
  if (comparison.status === 'untested')
    return comparison.reason === 'not-comparable' ? words.notComparable(label) : null;
  if (!isClear(comparison)) return words.noChange(label);
  const by = format.bare('score', Math.abs(comparison.difference));
  return comparison.difference > 0 ? words.higher(label, by) : words.lower(label, by);
}
