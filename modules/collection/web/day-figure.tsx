import { dayCounts, fluid } from '@common-measure/chart';
import { ChartFigure, DataTable, useFormat, useMessages } from '@common-measure/platform/web-kit';
import type { Fieldwork } from '../contract.ts';
import { qualityMessages } from './fieldwork-quality-words.ts';
import { fieldworkMessages } from './fieldwork-words.ts';

/** As many days as columns have room for. */
const mostDays = 31;

/** Answers by day, the latest days, as columns; the table has the same figures. */
export function DayFigure({ byDay }: { byDay: Fieldwork['byDay'] }) {
  const words = useMessages(fieldworkMessages);
  const more = useMessages(qualityMessages);
  const { number, date } = useFormat();
  const days = everyDay(byDay);
  const [first, last] = [days[0], days.at(-1)];
  const most = days.reduce((best, day) => (day.count > best.count ? day : best), { key: '', count: 0 });
  if (!first || !last) return null;
  if (days.length === 1) return <p>{more.oneDay(date(last.key))}</p>;
  const finding = more.mostDay(date(most.key), number(most.count));
  const columns = days.map(({ key, count }) => ({
    label: String(Number(key.slice(-2))),
    count,
    countLabel: key === most.key ? number(count) : '',
  }));
  return (
    <ChartFigure
      level={3}
      finding={finding}
      base={more.dayBase(date(first.key), date(last.key))}
      picture={dayCounts({ name: finding, days: columns }, fluid).svg}
      table={
        <DataTable
          caption={words.byDay}
          rows={days.toReversed()}
          rowKey={(row) => row.key}
          columns={[
            { key: 'key', header: words.day, cell: (row) => date(row.key) },
            { key: 'count', header: words.count, numeric: true, cell: (row) => number(row.count) },
          ]}
        />
      }
    />
  );
}

/** The latest days, those without answers among them. */
function everyDay(byDay: Fieldwork['byDay']): Fieldwork['byDay'] {
  const counts = new Map(byDay.map(({ key, count }) => [key, count]));
  const all = [...counts.keys()].toSorted();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: { key: string; count: number }[] = [];
  for (let at = Date.parse(last); at >= Date.parse(first) && days.length < mostDays; at -= 86_400_000) {
    const key = new Date(at).toISOString().slice(0, 10);
    days.unshift({ key, count: counts.get(key) ?? 0 });
  }
  return days;
}
