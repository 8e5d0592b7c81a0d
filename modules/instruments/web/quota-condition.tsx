import {
  type Condition,
  choicesOf,
  firstCondition,
  type Instrument,
  isAnswerable,
  questionsOf,
} from '@common-measure/instrument';
import { CheckGroup, SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { useLabels } from './question-labels.ts';
import { quotaMessages } from './quota-words.ts';

/** Stands for a condition that this page keeps as it is. */
const written = ' ';

/** Who counts in a quota: those who gave certain answers to one question of the questionnaire. */
export function QuotaCondition({
  instrument,
  condition,
  onChange,
}: {
  instrument: Instrument;
  condition: Condition;
  onChange: (condition: Condition) => void;
}) {
  const words = useMessages(quotaMessages);
  const read = useText();
  const labelOf = useLabels(instrument);
  const questions = questionsOf(instrument).filter(isAnswerable);
  const simple = 'answered' in condition || ('state' in condition && condition.state === 'answered') ? condition : null;
  const source = questions.find((one) => one.code === simple?.question);
  const choose = (code: string) => {
    const chosen = questions.find((one) => one.code === code);
    if (chosen) onChange(firstCondition(chosen));
  };
  return (
    <>
      <SelectField
        label={words.who}
        value={source ? source.code : written}
        options={[
          ...(source ? [] : [{ value: written, label: words.written }]),
          ...questions.map((one) => ({ value: one.code, label: labelOf(one) })),
        ]}
        onChange={choose}
      />
      {source && simple && 'answered' in simple ? (
        <CheckGroup
          label={words.answers}
          values={simple.answered}
          options={choicesOf(source).map((option) => ({ value: option.code, label: read(option.label) }))}
          onChange={(answered) =>
            onChange(answered.length > 0 ? { question: source.code, answered } : firstCondition(source))
          }
        />
      ) : (
        <p className="small muted">{source ? words.answered : null}</p>
      )}
    </>
  );
}
