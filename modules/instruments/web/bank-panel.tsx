import { type Instrument, type Question, questionsOf } from '@common-measure/instrument';
import { BankFinder } from '@common-measure/modules/question-bank/web';
import { Actions, Button, Card, SelectField, Tag, useMessages, useText } from '@common-measure/platform/web-kit';
import { useEffect, useRef, useState } from 'react';
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
  const [latest, setLatest] = useState<string | null>(null);
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
            <IsIn takesFocus={latest === item.code} />
          ) : (
            <Button
              kind="second"
              icon="plus"
              label={words.addThis(read(item.question.wording))}
              onClick={() => {
                setLatest(item.code);
                onAdd(item.question, part);
              }}
            >
              {words.add}
            </Button>
          )
        }
      />
    </Card>
  );
}

/** In the place of the button that added it: takes over its focus, so that the keyboard goes on to the next result. */
function IsIn({ takesFocus }: { takesFocus: boolean }) {
  const words = useMessages(builderMessages);
  const mark = useRef<HTMLSpanElement>(null);
  const [takes] = useState(takesFocus);
  useEffect(() => {
    if (takes) mark.current?.focus({ preventScroll: true });
  }, [takes]);
  return (
    <span ref={mark} tabIndex={-1}>
      <Tag kind="good" icon="good">
        {words.isIn}
      </Tag>
    </span>
  );
}
