import type { MissingKind } from '@common-measure/dataset';
import { useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { ColumnEntry } from './column-groups.ts';
import { columnMessages } from './column-words.ts';

/** Most bars that are drawn: for a list of codes, for a longer list that is settled, and for a rating, whose points are all drawn. */
const [mostOpen, mostSettled, mostPoints] = [9, 6, 16];

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
  const [first] = entries;
  const most = first?.variable.kind === 'rating' ? mostPoints : mostOpen;
  const bars = useBars(entries, most);
  if (bars.length === 0 || !first) return null;
  const room = first.variable.decided ? mostSettled : most;
  const shown = bars.length > most ? bars.slice(0, room - 1) : bars;
  const longest = Math.max(1, ...bars.map((bar) => bar.n));
  return (
    <ul className="vals" aria-label={words.values(first.variable.column)}>
      {shown.map((bar) => (
        <li key={`${bar.missing ?? 'answer'} ${bar.code}`}>
          <span className={bar.missing ? 'miss' : 'breakable'}>
            {bar.label}
            {bar.missing ? <> {words.short[bar.missing]}</> : null}
          </span>
          <svg className="plot h10" aria-hidden="true">
            <rect
              x="0%"
              y="0"
              height="10"
              width={`${(100 * bar.n) / longest}%`}
              className={bar.missing ? 'd3' : 'bar'}
            />
          </svg>
          <span className="val">{number(bar.n)}</span>
        </li>
      ))}
      {bars.length > shown.length ? (
        <li className="rest">{words.otherValues(number(bars.length - shown.length))}</li>
      ) : null}
    </ul>
  );
}

/** The bars in the order in which they are drawn: answers in the order of their codes where there are few, else the commonest; then what is missing. */
function useBars(entries: readonly ColumnEntry[], most: number): readonly Bar[] {
  const words = useMessages(columnMessages);
  const read = useText();
  const answers = new Map<string, Bar>();
  const missing = new Map<string, Bar>();
  for (const { variable, summary } of entries) {
    const kinds = new Map(variable.missing.map((code) => [code.code, code.kind]));
    const labels = new Map(variable.values.map((code) => [code.code, read(code.label)]));
    const counts = summary.blank > 0 ? [...summary.values, { value: '', n: summary.blank }] : summary.values;
    for (const { value, n } of counts) {
      const kind = kinds.get(value) ?? null;
      const bars = kind === null ? answers : missing;
      const label = value === '' ? words.empty : [...new Set([value, labels.get(value) ?? value])].join(' ');
      bars.set(value, { code: value, n: n + (bars.get(value)?.n ?? 0), label, missing: kind });
    }
  }
  const given = [...answers.values()];
  const absent = [...missing.values()];
  // Columns with answers of their own have no bars in common but those of what is missing.
  if (entries.length > 1 && given.length >= most) {
    const n = given.reduce((sum, bar) => sum + bar.n, 0);
    return [{ code: '', n, label: words.answered, missing: null }, ...absent];
  }
  const areCodes = given.every((bar) => /^-?\d+$/.test(bar.code)) && given.length <= most;
  given.sort((a, b) => (areCodes ? Number(a.code) - Number(b.code) : b.n - a.n));
  const room = Math.max(1, most - 1 - absent.length);
  return given.length > room && given.length + absent.length > most
    ? [...given.slice(0, room), ...absent, ...given.slice(room)]
    : [...given, ...absent];
}
