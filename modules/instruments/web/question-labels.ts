import {
  filledInstrument,
  type Instrument,
  type Question,
  questionsOf,
  withoutPipes,
} from '@common-measure/instrument';
import { useBank, useBankItems } from '@common-measure/modules/question-bank/web';
import { useText } from '@common-measure/platform/web-kit';

/** A short name for each question: its construct where that tells it from the others, else its wording. */
export function useLabels(instrument: Instrument): (question: Question) => string {
  const read = useText();
  const constructs = useBank().data?.constructs ?? [];
  const items = useBankItems({ q: '' }).data ?? [];
  const constructOf = (question: Question) => items.find((item) => item.code === question.item?.code)?.construct;
  const taken = questionsOf(instrument).map(constructOf);
  const filled = new Map(
    questionsOf(filledInstrument(instrument)).map((question) => [question.code, question.wording]),
  );
  return (question) => {
    const own = constructOf(question);
    const construct = constructs.find((one) => one.id === own);
    return construct && taken.filter((one) => one === own).length === 1
      ? read(construct.name)
      : read(withoutPipes(filled.get(question.code) ?? question.wording));
  };
}
