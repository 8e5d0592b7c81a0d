import { languageName } from '@common-measure/instrument';
import { api, useText } from '@common-measure/platform/web-kit';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type InstrumentLanguages,
  type LanguageReview,
  type LanguageRule,
  type LanguageState,
  languagesApi,
} from '../language-contract.ts';

const keyOf = (id: string) => ['instrument-languages', id] as const;
const addressOf = (pattern: string, id: string): string => pattern.replace(':id', id);

/** How far each language of a questionnaire is, as it was saved last. */
export function useLanguages(id: string): UseQueryResult<InstrumentLanguages> {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: () => api.get<InstrumentLanguages>(addressOf(languagesApi.languages, id)),
  });
}

/** What reads the languages anew, such as after a save. */
export function useLanguagesAgain(id: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: keyOf(id) });
}

export function useRuleChange(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rule: LanguageRule) => api.put<LanguageRule>(languagesApi.rule, rule),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

export function useReview(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (review: Pick<LanguageState, 'language' | 'sha256'> & Pick<LanguageReview, 'verdict' | 'note'>) =>
      api.post<InstrumentLanguages>(addressOf(languagesApi.reviews, id), review),
    onSuccess: (languages) => queries.setQueryData(keyOf(id), languages),
  });
}

/** The address of a file for translators. */
export function translationAddress(id: string, language: string, format: string, source: string): string {
  const address = addressOf(languagesApi.translation, id).replace(':language', language);
  return `${address}?format=${format}&source=${source}`;
}

/** What a language is called in the language of the console, as it begins a line. */
export function useLanguageName(): (tag: string) => string {
  const read = useText();
  return (tag) => {
    const name = read(languageName(tag));
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}

/** Where the review of a language stands. */
export function reviewState({ review, isReviewed }: LanguageState): 'none' | 'approved' | 'stale' | 'sent-back' {
  if (review === null) return 'none';
  if (isReviewed) return 'approved';
  return review.verdict === 'sent-back' && review.changed.length === 0 ? 'sent-back' : 'stale';
}
