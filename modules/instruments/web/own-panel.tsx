import { type Instrument, type OwnKind, ownKinds, ownQuestion, type Question } from '@common-measure/instrument';
import { useBankItems } from '@common-measure/modules/question-bank/web';
import { Actions, Button, Card, RadioCards, SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { builderMessages } from './builder-words.ts';

/** A question of the organization's own: its kind and its part; the words follow in the editor. */
export function OwnPanel({
  instrument,
  startPart,
  onAdd,
  onBack,
}: {
  instrument: Instrument;
  startPart: string | undefined;
  onAdd: (question: Question, part: string) => void;
  onBack: () => void;
}) {
  const words = useMessages(builderMessages);
  const read = useText();
  const [type, setType] = useState<OwnKind>('rating');
  const [part, setPart] = useState(startPart ?? instrument.sections[0]?.code ?? '');
  const like = useBankItems({ q: '' }).data?.find((item) => item.question.scale?.id === 'agreement')?.question ?? null;
  return (
    <Card title={words.writeTitle} stack>
      <RadioCards
        label={words.kind}
        value={type}
        options={ownKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={setType}
      />
      {instrument.sections.length > 0 ? (
        <SelectField
          label={words.intoPart}
          value={part}
          options={instrument.sections.map((section) => ({
            value: section.code,
            label: read(section.title) || words.newPart,
          }))}
          onChange={setPart}
        />
      ) : null}
      <Actions>
        <Button onClick={() => onAdd(ownQuestion(instrument, type, like), part)}>{words.begin}</Button>
        <Button kind="plain" onClick={onBack}>
          {words.back}
        </Button>
      </Actions>
    </Card>
  );
}
