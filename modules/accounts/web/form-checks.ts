import { type FormEvent, useState } from 'react';

/** What a field still lacks, by the id of the field. */
export interface FieldFault {
  readonly id: string;
  readonly text: string;
}

export interface FormChecks {
  /** The faults to show: none before the first attempt to send. */
  readonly errors: readonly FieldFault[];
  readonly errorOf: (id: string) => string | undefined;
  /** For the form's submit: from here on faults are shown; true where there are none. */
  readonly passes: (event: FormEvent) => boolean;
  /** After sending: the form is fresh again. */
  readonly reset: () => void;
}

/** Faults are told when a form is sent, and from then on as they come and go. */
export function useFormChecks(faults: readonly (FieldFault | false)[]): FormChecks {
  const [isChecked, setChecked] = useState(false);
  const found = faults.filter((fault) => fault !== false);
  const errors = isChecked ? found : [];
  return {
    errors,
    errorOf: (id) => errors.find((error) => error.id === id)?.text,
    passes: (event) => {
      event.preventDefault();
      setChecked(true);
      return found.length === 0;
    },
    reset: () => setChecked(false),
  };
}

/** Whether a text can be an e-mail address; the server looks closer. */
export function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}
