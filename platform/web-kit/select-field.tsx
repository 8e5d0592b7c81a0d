import { Field, type FieldTexts } from './field.tsx';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectFieldProps<Value extends string> extends FieldTexts {
  readonly id?: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  /** Options under a heading, after the plain ones. */
  readonly groups?: readonly { readonly label: string; readonly options: readonly SelectOption<Value>[] }[];
  readonly onChange: (value: Value) => void;
}

/** One of several, in the browser's own list. */
export function SelectField<Value extends string>({
  label,
  hint,
  error,
  id,
  value,
  options,
  groups = [],
  onChange,
}: SelectFieldProps<Value>) {
  const choose = (chosen: string) => {
    const option = [...options, ...groups.flatMap((group) => group.options)].find(({ value }) => value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
