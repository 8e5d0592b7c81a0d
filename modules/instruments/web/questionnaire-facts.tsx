import { gradeInWords, type Instrument, minutesOf, readabilityOf } from '@common-measure/instrument';
import { useLanguage, useMessages, useText } from '@common-measure/platform/web-kit';
import { useDeferredValue, useMemo } from 'react';
import { qualityMessages } from './quality-words.ts';

/** The facts of a questionnaire for the head of its page: about how many minutes, and in which grade it reads, where it has words enough. */
export function useQuestionnaireFacts(instrument: Instrument): readonly string[] {
  const words = useMessages(qualityMessages);
  const read = useText();
  const language = useLanguage();
  const deferred = useDeferredValue(instrument);
  return useMemo(() => {
    if (!deferred.sections.some((section) => section.questions.length > 0)) return [];
    const readability = readabilityOf(deferred)[language];
    return [
      words.about(minutesOf(deferred, language).typical),
      ...(readability?.range ? [words.readsAt(read(gradeInWords(readability.grade)))] : []),
    ];
  }, [deferred, language, words, read]);
}
