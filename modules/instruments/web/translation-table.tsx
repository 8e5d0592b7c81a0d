import {
  completenessOf,
  percentDone,
  sameTexts,
  type TranslatableText,
  translatableTexts,
  writeTexts,
} from '@common-measure/instrument';
import {
  Button,
  ButtonLink,
  SelectField,
  useDone,
  useFocusedHeading,
  useLanguage,
  useMessages,
  usePath,
  useSearch,
} from '@common-measure/platform/web-kit';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { LanguageState } from '../language-contract.ts';
import type { DraftEditing } from './draft.ts';
import { useLanguageName } from './language-queries.ts';
import { languageMessages } from './language-words.ts';
import { TranslationFiles } from './translation-files.tsx';
import { fieldIdOf, TranslationRow } from './translation-row.tsx';

const filters = ['all', 'missing', 'changed'] as const;
type Filter = (typeof filters)[number];
const atATime = 60;

/** All texts of a questionnaire side by side with one language, in the order in which people meet them. */
export function TranslationTable({
  editing,
  language,
  states,
}: {
  editing: DraftEditing;
  language: string;
  states: readonly LanguageState[];
}) {
  const words = useMessages(languageMessages);
  const nameOf = useLanguageName();
  const done = useDone();
  const path = usePath();
  const [search, setSearch] = useSearch();
  const { instrument, change } = editing;
  const ui = useLanguage();
  const source = sourceOf(search.from ?? ui, language);
  const filter = filters.find((one) => one === search.filter) ?? 'all';
  const texts = useMemo(() => translatableTexts(instrument, language), [instrument, language]);
  const completeness = completenessOf(instrument, language);
  const changed = states.find((one) => one.language === language)?.review?.changed.map(({ id }) => id);
  const [kept, setKept] = useState<{ readonly key: string; readonly ids: ReadonlySet<string> } | null>(null);
  const [count, setCount] = useState(atATime);
  const heading = useFocusedHeading();
  const key = `${language} ${filter}`;
  // What is filtered when the filter is chosen stays in sight while it is being written.
  const ids = kept?.key === key ? kept.ids : idsOf(texts, filter, changed ?? []);
  useEffect(() => {
    if (kept?.key !== key) setKept({ key, ids });
  }, [kept, key, ids]);
  const shown = texts.filter(({ id }) => filter === 'all' || ids.has(id));
  const write = (id: string, text: string) => change((present) => writeTexts(present, language, new Map([[id, text]])));
  // Rows that did not change are not drawn again: what they fill is looked up as it stands then.
  const latest = useRef(texts);
  useEffect(() => {
    latest.current = texts;
  }, [texts]);
  const fillSame = (id: string) => {
    const one = latest.current.find((text) => text.id === id);
    const others = !one || one.value.trim() === '' ? [] : sameTexts(latest.current, one);
    if (!one || others.length === 0) return;
    change((present) => writeTexts(present, language, new Map(others.map((other) => [other.id, one.value]))));
    done({
      text: words.alsoFilled(others.length),
      undo: () => change((present) => writeTexts(present, language, new Map(others.map((other) => [other.id, ''])))),
    });
  };
  const goTo = (id: string, place: number) => {
    setCount((before) => Math.max(before, place + 1));
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(fieldIdOf(id))?.focus()));
  };
  // Whoever comes from a question begins with its first text.
  const [start] = useState(search.text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened
  useEffect(() => {
    const place = start === undefined ? -1 : texts.findIndex(({ id }) => id.startsWith(start));
    const found = texts[place];
    if (found) goTo(found.id, place);
  }, [start]);
  const next = () => {
    const here = document.activeElement?.id ?? '';
    const at = texts.findIndex(({ id }) => fieldIdOf(id) === here);
    const isMissing = ({ value }: TranslatableText) => value.trim() === '';
    const found = texts.slice(at + 1).find(isMissing) ?? texts.find(isMissing);
    if (!found) {
      heading.current?.focus();
      return done({ text: words.nothingMissing });
    }
    const place = shown.findIndex(({ id }) => id === found.id);
    if (place < 0) setSearch({ filter: undefined });
    goTo(found.id, place < 0 ? texts.indexOf(found) : place);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyN') return;
      event.preventDefault();
      next();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  const name = nameOf(language);
  return (
    <div className="stack">
      <div className="lang-head">
        <h2 ref={heading} tabIndex={-1}>
          {words.translateInto(name)}
        </h2>
        <ButtonLink kind="plain" icon="undo" to={path} search={{}}>
          {words.back}
        </ButtonLink>
      </div>
      <div className="lang-bar wide">
        <progress aria-label={name} value={completeness.done} max={completeness.total} />
        <strong>{words.percent(percentDone(completeness))}</strong>
        <span className="muted" role="status">
          {words.done(completeness.done, completeness.total)}
        </span>
      </div>
      <TranslationFiles editing={editing} language={language} source={source} />
      <div className="lang-tools">
        <SelectField
          label={words.into}
          value={language}
          options={instrument.languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
          onChange={(to) => setSearch({ to, filter: undefined })}
        />
        {language === 'en' || language === 'fr' ? null : (
          <SelectField
            label={words.from}
            value={source}
            options={[
              { value: 'en', label: words.english },
              { value: 'fr', label: words.french },
            ]}
            onChange={(from) => setSearch({ from })}
          />
        )}
        <SelectField
          label={words.show}
          value={filter}
          options={filters
            .filter((value) => value !== 'changed' || changed !== undefined)
            .map((value) => ({ value, label: words.filters[value] }))}
          onChange={(value) => {
            setKept(null);
            setCount(atATime);
            setSearch({ filter: value });
          }}
        />
        <div className="lang-next">
          <Button kind="second" icon="down" onClick={next}>
            {words.next}
          </Button>
          <span className="small muted">{words.nextHint}</span>
        </div>
      </div>
      {shown.length === 0 ? <p>{filter === 'missing' ? words.nothingMissing : words.nothingHere}</p> : null}
      <ol className="lang-texts">
        {shown.slice(0, count).map((text) => (
          <TranslationRow
            key={text.id}
            text={text}
            language={language}
            source={source}
            onChange={(value) => write(text.id, value)}
            onLeave={() => fillSame(text.id)}
          />
        ))}
      </ol>
      {shown.length > count ? (
        <Button kind="second" onClick={() => setCount(count + atATime)}>
          {words.more(Math.min(atATime, shown.length - count))}
        </Button>
      ) : null}
    </div>
  );
}

/** English and French are translated from one another. */
function sourceOf(wanted: string | undefined, language: string): 'en' | 'fr' {
  if (language === 'en') return 'fr';
  if (language === 'fr') return 'en';
  return wanted === 'fr' ? 'fr' : 'en';
}

function idsOf(texts: readonly TranslatableText[], filter: Filter, changed: readonly string[]): ReadonlySet<string> {
  if (filter === 'missing') return new Set(texts.filter(({ value }) => value.trim() === '').map(({ id }) => id));
  return new Set(filter === 'changed' ? changed : []);
}
