import {
  filledInstrument,
  type Instrument,
  type Question,
  questionsOf,
  withoutPipes,
} from '@common-measure/instrument';
import { useBank, useBankItems } from '@common-measure/modules/question-bank/web';
import { useText } from '@common-measure/platform/web-kit';
import { useMemo } from 'react';

const none: readonly never[] = [];

/** A short name for each question: its construct where that tells it from the others, else its wording. */
export function useLabels(instrument: Instrument): (question: Question) => string {
  const read = useText();
  const constructs = useBank().data?.constructs ?? none;
  const items = useBankItems({ q: '' }).data ?? none;
  return useMemo(() => {
    const byCode = new Map(items.map((item) => [item.code, item.construct]));
    const names = new Map(constructs.map((one) => [one.id, one.name]));
    const constructOf = (question: Question) => (question.item ? byCode.get(question.item.code) : undefined);
    const taken = new Map<string | undefined, number>();
    for (const own of questionsOf(instrument).map(constructOf)) taken.set(own, (taken.get(own) ?? 0) + 1);
    const filled = new Map(
      questionsOf(filledInstrument(instrument)).map((question) => [question.code, question.wording]),
    );
    return (question: Question) => {
      const own = constructOf(question);
      const name = own === undefined ? undefined : names.get(own);
      return name && taken.get(own) === 1
        ? read(name)
        : read(withoutPipes(filled.get(question.code) ?? question.wording));
    };
  }, [instrument, constructs, items, read]);
}
