import { Fragment } from 'react';

/** A text with the words that were looked for marked; `hits` are pairs of beginning and end. */
export function MarkedText({ text, hits = [] }: { text: string; hits?: readonly (readonly [number, number])[] }) {
  return (
    <>
      {hits.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(hits[index - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.[1] ?? 0)}
    </>
  );
}
