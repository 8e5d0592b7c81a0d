import { type Estimate, isUnanimous } from '@common-measure/estimate';
import { Tag, useMessages, Withheld } from '@common-measure/platform/web-kit';
import { useFigureFormat } from './figure-format.ts';
import { resultMessages } from './result-words.ts';

/** A figure with its interval below it, or the reason why it is not shown. */
export function FigureCell({ estimate, threshold }: { estimate: Estimate | null; threshold: number }) {
  const format = useFigureFormat();
  if (estimate === null) return <Withheld reason="not-asked" />;
  if (estimate.status === 'withheld') return <Withheld reason={estimate.reason} threshold={threshold} />;
  const { statistic } = estimate.estimand;
  return (
    <span className="figure">
      <b>{format.value(statistic, estimate.value)}</b>
      {estimate.ci ? <small>{format.interval(statistic, estimate.ci)}</small> : null}
    </span>
  );
}

/** Whether a figure is to be read with care: it carries a tag that says so. */
export function isFlagged(estimate: Estimate | null): boolean {
  return estimate?.status === 'shown' && estimate.quality !== 'acceptable';
}

/** The flag of a figure that is to be read with care. */
export function QualityTag({ estimate }: { estimate: Estimate | null }) {
  const words = useMessages(resultMessages);
  if (estimate?.status !== 'shown' || estimate.quality === 'acceptable') return null;
  return (
    <Tag kind="caution" icon="caution">
      {isUnanimous(estimate) ? words.unanimous : estimate.ci ? words.wide : words.few}
    </Tag>
  );
}
