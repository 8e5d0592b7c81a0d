import type { Answers } from '../instrument.ts';
import type { ScreenedKind } from './found.ts';
import { screenText } from './screen-text.ts';

export interface ScreenedAnswers {
  /** As they may be read: every written text masked. */
  readonly answers: Answers;
  /** Of the answers that were changed, by their code: the text as it was written, and what was found in it. */
  readonly originals: Readonly<Record<string, { readonly text: string; readonly kinds: readonly ScreenedKind[] }>>;
}

/** Masks what people wrote in their own words: comments, and words beside "other". Codes, numbers and dates are left as they are. */
export function screenAnswers(answers: Answers, language: string): ScreenedAnswers {
  if (!hasText(answers)) return { answers, originals: {} };
  const originals: Record<string, { text: string; kinds: readonly ScreenedKind[] }> = {};
  const screened: Answers = Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => {
      if (answer?.kind !== 'text') return [code, answer];
      const { text, kinds } = screenText(answer.text, language);
      if (kinds.length > 0) originals[code] = { text: answer.text, kinds };
      return [code, kinds.length > 0 ? { ...answer, text } : answer];
    }),
  );
  return { answers: screened, originals };
}

function hasText(answers: Answers): boolean {
  for (const code in answers) if (answers[code]?.kind === 'text') return true;
  return false;
}
