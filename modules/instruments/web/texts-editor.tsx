import type { Instrument } from '@common-measure/instrument';
import { Card, useMessages } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';
import { PipeInsert } from './pipe-insert.tsx';
import { TextPair } from './text-pair.tsx';

/** Title, introduction and closing of the questionnaire. */
export function TextsEditor({
  instrument,
  onChange,
}: {
  instrument: Instrument;
  onChange: (part: Partial<Instrument>) => void;
}) {
  const words = useMessages(builderMessages);
  return (
    <Card title={words.texts} stack>
      <TextPair id="title" label={words.title} value={instrument.title} onChange={(title) => onChange({ title })} />
      <TextPair
        id="introduction"
        label={words.introduction}
        rows={5}
        value={instrument.introduction}
        onChange={(introduction) => onChange({ introduction })}
      />
      <TextPair
        id="closing"
        label={words.closing}
        rows={4}
        value={instrument.closing}
        onChange={(closing) => onChange({ closing })}
      />
      <PipeInsert
        instrument={instrument}
        code={null}
        fields={[
          {
            id: 'closing',
            label: words.closing,
            value: instrument.closing,
            onChange: (closing) => onChange({ closing }),
          },
        ]}
      />
    </Card>
  );
}
