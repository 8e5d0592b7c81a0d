import type { LocalizedText } from '@common-measure/kernel';
import { TextField, useMessages } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';

/** One text in English and French, side by side. */
export function TextPair({
  id,
  label,
  value,
  rows = 2,
  onChange,
}: {
  id: string;
  label: string;
  value: LocalizedText;
  rows?: number;
  onChange: (value: LocalizedText) => void;
}) {
  const words = useMessages(builderMessages);
  const name = (language: string) => (
    <>
      {label} <span className="muted">({language})</span>
    </>
  );
  return (
    <div className="pair">
      <TextField
        id={`${id}-en`}
        label={name(words.inEnglish)}
        lang="en"
        rows={rows}
        value={value.en}
        onChange={(en) => onChange({ ...value, en })}
      />
      <TextField
        id={`${id}-fr`}
        label={name(words.inFrench)}
        lang="fr"
        rows={rows}
        value={value.fr}
        onChange={(fr) => onChange({ ...value, fr })}
      />
    </div>
  );
}
