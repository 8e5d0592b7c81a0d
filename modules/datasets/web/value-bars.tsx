import type { MissingKind } from '@common-measure/dataset';
import { useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { ColumnEntry } from './column-groups.ts';
import { columnMessages } from './column-words.ts';

/** Most bars that are drawn for one column. */
const mostBars = 9;

interface Bar {
  readonly code: string;
  readonly n: number;
  readonly label: string;
  readonly missing: MissingKind | null;
}

/** How often each value stands in a column, or in several that read alike; missing ones in grey, with what they stand for. */
export function ValueBars({ entries }: { entries: readonly ColumnEntry[] }) {
  const words = useMessages(columnMessages);
  const { number } = useFormat();
  const bars = useBars(entries);
  const shown = bars.length > mostBars ? bars.slice(0, mostBars - 1) : bars;
  const rest = bars.length - shown.length;
  const most = Math.max(1, ...bars.map((bar) => bar.n));
  const [first] = entries;
  if (bars.length === 0) return null;
  return (
    <ul className="vals" aria-label={words.values(first?.variable.column ?? '')}>
      {shown.map((bar) => (
        <li key={bar.code}>
          <span className={bar.missing ? 'miss' : 'breakable'}>
            {bar.label}
            {bar.missing ? <> {words.short[bar.missing]}</> : null}
          </span>
          <svg className="plot h10" aria-hidden="true">
            <rect x="0%" y="0" height="10" width={`${(100 * bar.n) / most}%`} className={bar.missing ? 'd3' : 'bar'} />
          </svg>
          <span className="val">{number(bar.n)}</span>
        </li>
      ))}
      {rest > 0 ? <li className="muted">{words.otherValues(number(rest))}</li> : null}
    </ul>
  );
}

function useBars(entries: readonly ColumnEntry[]): readonly Bar[] {
  const words = useMessages(columnMessages);
  const read = useText();
  const bars = new Map<string, Bar>();
  for (const { variable, summary } of entries) {
    const missing = new Map(variable.missing.map((code) => [code.code, code]));
    const labels = new Map(variable.values.map((code) => [code.code, code.label]));
    const counts = [...summary.values, ...(summary.blank > 0 ? [{ value: '', n: summary.blank }] : [])];
    if (variable.kind !== 'rating' && variable.kind !== 'category') continue;
    for (const { value, n } of counts) {
      const absent = missing.get(value);
      const label = value === '' ? words.empty : labelled(value, labels.has(value) ? read(labels.get(value)!) : value);
      bars.set(value, { code: value, n: n + (bars.get(value)?.n ?? 0), label, missing: absent?.kind ?? null });
    }
  }
  const all = [...bars.values()];
  const answers = all.filter((bar) => bar.missing === null);
  const inOrder = answers.every((bar) => /^-?\d+$/.test(bar.code)) && answers.length <= mostBars;
  if (inOrder) answers.sort((a, b) => Number(a.code) - Number(b.code));
  else answers.sort((a, b) => b.n - a.n);
  const absent = all.filter((bar) => bar.missing !== null);
  const room = Math.max(1, mostBars - 1 - absent.length);
  return answers.length > room && all.length > mostBars
    ? [...answers.slice(0, room), ...absent, ...answers.slice(room)]
    : [...answers, ...absent];
}

function labelled(code: string, label: string): string {
  return label === code ? code : `${code} ${label}`;
}
