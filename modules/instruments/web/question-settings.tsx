import { codePattern, type Question, type ResponseOption } from '@common-measure/instrument';
import { CheckField, SelectField, TextField, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { builderMessages } from './builder-words.ts';
import { routingMessages } from './routing-words.ts';
import { TextPair } from './text-pair.tsx';

type Settings = { question: Question; onChange: (part: Partial<Question>) => void };

/** The settings of a question that one types into: unit and limits of a number, limits of a day, height of a text. */
export function TypedSettings({ question, onChange }: Settings) {
  const words = useMessages(builderMessages);
  switch (question.type) {
    case 'number':
      return (
        <>
          <TextPair
            id="unit"
            label={words.unit}
            rows={1}
            value={question.unit ?? { en: '', fr: '' }}
            onChange={(unit) => onChange({ unit })}
          />
          <div className="fields-row">
            <NumberField label={words.least} value={question.min} onChange={(min) => onChange({ min })} />
            <NumberField label={words.greatest} value={question.max} onChange={(max) => onChange({ max })} />
            <NumberField
              label={words.decimals}
              value={question.decimals}
              allowed={/^[0-6]$/}
              onChange={(decimals) => onChange({ decimals })}
            />
          </div>
        </>
      );
    case 'date':
      return (
        <div className="fields-row">
          <TextField
            type="date"
            label={words.earliest}
            value={question.earliest ?? ''}
            onChange={(earliest) => onChange({ earliest: earliest || undefined })}
          />
          <TextField
            type="date"
            label={words.latest}
            value={question.latest ?? ''}
            onChange={(latest) => onChange({ latest: latest || undefined })}
          />
        </div>
      );
    default:
      return (
        <SelectField
          label={words.lines}
          value={question.lines === 1 ? 'one' : (question.lines ?? 6) < 6 ? 'few' : 'many'}
          options={(['one', 'few', 'many'] as const).map((value) => ({ value, label: words.lineChoices[value] }))}
          onChange={(height) => onChange({ lines: { one: 1, few: 3, many: undefined }[height] })}
        />
      );
  }
}

/** The name of the matrix in which a rating stands with its neighbours. */
export function MatrixField({ question, onChange }: Settings) {
  const words = useMessages(builderMessages);
  return (
    <KeptField
      label={words.group}
      value={question.group ?? ''}
      allowed={codePattern}
      onChange={(group) => onChange({ group: group || undefined })}
    />
  );
}

/** How many answers of a list may be given, and whether they stand in random order. */
export function ChoiceSettings({ question, onChange }: Settings) {
  const words = useMessages(builderMessages);
  return (
    <>
      {question.type === 'single' ? null : (
        <div className="fields-row">
          <NumberField
            label={words.atLeast}
            value={question.atLeast}
            allowed={/^[1-9]\d?$/}
            onChange={(atLeast) => onChange({ atLeast })}
          />
          <NumberField
            label={words.atMost}
            value={question.atMost}
            allowed={/^[1-9]\d?$/}
            onChange={(atMost) => onChange({ atMost })}
          />
        </div>
      )}
      <CheckField
        label={words.shuffle}
        hint={words.shuffleHint}
        checked={question.order === 'random'}
        onChange={(random) => onChange({ order: random ? 'random' : undefined })}
      />
    </>
  );
}

/** What is particular to one option: it stands alone, or asks for words. */
export function OptionSettings({
  question,
  option,
  onChange,
}: {
  question: Question;
  option: ResponseOption;
  onChange: (part: Partial<ResponseOption>) => void;
}) {
  const words = useMessages(builderMessages);
  const routing = useMessages(routingMessages);
  return (
    <>
      {question.type === 'multiple' ? (
        <CheckField
          label={words.exclusive}
          checked={option.exclusive === true}
          onChange={(exclusive) => onChange({ exclusive: exclusive || undefined })}
        />
      ) : null}
      {question.order === 'random' ? (
        <CheckField
          label={routing.fixed}
          checked={option.fixed ?? (option.exclusive === true || option.specify === true)}
          onChange={(fixed) => onChange({ fixed })}
        />
      ) : null}
      {question.type === 'ranking' ? null : (
        <CheckField
          label={words.specify}
          checked={option.specify === true}
          onChange={(specify) => onChange({ specify: specify || undefined })}
        />
      )}
    </>
  );
}

/** A number that may be left out. What is not one yet stays in the box and changes nothing. */
function NumberField({
  label,
  value,
  allowed = /^-?\d{1,12}([.,]\d{1,6})?$/,
  onChange,
}: {
  label: string;
  value: number | undefined;
  allowed?: RegExp;
  onChange: (value: number | undefined) => void;
}) {
  return (
    <KeptField
      label={label}
      value={value === undefined ? '' : String(value)}
      allowed={allowed}
      onChange={(typed) => onChange(typed === '' ? undefined : Number(typed.replace(',', '.')))}
    />
  );
}

function KeptField({
  label,
  value,
  allowed,
  onChange,
}: {
  label: string;
  value: string;
  allowed: RegExp;
  onChange: (typed: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      label={label}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        const tidy = next.trim();
        if (tidy === '' || allowed.test(tidy)) onChange(tidy);
      }}
    />
  );
}
