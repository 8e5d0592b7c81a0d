import type { Comparison } from '@common-measure/estimate';
import { Tag, useMessages } from '@common-measure/platform/web-kit';
import { useFigureFormat } from './figure-format.ts';
import { isClear } from './figures.ts';
import { resultMessages } from './result-words.ts';

/** What direction means for the item: only where more is better or worse may a difference wear its colour. */
export type Direction = 'better' | 'worse' | 'neutral';

/** What a comparison came to, in a word with its sign; then the difference with its interval. */
export function ComparisonTag({ comparison, higher }: { comparison: Comparison; higher: Direction }) {
  const words = useMessages(resultMessages);
  const isWave = comparison.with.kind === 'wave';
  if (comparison.status === 'untested') {
    const label = {
      withheld: words.withheldComparison,
      'not-comparable': words.notComparable,
      'difference-only': words.differenceOnly,
      'no-cases': words.withheldComparison,
    }[comparison.reason];
    return <Tag>{label}</Tag>;
  }
  if (!isClear(comparison)) return <Tag icon="equal">{isWave ? words.noClearChange : words.notDistinct}</Tag>;
  const isUp = comparison.difference > 0;
  const kind = higher === 'neutral' ? 'plain' : isUp === (higher === 'better') ? 'good' : 'bad';
  const label = isWave ? (isUp ? words.higher : words.lower) : isUp ? words.above : words.below;
  return (
    <Tag kind={kind} icon={isUp ? 'up' : 'down'}>
      {label}
    </Tag>
  );
}

/** "+0.2 (−1.0 to 1.5)"; nothing where no difference is given. */
export function Difference({ comparison }: { comparison: Comparison }) {
  const format = useFigureFormat();
  const { statistic } = comparison.estimand;
  if (comparison.difference === null) return null;
  const interval = comparison.status === 'tested' ? comparison.ci : null;
  return (
    <span className="muted small">
      {format.difference(statistic, comparison.difference)}
      {interval ? ` (${format.range(statistic, interval)})` : null}
    </span>
  );
}
