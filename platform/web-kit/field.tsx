import { type ReactNode, useId } from 'react';
import { Icon } from './icons.tsx';

export interface FieldTexts {
  readonly label: ReactNode;
  /** Stands above the control and is read with it. */
  readonly hint?: ReactNode;
  /** What to enter instead ("Enter 10 or more"). */
  readonly error?: string | undefined;
}

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label, hint, control and error, tied together. The control is drawn by `children` with the ids it is given. */
export function Field({
  label,
  hint,
  error,
  id: given,
  children,
}: FieldTexts & { id?: string | undefined; children: (ids: FieldIds) => ReactNode }) {
  const made = useId();
  const id = given ?? made;
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({ id, 'aria-describedby': describedBy(id, hint, error), 'aria-invalid': error ? true : undefined })}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="err" id={`${id}-error`}>
      <Icon name="caution" />
      {error}
    </p>
  );
}

export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}
