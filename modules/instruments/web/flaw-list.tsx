import type { InstrumentFlaw } from '@common-measure/instrument';
import {
  Disclosure,
  Link,
  Message,
  type Search,
  useMessages,
  usePath,
  useText,
} from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';
import { useLanguageName } from './language-queries.ts';
import { languageMessages } from './language-words.ts';
import { searchFor } from './selection.ts';

const shownAtMost = 12;

/**
 * What is to be finished before publishing, each line leading to its place; where one place lacks much, one line says how much.
 * More than two lines are folded: while a questionnaire grows, they would push what is worked on down the page. What contradicts
 * itself, rather than is not written yet, is said openly.
 */
export function FlawList({ flaws }: { flaws: readonly InstrumentFlaw[] }) {
  const words = useMessages(builderMessages);
  const languageWords = useMessages(languageMessages);
  const nameOf = useLanguageName();
  const read = useText();
  const path = usePath();
  if (flaws.length === 0) return null;
  const places = [...Map.groupBy(flaws, (flaw) => furtherOf(flaw) ?? flaw.label.en).values()];
  const lines = places.flatMap((here) => {
    const [first] = here;
    const language = first && furtherOf(first);
    if (first && language) return [{ flaw: first, text: languageWords.flawsIn(nameOf(language), here.length) }];
    if (!first || here.length <= 2) return here.map((flaw) => ({ flaw, text: read(flaw.message) }));
    return [{ flaw: first, text: words.flawsHere(read(first.label), here.length) }];
  });
  const listed = (some: typeof lines) => (
    <ul>
      {some.map(({ flaw, text }) => (
        <li key={`${flaw.code} ${text}`}>
          <Link {...wayToFlaw(path, flaw)}>{text}</Link>
        </li>
      ))}
    </ul>
  );
  if (lines.length <= 2)
    return (
      <Message kind="caution" title={words.flaws(flaws.length)}>
        {listed(lines)}
      </Message>
    );
  const contradictions = lines.filter(({ flaw }) => flaw.code !== 'text-missing').slice(0, 2);
  return (
    <Message kind="caution">
      {contradictions.length > 0 ? listed(contradictions) : null}
      <Disclosure summary={words.flaws(flaws.length)}>
        {listed(lines.slice(0, shownAtMost))}
        {lines.length > shownAtMost ? <p className="small">{words.flawsBeyond(shownAtMost)}</p> : null}
      </Disclosure>
    </Message>
  );
}

/** The page and the place on it where a flaw is to be mended: those of further languages have a page of their own. */
export function wayToFlaw(path: string, flaw: InstrumentFlaw): { readonly to: string; readonly search: Search } {
  const { code } = flaw;
  if (code === 'language-missing' || code === 'language-malformed') return { to: `${path}/languages`, search: {} };
  const further = furtherOf(flaw);
  return further === null
    ? { to: path, search: placeOfFlaw(flaw) }
    : { to: `${path}/languages`, search: { to: further, filter: 'missing' } };
}

/** The further language in which a text is missing; null of every other flaw. */
function furtherOf({ language, code }: InstrumentFlaw): string | null {
  return code === 'text-missing' && language !== 'en' && language !== 'fr' ? language : null;
}

/** Where in the builder a flaw is to be mended. */
export function placeOfFlaw(flaw: InstrumentFlaw): Search {
  if (flaw.question !== null) return searchFor({ kind: 'question', code: flaw.question });
  if (flaw.section !== null) return searchFor({ kind: 'part', code: flaw.section });
  if (flaw.quota !== undefined) return searchFor({ kind: 'quotas' });
  return searchFor({ kind: flaw.code === 'no-questions' ? 'bank' : 'texts' });
}
