import {
  addLanguage,
  canonicalTag,
  type Instrument,
  namedLanguages,
  ownLanguageName,
  takeBack,
  writeTexts,
} from '@common-measure/instrument';
import {
  Actions,
  Button,
  Card,
  Message,
  SelectField,
  TextField,
  useDone,
  useLanguage,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { DraftEditing } from './draft.ts';
import { useLanguageName } from './language-queries.ts';
import { languageMessages } from './language-words.ts';
import { monthsOf } from './months.ts';

/** Adds a language, one that is listed or any other by its tag. The names of the months come along where they are known. */
export function NewLanguage({ editing, absent }: { editing: DraftEditing; absent: readonly string[] }) {
  const words = useMessages(languageMessages);
  const nameOf = useLanguageName();
  const done = useDone();
  const language = useLanguage();
  const { instrument, change } = editing;
  const offered = inAlphabet(nameOf, language).filter((tag) => !instrument.languages.includes(tag));
  const [chosen, setChosen] = useState<string>(offered[0] ?? 'other');
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const missing = absent.filter((tag) => !instrument.languages.includes(tag));
  const add = (tag: string) => {
    const added = (before: Instrument) => writeTexts(addLanguage(before, tag), tag, monthsOf(tag));
    const after = added(instrument);
    change(added);
    done({ text: words.added(nameOf(tag)), undo: () => change((present) => takeBack(instrument, after, present)) });
    setChosen(offered.find((one) => one !== tag) ?? 'other');
    setTyped('');
  };
  const press = () => {
    const tag = chosen === 'other' ? canonicalTag(typed) : chosen;
    const isTaken = tag !== null && instrument.languages.includes(tag);
    setError(tag === null ? words.tagWrong : isTaken ? words.tagTaken : undefined);
    if (tag !== null && !isTaken) add(tag);
  };
  return (
    <Card title={words.addTitle} stack>
      {missing.length > 0 ? (
        <Message
          kind="caution"
          actions={missing.map((tag) => (
            <Button key={tag} kind="second" onClick={() => add(tag)}>
              {words.addRequired(nameOf(tag))}
            </Button>
          ))}
        >
          {words.absent(missing.map(nameOf).join(', '))}
        </Message>
      ) : null}
      <SelectField
        label={words.addChoice}
        value={chosen}
        options={[
          ...offered.map((tag) => ({ value: tag, label: `${nameOf(tag)} – ${ownLanguageName(tag)}` })),
          { value: 'other', label: words.other },
        ]}
        onChange={setChosen}
      />
      {chosen === 'other' ? (
        <TextField label={words.tag} hint={words.tagHint} value={typed} error={error} onChange={setTyped} />
      ) : null}
      <Actions>
        <Button kind="second" icon="plus" onClick={press}>
          {words.add}
        </Button>
      </Actions>
    </Card>
  );
}

/** The languages spoken in Canada from the beginning stand first, as they are listed; the others by their name in the reader's language. */
function inAlphabet(nameOf: (tag: string) => string, language: string): readonly string[] {
  const first = namedLanguages.indexOf('am');
  const { compare } = new Intl.Collator(language);
  return [
    ...namedLanguages.slice(0, first),
    ...namedLanguages.slice(first).toSorted((one, other) => compare(nameOf(one), nameOf(other))),
  ];
}
