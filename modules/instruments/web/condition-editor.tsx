import { answerCodes, type Instrument, type Question, questionsOf } from '@common-measure/instrument';
import { CheckGroup, SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';

/** Who is asked: everyone, or those who gave certain answers to an earlier question. */
export function ConditionEditor({
  instrument,
  question,
  onChange,
}: {
  instrument: Instrument;
  question: Question;
  onChange: (showIf: Question['showIf']) => void;
}) {
  const words = useMessages(builderMessages);
  const read = useText();
  const questions = questionsOf(instrument);
  const place = questions.findIndex((one) => one.code === question.code);
  const sources = questions.slice(0, place).filter((one) => answerCodes(one).length > 0);
  const source = questions.find((one) => one.code === question.showIf?.question);
  const choose = (code: string) => {
    const chosen = sources.find((one) => one.code === code);
    onChange(chosen ? { question: code, answered: answerCodes(chosen).slice(0, 1) } : null);
  };
  const options = source ? (source.type === 'rating' ? (source.scale?.points ?? []) : source.options) : [];
  return (
    <>
      <SelectField
        label={words.whoIsAsked}
        value={question.showIf?.question ?? ''}
        options={[
          { value: '', label: words.everyone },
          ...sources.map((one) => ({ value: one.code, label: words.onlyIf(read(one.wording)) })),
        ]}
        onChange={choose}
      />
      {source && question.showIf ? (
        <CheckGroup
          label={words.onlyIf(read(source.wording))}
          values={question.showIf.answered}
          options={options.map((option) => ({ value: option.code, label: read(option.label) }))}
          onChange={(answered) => onChange(answered.length > 0 ? { question: source.code, answered } : null)}
        />
      ) : null}
    </>
  );
}
