import type { Instrument } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { Message, useMessages } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';
import { Outline } from './outline.tsx';
import { Preview } from './preview.tsx';
import { useSelection } from './selection.ts';

/** A questionnaire to read, published or not, part by part, in both languages. */
export function FrozenInstrument({
  instrument,
  isPublished,
  organization,
}: {
  instrument: Instrument;
  isPublished: boolean;
  organization: LocalizedText;
}) {
  const words = useMessages(builderMessages);
  const [selection, select] = useSelection(undefined);
  const part =
    selection.kind === 'question'
      ? (instrument.sections.find((section) => section.questions.some((one) => one.code === selection.code))?.code ??
        null)
      : selection.kind === 'part'
        ? selection.code
        : null;
  return (
    <div className="stack section">
      <Message>{isPublished ? words.frozen : words.readOnly}</Message>
      <div className="builder frozen">
        <Outline
          instrument={instrument}
          flaws={[]}
          selection={selection}
          isFrozen
          onSelect={select}
          onAddPart={() => undefined}
        />
        <Preview
          instrument={instrument}
          part={part}
          question={selection.kind === 'question' ? selection.code : null}
          organization={organization}
        />
      </div>
    </div>
  );
}
