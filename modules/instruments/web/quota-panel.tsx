import {
  addQuota,
  firstCondition,
  type Instrument,
  isAnswerable,
  type Quota,
  questionsOf,
  removeQuota,
  replaceQuota,
} from '@common-measure/instrument';
import {
  Actions,
  Button,
  Card,
  Empty,
  RadioCards,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { ConditionEditor } from './condition-editor.tsx';
import { quotaMessages } from './quota-words.ts';
import { TextPair } from './text-pair.tsx';

type Change = (next: (before: Instrument) => Instrument) => void;

/** How many people of which kinds are wanted. */
export function QuotaPanel({ instrument, onChange }: { instrument: Instrument; onChange: Change }) {
  const words = useMessages(quotaMessages);
  const done = useDone();
  const { quotas = [] } = instrument;
  const mayAdd = questionsOf(instrument).some(isAnswerable);
  const remove = (quota: Quota, place: number) => {
    done({ text: words.removed(place) });
    onChange((present) => removeQuota(present, quota.code));
  };
  const add = mayAdd ? (
    <Button kind="second" icon="plus" onClick={() => onChange(addQuota)}>
      {words.add}
    </Button>
  ) : null;
  return (
    <Card title={words.quotas} stack>
      <p className="muted">{words.more}</p>
      {quotas.length === 0 ? (
        <Empty title={words.none} level={3} actions={add}>
          {mayAdd ? words.noneMore : words.noQuestions}
        </Empty>
      ) : (
        <>
          {quotas.map((quota, index) => (
            <QuotaEditor
              key={quota.code}
              instrument={instrument}
              quota={quota}
              place={index + 1}
              onChange={(next) => onChange((present) => replaceQuota(present, quota.code, next))}
              onRemove={() => remove(quota, index + 1)}
            />
          ))}
          <Actions>{add}</Actions>
        </>
      )}
    </Card>
  );
}

function QuotaEditor({
  instrument,
  quota,
  place,
  onChange,
  onRemove,
}: {
  instrument: Instrument;
  quota: Quota;
  place: number;
  onChange: (quota: Quota) => void;
  onRemove: () => void;
}) {
  const words = useMessages(quotaMessages);
  const sources = questionsOf(instrument).filter(isAnswerable);
  // A quota always looks at an answer: where its last look is removed, it begins anew.
  const [first] = sources;
  const beginning = first ? firstCondition(first) : null;
  return (
    <Card title={words.number(place)} level={3} stack>
      <TextPair
        id={`quota-${quota.code}`}
        label={words.name}
        rows={1}
        value={quota.label}
        onChange={(label) => onChange({ ...quota, label })}
      />
      <fieldset className="field">
        <legend>{words.who}</legend>
        <ConditionEditor
          condition={quota.if}
          sources={sources}
          onChange={(condition) => onChange({ ...quota, if: condition ?? beginning ?? quota.if })}
        />
      </fieldset>
      <TargetField target={quota.target} onChange={(target) => onChange({ ...quota, target })} />
      <RadioCards
        label={words.whenFull}
        value={quota.whenFull}
        options={[
          { value: 'end', label: words.end, hint: words.endMore },
          { value: 'watch', label: words.watch, hint: words.watchMore },
        ]}
        onChange={(whenFull) => onChange({ ...quota, whenFull })}
      />
      <Actions className="tight">
        <Button kind="plain" icon="remove" onClick={onRemove}>
          {words.remove}
        </Button>
      </Actions>
    </Card>
  );
}

/** A whole number of people. What is not one stays in the box with the remedy, and changes nothing. */
function TargetField({ target, onChange }: { target: number; onChange: (target: number) => void }) {
  const words = useMessages(quotaMessages);
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    const plain = text.replace(/[\s,]/g, '');
    const isNumber = /^[1-9]\d{0,7}$/.test(plain) && Number(plain) <= 10_000_000;
    setTyped(isNumber ? null : text);
    if (isNumber) onChange(Number(plain));
  };
  return (
    <TextField
      label={words.target}
      inputMode="numeric"
      value={typed ?? String(target)}
      error={typed === null ? undefined : words.targetError}
      onChange={type}
    />
  );
}
