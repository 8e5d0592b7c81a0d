import type { HTMLInputAutoCompleteAttribute } from 'react';
import { Field, type FieldTexts } from './field.tsx';

export interface TextFieldProps extends FieldTexts {
  /** Fixed id, so that an error summary can link to it; made up where missing. */
  readonly id?: string;
  readonly name?: string;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time' | 'datetime-local' | 'url' | 'tel';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'search';
  readonly required?: boolean;
  /** Language of what is written, where it is not that of the page. */
  readonly lang?: string;
  /** More than one line. */
  readonly rows?: number;
  readonly onBlur?: () => void;
}

export function TextField({
  label,
  hint,
  error,
  rows,
  value,
  onChange,
  id,
  type = 'text',
  required,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(ids) =>
        rows ? (
          <textarea
            {...ids}
            {...rest}
            rows={rows}
            value={value}
            aria-required={required}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...ids}
            {...rest}
            type={type}
            value={value}
            aria-required={required}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
