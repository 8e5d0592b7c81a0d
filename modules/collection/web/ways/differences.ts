import {
  type Answer,
  type Answers,
  answerWords,
  type Instrument,
  isAnswerable,
  questionsOf,
  wordsOf,
} from '@common-measure/instrument';
import { useLanguage, useText } from '@common-measure/platform/web-kit';

/** A question that was answered otherwise, in words; null for no answer. */
export interface Difference {
  readonly code: string;
  readonly question: string;
  readonly first: string | null;
  readonly other: string | null;
}

/** Where two sets of answers differ, in the order of the questionnaire; without a first, what was answered at all. */
export function useDifferences(
  instrument: Instrument,
  other: Conflicting,
  first: Conflicting | null,
): readonly Difference[] {
  const read = useText();
  const t = wordsOf(instrument, useLanguage());
  const outside = { 'dont-know': t.dontKnow, 'not-applicable': t.doesNotApply, refused: t.preferNotToSay } as const;
  const inWords = (question: ReturnType<typeof questionsOf>[number], given: Conflicting | null): string | null => {
    const answer = given?.[question.code] as Answer | undefined;
    if (answer?.kind !== 'missing') return answerWords(question, (given ?? {}) as Answers, t);
    return answer.missing in outside ? outside[answer.missing as keyof typeof outside] : null;
  };
  return questionsOf(instrument)
    .filter(isAnswerable)
    .map((question) => ({
      code: question.code,
      question: read(question.wording),
      first: inWords(question, first),
      other: inWords(question, other),
    }))
    .filter((row) => row.first !== row.other);
}

type Conflicting = Readonly<Record<string, unknown>>;
