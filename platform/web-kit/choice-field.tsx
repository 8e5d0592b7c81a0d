import { type ReactNode, useId } from 'react';
import { describedBy, FieldError, type FieldTexts } from './field.tsx';

export interface RadioCardsProps<Value extends string> extends FieldTexts {
  readonly id?: string;
  readonly value: Value | null;
  /** `hint` says what the choice brings with it. */
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly hint?: ReactNode }[];
  readonly onChange: (value: Value) => void;
  /** The label is only read aloud, where a heading already says it. */
  readonly labelHidden?: boolean;
}

/** One of a few, each with room for what it means. Arrow keys move between them. */
export function RadioCards<Value extends string>({
  id: given,
  label,
  hint,
  error,
  value,
  options,
  onChange,
  labelHidden = false,
}: RadioCardsProps<Value>) {
  const made = useId();
  const id = given ?? made;
  return (
    <fieldset
      className={error ? 'field bad' : 'field'}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className={labelHidden ? 'vh' : undefined}>{label}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className="radio-cards">
        {options.map((option) => (
          <label key={option.value} className="opt">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

/** Yes or no. */
export function CheckField({
  label,
  hint,
  checked,
  onChange,
}: {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="opt">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
}

/** Several of a list, under one label. */
export function CheckGroup<Value extends string>({
  id: given,
  label,
  hint,
  error,
  values,
  options,
  onChange,
}: Omit<RadioCardsProps<Value>, 'value' | 'onChange' | 'labelHidden'> & {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}) {
  const made = useId();
  const id = given ?? made;
  const toggle = (value: Value, checked: boolean) =>
    onChange(
      options.map((option) => option.value).filter((known) => (known === value ? checked : values.includes(known))),
    );
  return (
    <fieldset
      className={error ? 'field bad' : 'field'}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className="checks">
        {options.map((option) => (
          <CheckField
            key={option.value}
            label={option.label}
            hint={option.hint}
            checked={values.includes(option.value)}
            onChange={(checked) => toggle(option.value, checked)}
          />
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

/** Two to four short choices side by side (Chart | Table). */
export function SegmentedField<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  /** Read aloud only. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="seg">
      <legend className="vh">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
