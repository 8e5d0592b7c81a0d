import { type Instrument, pipeSources, type Question } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import {
  Actions,
  Button,
  Disclosure,
  SelectField,
  TextField,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { routingMessages } from './routing-words.ts';

/** A text into which an earlier answer may be put; `id` is that of its fields, which end in the language. */
export interface PipedField {
  readonly id: string;
  readonly label: string;
  readonly value: LocalizedText;
  readonly onChange: (value: LocalizedText) => void;
}

/** Puts an earlier answer into a text, in every language, with the words for people who left that question empty. */
export function PipeInsert({
  instrument,
  code,
  fields,
}: {
  instrument: Instrument;
  /** The question whose texts they are; null for the closing. */
  code: string | null;
  fields: readonly PipedField[];
}) {
  const words = useMessages(routingMessages);
  const sources = pipeSources(instrument, code);
  if (sources.length === 0) return null;
  return (
    <Disclosure summary={words.insertAnswer}>
      <InsertForm instrument={instrument} sources={sources} fields={fields} />
    </Disclosure>
  );
}

function InsertForm({
  instrument,
  sources,
  fields,
}: {
  instrument: Instrument;
  sources: readonly Question[];
  fields: readonly PipedField[];
}) {
  const words = useMessages(routingMessages);
  const read = useText();
  const languages =
    instrument.languages.includes('en') || instrument.languages.includes('fr') ? instrument.languages : ['en', 'fr'];
  const [source, setSource] = useState(sources.at(-1)?.code ?? '');
  const [into, setInto] = useState(fields[0]?.id ?? '');
  const [fallback, setFallback] = useState<Readonly<Record<string, string>>>({});
  const [state, setState] = useState<'writing' | 'missing' | 'inserted'>('writing');
  const chosen = sources.find((one) => one.code === source) ?? sources.at(-1);
  const field = fields.find((one) => one.id === into) ?? fields[0];
  const wordsIn = (language: string) => (fallback[language] ?? '').trim();
  const insert = () => {
    const isWhole = languages.every((language) => wordsIn(language) !== '');
    setState(isWhole ? 'inserted' : 'missing');
    if (!isWhole || !chosen || !field) return;
    const texts = languages.map((language) => {
      const pipe = `{{${chosen.code}|${wordsIn(language).replace(/[{}|]/g, '')}}}`;
      return [language, withPipe(field.value[language] ?? '', pipe, caretIn(`${field.id}-${language}`))] as const;
    });
    field.onChange({ ...field.value, ...Object.fromEntries(texts) });
    setFallback({});
  };
  return (
    <div className="stack">
      <SelectField
        label={words.whose}
        value={chosen?.code ?? ''}
        options={sources.map((one) => ({ value: one.code, label: read(one.wording) || one.code }))}
        onChange={setSource}
      />
      {fields.length > 1 ? (
        <SelectField
          label={words.intoField}
          value={field?.id ?? ''}
          options={fields.map((one) => ({ value: one.id, label: one.label }))}
          onChange={setInto}
        />
      ) : null}
      <div className="pair">
        {languages.map((language) => (
          <TextField
            key={language}
            label={words.fallback(language === 'en' ? words.english : language === 'fr' ? words.french : language)}
            lang={language}
            value={fallback[language] ?? ''}
            error={state === 'missing' && wordsIn(language) === '' ? words.fallbackMissing : undefined}
            onChange={(next) => {
              setState('writing');
              setFallback((before) => ({ ...before, [language]: next }));
            }}
          />
        ))}
      </div>
      <Actions className="tight">
        <Button kind="second" onClick={insert}>
          {words.insert}
        </Button>
        <span role="status">{state === 'inserted' ? words.inserted : ''}</span>
      </Actions>
    </div>
  );
}

/** Where the writing mark last stood in a field; null where it has not been there. */
function caretIn(id: string): number | null {
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.selectionStart : null;
}

function withPipe(text: string, pipe: string, caret: number | null): string {
  const at = caret === null || caret === 0 ? text.length : Math.min(caret, text.length);
  const before = text.slice(0, at);
  const after = text.slice(at);
  const space = (side: string, sign: RegExp) => (side === '' || sign.test(side) ? '' : ' ');
  return `${before}${space(before, /[\s«“(’'\u00a0]$/u)}${pipe}${space(after, /^[\s.,;:?!)»”]/u)}${after}`;
}
