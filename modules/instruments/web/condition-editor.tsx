import { answerCodes, choicesOf, type Instrument, type Question, questionsOf } from '@common-measure/instrument';
import { CheckGroup, SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { builderMessages } from './builder-words.ts';

/** Stands for a condition that this page keeps as it is: of several looks, of numbers, of what was not answered. */
const written = ' ';

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
  const simple = question.showIf !== null && 'answered' in question.showIf ? question.showIf : null;
  const isWritten = question.showIf !== null && simple === null;
  const source = questions.find((one) => one.code === simple?.question);
  const choose = (code: string) => {
    if (code === written) return;
    const chosen = sources.find((one) => one.code === code);
    onChange(chosen ? { question: code, answered: answerCodes(chosen).slice(0, 1) } : null);
  };
  const options = source ? choicesOf(source) : [];
  return (
    <>
      <SelectField
        label={words.whoIsAsked}
        value={isWritten ? written : (simple?.question ?? '')}
        options={[
          { value: '', label: words.everyone },
          ...(isWritten ? [{ value: written, label: words.writtenCondition }] : []),
          ...sources.map((one) => ({ value: one.code, label: words.onlyIf(read(one.wording)) })),
        ]}
        onChange={choose}
      />
      {source && simple ? (
        <CheckGroup
          label={words.onlyIf(read(source.wording))}
          values={simple.answered}
          options={options.map((option) => ({ value: option.code, label: read(option.label) }))}
          onChange={(answered) => onChange(answered.length > 0 ? { question: source.code, answered } : null)}
        />
      ) : null}
    </>
  );
}
