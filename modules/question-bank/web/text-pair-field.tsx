import type { LocalizedText } from '@common-measure/kernel';
import { TextField } from '@common-measure/platform/web-kit';

/** A text in English and in French, side by side. */
export function TextPairField({
  id,
  labels,
  hint,
  rows,
  value,
  errorOf,
  onChange,
}: {
  id: string;
  labels: { readonly en: string; readonly fr: string };
  hint?: string;
  rows?: number;
  value: LocalizedText | null;
  errorOf: (place: string) => string | undefined;
  onChange: (value: LocalizedText) => void;
}) {
  const text = value ?? { en: '', fr: '' };
  return (
    <div className="pair">
      {(['en', 'fr'] as const).map((language) => (
        <TextField
          key={language}
          id={`${id}-${language}`}
          label={labels[language]}
          hint={hint}
          {...(rows === undefined ? {} : { rows })}
          lang={language}
          value={text[language]}
          error={errorOf(`${id}-${language}`)}
          onChange={(written) => onChange({ ...text, [language]: written })}
        />
      ))}
    </div>
  );
}
