import { TextField, useMessages } from '@common-measure/platform/web-kit';
import { accountMessages } from './account-words.ts';
import type { FormChecks } from './form-checks.ts';

export const leastPasswordLength = 12;

interface FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly checks: FormChecks;
}

export function NameField({ value, onChange, checks }: FieldProps) {
  const words = useMessages(accountMessages);
  return (
    <TextField
      id="name"
      label={words.name}
      hint={words.nameHint}
      value={value}
      onChange={onChange}
      error={checks.errorOf('name')}
      autoComplete="name"
    />
  );
}

export function EmailField({ value, onChange, checks }: FieldProps) {
  const words = useMessages(accountMessages);
  return (
    <TextField
      id="email"
      type="email"
      label={words.email}
      hint={words.emailHint}
      value={value}
      onChange={onChange}
      error={checks.errorOf('email')}
      autoComplete="username"
    />
  );
}

export function NewPasswordField({ value, onChange, checks }: FieldProps) {
  const words = useMessages(accountMessages);
  return (
    <TextField
      id="new-password"
      type="password"
      label={words.fresh}
      hint={words.freshHint}
      value={value}
      onChange={onChange}
      error={checks.errorOf('new-password')}
      autoComplete="new-password"
    />
  );
}

/** Asked for before what opens an account changes. `id` tells two of them on one page apart. */
export function PresentPasswordField({ id, value, onChange, checks }: FieldProps & { readonly id: string }) {
  const words = useMessages(accountMessages);
  return (
    <TextField
      id={id}
      type="password"
      label={words.present}
      value={value}
      onChange={onChange}
      error={checks.errorOf(id)}
      autoComplete="current-password"
    />
  );
}
