import { Card, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { DriverTable } from './driver-types.ts';
import { driversMessages } from './drivers-words.ts';

/** What the drivers rest on, and which items were left out with the reason. */
export function DriverBasis({
  table,
  outcome,
  labelOf,
}: {
  table: DriverTable;
  outcome: string;
  labelOf: (variable: string) => string;
}) {
  const words = useMessages(driversMessages);
  const read = useText();
  const { number } = useFormat();
  const { r2Interval, pairN } = table;
  const highestVif = Math.max(...table.drivers.map(({ vif }) => vif));
  const facts = [
    [words.outcome, outcome],
    [words.method, words.methodText],
    [words.people, words.peopleText(number(table.n), number(table.cases))],
    [
      words.missing,
      table.missing === 'pairwise'
        ? words.missingText.pairwise(number(pairN.least), number(pairN.most), number(table.complete))
        : words.missingText.listwise(number(table.complete)),
    ],
    [
      words.r2,
      number(table.r2, 2) +
        (r2Interval === null ? '' : words.r2Interval(number(r2Interval.low, 2), number(r2Interval.high, 2))),
    ],
    [words.overlap, words.overlapText(number(highestVif, 1), number(table.conditionNumber, 1))],
    ...(r2Interval === null ? [] : [[words.intervals, words.replicates(number(table.replicates))]]),
  ];
  return (
    <>
      <Card span={table.leftOut.length === 0 ? 12 : 6} title={words.rests}>
        <dl className="kv">
          {facts.map(([term, value]) => (
            <div className="kv-row" key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {table.leftOut.length === 0 ? <p className="note">{words.nothingLeftOut}</p> : null}
        {table.remarks.map((remark) => (
          <p className="note" key={remark.code}>
            {read(remark.text)}
          </p>
        ))}
      </Card>
      {table.leftOut.length === 0 ? null : (
        <Card span={6} title={words.leftOut} stack>
          <p>{words.leftOutText}</p>
          <ul>
            {table.leftOut.map((item) => (
              <li key={item.variable}>
                <b>{words.named(labelOf(item.variable))}</b>
                {words.because(item.n === null ? null : number(item.n))}
                {item.reason === 'copy'
                  ? words.reasons.copy(labelOf(item.of ?? item.variable))
                  : words.reasons[item.reason]}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
