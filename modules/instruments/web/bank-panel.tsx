import { type Instrument, type Question, questionsOf } from '@common-measure/instrument';
import { BankFinder } from '@common-measure/modules/question-bank/web';
import { Actions, Button, Card, SelectField, Tag, useMessages, useText } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { builderMessages } from './builder-words.ts';

/** The bank beside the questionnaire: each item can be added to a part. */
export function BankPanel({
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
  const [chosen, setPart] = useState(startPart ?? '');
  const part = instrument.sections.some((section) => section.code === chosen)
    ? chosen
    : (instrument.sections[0]?.code ?? '');
  const present = new Set(questionsOf(instrument).map((question) => question.code));
  return (
    <Card title={words.bankTitle} stack>
      <Actions>
        <Button kind="plain" onClick={onBack}>
          {words.back}
        </Button>
      </Actions>
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
      <BankFinder
        wide={false}
        actions={(item) =>
          present.has(item.code) ? (
            <Tag kind="good" icon="good">
              {words.isIn}
            </Tag>
          ) : (
            <Button
              kind="second"
              icon="plus"
              label={words.addThis(read(item.question.wording))}
              onClick={() => onAdd(item.question, part)}
            >
              {words.add}
            </Button>
          )
        }
      />
    </Card>
  );
}
