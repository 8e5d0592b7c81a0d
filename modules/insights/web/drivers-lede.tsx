import { insideSentence, useFormat, useMessages } from '@common-measure/platform/web-kit';
import { Fragment } from 'react';
import { driversMessages } from './drivers-words.ts';
import { type PriorityLines, prioritiesOf, type RatedDriver } from './priorities-figure.tsx';

/** Where to look first: items that certainly score below the line and may matter as much as any. */
export function DriversLede({ drivers, lines }: { drivers: readonly RatedDriver[]; lines: PriorityLines }) {
  const words = useMessages(driversMessages);
  const { list } = useFormat();
  const isTested = drivers.some(({ shareInterval }) => shareInterval !== null);
  if (!isTested) return <p className="lede">{words.lookUntested}</p>;
  const first = prioritiesOf(drivers, lines);
  if (first.length === 0) return <p className="lede">{words.lookNone}</p>;
  const names = first.map(({ label }) => insideSentence(words.named(label)));
  const isOneGroup = first.every(({ groups }) => groups.some((letter) => first[0]?.groups.includes(letter)));
  // The list of the language, with each name in bold.
  const parts = list(names.map((_, place) => `\u0001${place}\u0001`)).split('\u0001');
  return (
    <p className="lede">
      {words.look}
      {parts.map((part, place) => {
        const name = place % 2 === 1 ? names[Number(part)] : undefined;
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
        return name === undefined ? <Fragment key={place}>{part}</Fragment> : <b key={place}>{name}</b>;
      })}
      {words.first}
      {first.length === 1 ? words.lookOne : isOneGroup ? words.lookMany : words.lookApart}
    </p>
  );
}
