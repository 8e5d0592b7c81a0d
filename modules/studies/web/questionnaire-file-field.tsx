import {
  adviceOn,
  adviceTogether,
  type Instrument,
  type InstrumentFlaw,
  questionsOf,
  readInstrumentFile,
} from '@common-measure/instrument';
import { Field, Message, useMessages, useText } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { questionnaireFileMessages } from './questionnaire-file-words.ts';

const mostShown = 8;

type Chosen =
  | { readonly kind: 'taken'; readonly name: string; readonly instrument: Instrument }
  | { readonly kind: 'refused'; readonly name: string; readonly flaws: readonly InstrumentFlaw[] };

/** A questionnaire from a file: what it holds, or every place that is wrong with its remedy. */
export function QuestionnaireFileField({
  id,
  error,
  onTake,
}: {
  id: string;
  error: string | undefined;
  onTake: (instrument: Instrument | null) => void;
}) {
  const words = useMessages(questionnaireFileMessages);
  const read = useText();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const instrument = readInstrumentFile(await file.text());
    setChosen(
      instrument.ok
        ? { kind: 'taken', name: file.name, instrument: instrument.value }
        : { kind: 'refused', name: file.name, flaws: instrument.reasons },
    );
    onTake(instrument.ok ? instrument.value : null);
  };
  return (
    <div className="stack">
      <Field id={id} label={words.file} hint={words.fileHint} error={error}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".json,application/json"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      <div role="status">
        {chosen?.kind === 'taken' ? (
          <p>
            {words.taken(
              chosen.name,
              questionsOf(chosen.instrument).length,
              adviceTogether(adviceOn(chosen.instrument)).length,
            )}
          </p>
        ) : null}
        {chosen?.kind === 'refused' ? (
          <Message kind="bad" title={words.refused(chosen.name, chosen.flaws.length)}>
            <ul>
              {chosen.flaws.slice(0, mostShown).map(({ message }) => (
                <li key={message.en}>{read(message)}</li>
              ))}
            </ul>
            {chosen.flaws.length > mostShown ? <p>{words.more(chosen.flaws.length - mostShown)}</p> : null}
          </Message>
        ) : null}
      </div>
    </div>
  );
}
