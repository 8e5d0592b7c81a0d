import type { InstrumentFlaw } from '@common-measure/instrument';
import { Link, Message, type Search, useMessages, usePath, useText } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';
import { searchFor } from './selection.ts';

/** What is to be finished before publishing, each line leading to its place. */
export function FlawList({ flaws }: { flaws: readonly InstrumentFlaw[] }) {
  const words = useMessages(builderMessages);
  const read = useText();
  const path = usePath();
  if (flaws.length === 0) return null;
  return (
    <Message kind="caution" title={words.flaws(flaws.length)}>
      <ul>
        {flaws.slice(0, 12).map((flaw) => (
          <li key={`${flaw.code} ${flaw.message.en}`}>
            <Link to={path} search={placeOfFlaw(flaw)}>
              {read(flaw.message)}
            </Link>
          </li>
        ))}
      </ul>
    </Message>
  );
}

/** Where in the builder a flaw is to be mended. */
export function placeOfFlaw(flaw: InstrumentFlaw): Search {
  if (flaw.question !== null) return searchFor({ kind: 'question', code: flaw.question });
  if (flaw.section !== null) return searchFor({ kind: 'part', code: flaw.section });
  return searchFor({ kind: flaw.code === 'no-questions' ? 'bank' : 'texts' });
}
