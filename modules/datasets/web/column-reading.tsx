import type { Variable } from '@common-measure/dataset';
import { Tag, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { ColumnEntry } from './column-groups.ts';
import { columnMessages } from './column-words.ts';

export type ColumnStatus = 'asks' | 'understood' | 'closed';

export function statusOf(variable: Variable): ColumnStatus {
  if (!variable.decided) return 'asks';
  return variable.access === 'closed' ? 'closed' : 'understood';
}

export function StatusTag({ status }: { status: ColumnStatus }) {
  const words = useMessages(columnMessages);
  if (status === 'asks')
    return (
      <Tag kind="caution" icon="caution">
        {words.status.asks}
      </Tag>
    );
  if (status === 'closed')
    return (
      <Tag kind="info" icon="lock">
        {words.status.closed}
      </Tag>
    );
  return (
    <Tag kind="good" icon="good">
      {words.status.understood}
    </Tag>
  );
}

/** What a column was read as, in words. */
function useReading(): (entry: ColumnEntry) => string {
  const { reading } = useMessages(columnMessages);
  const { number } = useFormat();
  return ({ variable, summary }) => {
    const decimals = (value: number) => number(value, Number.isInteger(value) ? 0 : 2);
    if (variable.access === 'closed' && variable.kind !== 'identifier') return reading.closed;
    switch (variable.kind) {
      case 'rating':
        return variable.scale ? reading.rating(number(variable.scale.min), number(variable.scale.max)) : '';
      case 'category':
        return reading.category(variable.values.length);
      case 'number':
        return summary.numeric
          ? reading.number(decimals(summary.numeric.min), decimals(summary.numeric.max))
          : reading.noNumber;
      default:
        return reading[variable.kind];
    }
  };
}

/** The reading and its evidence; what it `serves` as first. Of columns that read `alike`, only what all of them share. */
export function ColumnReading({
  entry,
  alike = [entry],
  serves,
  before,
}: {
  entry: ColumnEntry;
  alike?: readonly ColumnEntry[];
  serves: string;
  before?: string;
}) {
  const words = useMessages(columnMessages);
  const read = useText();
  const reading = useReading();
  const evidence = [...new Set(entry.guesses.flatMap((guess) => guess.evidence.map(read)))];
  const readings = new Set(alike.map(reading));
  const shared = readings.size === 1 ? reading(entry) : `${words.kinds[entry.variable.kind]}.`;
  return (
    <p className="small">
      <strong>{[serves, shared].filter(Boolean).join(' ')}</strong> {before ? `${before} ` : null}
      {evidence.join(' ')} {entry.variable.access === 'closed' ? words.reading.closedMore : null}
    </p>
  );
}
