import { Actions, Button, TextField, useMessages } from '@common-measure/platform/web-kit';
import type { ItemDraft } from '../contract.ts';
import { emptyOption } from './draft-item.ts';
import { governanceMessages } from './governance-words.ts';
import { TextPairField } from './text-pair-field.tsx';

type Options = ItemDraft['options'];

/** The answers of a choice: code and label in both languages, in their order. */
export function OptionFields({
  options,
  errorOf,
  onChange,
}: {
  options: Options;
  errorOf: (place: string) => string | undefined;
  onChange: (options: Options) => void;
}) {
  const words = useMessages(governanceMessages);
  const put = (at: number, part: Partial<Options[number]>) =>
    onChange(options.map((option, place) => (place === at ? { ...option, ...part } : option)));
  return (
    <fieldset className="field stack" id="options" tabIndex={-1}>
      <legend>{words.optionsTitle}</legend>
      {errorOf('options') ? <p className="err">{errorOf('options')}</p> : null}
      {options.map((option, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers are known by their place while their codes are written
        <div key={at} className="stack-2">
          <TextField label={words.optionCode(at + 1)} value={option.code} onChange={(code) => put(at, { code })} />
          <TextPairField
            id={`option-${at}`}
            labels={{ en: words.optionEn(at + 1), fr: words.optionFr(at + 1) }}
            value={option.label}
            errorOf={errorOf}
            onChange={(label) => put(at, { label })}
          />
          <Actions>
            <Button kind="plain" onClick={() => onChange(options.filter((_, place) => place !== at))}>
              {words.dropOption(at + 1)}
            </Button>
          </Actions>
        </div>
      ))}
      <Actions>
        <Button kind="second" icon="plus" onClick={() => onChange([...options, emptyOption(options.length + 1)])}>
          {words.addOption}
        </Button>
      </Actions>
    </fieldset>
  );
}
